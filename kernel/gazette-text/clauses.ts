import { type Group, partyRuns } from './clause-runs.ts'
import { isPartyName, type Party, type Role, readParties } from './parties.ts'
import { endings } from './words.ts'

/** A stretch behind a label for time. */
export interface Term {
  readonly label: string
  readonly start: number
  readonly end: number
}

/** One printed clause that says who does it, with its place in the text. */
export interface Clause {
  readonly leads: readonly Party[]
  readonly supports: readonly Party[]
  /** 牵头部门/责任部门, 牵头/按职责分工负责; null for a bare list in brackets. */
  readonly label: string | null
  readonly start: number
  readonly end: number
  /** Stretches behind a label for time (完成时限：…), to be read as deadlines. */
  readonly terms: readonly Term[]
  /** How it stands: in brackets within the text, as labels of its own, or within a sentence (由甲局牵头，…). */
  readonly form: 'bracket' | 'label' | 'prose'
}

/** A clause, and whether it prints that the first party named leads. */
export interface ClauseReading {
  readonly clauses: readonly Clause[]
  readonly firstLeads: boolean
}

const BODY =
  '(?:部门|单位|支队|大队|总队|处|中心|警种|学院|镇街|乡镇|党委|小组|专班|办公室|科室|处室|股室|机构|主体|地区|区域|街道)'
const ROLE =
  '(?:总?牵头|责任|配合|主办|协办|承办|主责|参与|参加|协同|协作|协助|协管|实施|落实|发起|支持|支撑|保障|指导|共建|会办|主管|联合|执行|组织|负责|完成|建设|编制|起草|监管|推进)'
const TERM =
  '完成时限|时限要求|完成时间|时间要求|时间节点|办理时限|工作时限|完成期限|进度要求|时间安排|时限|完成日期|截止时间|整改时限|办结时限|时间进度|完成节点'
const LABEL = new RegExp(
  `((?:第一)?${ROLE}(?:[及和、/]${ROLE})?(?:责任|落实|推进|实施|配合)?${BODY}(?:（[^（）]{1,8}）)?|(?:责任|部门|职责|任务|工作)分工|(?:牵头|配合|责任|主办|协办|负责)(?=\\s*：)|(?:总?牵头|责任|分管|包联?|配合|市级|联系)(?:负责)?(?:省|市|州|县|区)?(?:领导|责任人|人|人员)|${TERM}|责任人)\\s*：$`,
)
/** 【牵头单位】某局: the label in brackets of its own. */
const BRACKET_LABEL = new RegExp(
  `（\\s*((?:${ROLE})(?:责任)?${BODY}|(?:牵头|责任|分管|包联)(?:领导|责任人|人)|责任分工|${TERM})\\s*）\\s*：?`,
  'y',
)
const SPACED_LABEL = new RegExp(`((?:牵头|责任|配合|主办|协办|承办)${BODY}|完成时限|完成时间)[ \\t]+(?=[^\\s：])`, 'y')
/** Labels end with one of these: most colons are told by what stands before them. */
const LABEL_ENDS = endings(
  `${BODY.slice(3, -1)}|${TERM}|分工|牵头|配合|责任|主办|协办|负责|领导|责任人|人员|）| |\t|\n`,
)
const TERM_LABEL = new RegExp(`^(?:${TERM})`)
const LONGEST_LABEL = 24
const PERSON_LABEL = /(?:领导|人|人员)$/
const HINT = /牵头|负责|责任|配合|主办|协办|承办|落实|参与|实施|时限|时间|期限|节点/
const FIRST_LEADS = /(?:列|排|位列|位于|排名|居)?(?:在)?(?:第一位|首位|第一)(?:者|的)?[^。；）]{0,12}(?:牵头|主责|主办)/

/** Whether a text can hold a clause at all; cheap, for passing over the rest. */
export function mayHoldClause(shadow: string): boolean {
  return HINT.test(shadow)
}

/** Whether a paragraph begins with a label in brackets of its own: 【牵头单位】某局. */
export function isBracketLabel(shadow: string): boolean {
  BRACKET_LABEL.lastIndex = 0
  return shadow.startsWith('（') && BRACKET_LABEL.test(shadow.slice(0, 24))
}

/**
 * The clauses of responsibility in one paragraph: （牵头部门：A；责任部门：B）, （A牵头，B按职责分工负责）, （A、B）
 * behind a full stop, and labels outside brackets. Prose that only talks of 负责 is none.
 */
export function readClauses(shadow: string): ClauseReading {
  const groups = brackets(shadow)
  const bracketed = groups.map((group) => bracketClause(shadow, group)).filter((clause) => clause !== null)
  const spoken = partyRuns(shadow, groups)
    .map(({ whole, ...run }) => verbClause(shadow, run, { ...run, form: whole ? 'label' : 'prose' }))
    .filter((clause) => clause !== null)
  const labelled = labelClauses(shadow, groups)
  const firstLeads = saysFirstLeads(shadow)
  if (bracketed.length + labelled.length + spoken.length === 0) return { clauses: [], firstLeads }
  const all = [...bracketed, ...labelled, ...spoken].sort((a, b) => a.start - b.start)
  const printed = all.filter((clause) => clause.form !== 'prose')
  const clauses = printed.some((clause) => clause.leads.length + clause.supports.length > 0) ? printed : all
  return { clauses, firstLeads }
}

function saysFirstLeads(shadow: string): boolean {
  return (shadow.includes('第一') || shadow.includes('首位')) && FIRST_LEADS.test(shadow)
}

/** The parties of a table's cell under a heading of the given role; verbs in the cell overrule the heading. */
export function readCell(
  shadow: string,
  role: Role,
  range: { readonly start: number; readonly end: number },
): Pick<Clause, 'leads' | 'supports'> {
  const labels = labelsIn(shadow, range.start, range.end)
  if (labels.length > 0) {
    const clause = fromLabels(shadow, labels, range.end)
    return { leads: clause.leads, supports: clause.supports }
  }
  return byRole(readParties(shadow, range.start, range.end), role)
}

/** Outermost bracket pairs; one left open ends with the text. Linear: every character is looked at once. */
function brackets(shadow: string): readonly Group[] {
  const groups: Group[] = []
  let depth = 0
  let open = -1
  for (let i = shadow.indexOf('（'); i >= 0 && i < shadow.length; i += 1) {
    const code = shadow.charCodeAt(i)
    if (code === 0xff08) {
      if (depth === 0) open = i
      depth += 1
    } else if (code === 0xff09 && depth > 0) {
      depth -= 1
      if (depth === 0) groups.push({ open, close: i })
    }
  }
  if (depth > 0) return [...groups, ...unclosed(shadow, open)]
  return groups
}

/** Inside a bracket that never closes, the pairs that do close, and a clause that runs to the end. */
function unclosed(shadow: string, from: number): readonly Group[] {
  const groups: Group[] = []
  const stack: number[] = []
  for (let i = from; i < shadow.length; i += 1) {
    const code = shadow.charCodeAt(i)
    if (code === 0xff08) stack.push(i)
    else if (code === 0xff09) {
      const open = stack.pop()
      if (open !== undefined) groups.push({ open, close: i })
    }
  }
  const outer = stack.find((open) => HINT.test(shadow.slice(open, open + 40)))
  const kept = groups.filter(
    (group) =>
      group.close - group.open < 4000 &&
      !groups.some(
        (other) => other !== group && groups.length < 200 && other.open < group.open && other.close > group.close,
      ),
  )
  if (outer === undefined) return kept
  return [...kept.filter((group) => group.close < outer), { open: outer, close: shadow.length }]
}

function bracketClause(shadow: string, group: Group): Clause | null {
  const [start, end] = [group.open + 1, group.close]
  if (end - start < 2 || end - start > 6000) return null
  const span = { start: group.open, end: Math.min(group.close + 1, shadow.length), form: 'bracket' as const }
  const labels = labelsIn(shadow, start, end)
  if (labels.length > 0) {
    const clause = fromLabels(shadow, labels, end)
    return clause.leads.length + clause.supports.length + clause.terms.length > 0 ? { ...clause, ...span } : null
  }
  const spoken = HINT.test(shadow.slice(start, end)) ? verbClause(shadow, { start, end }, span) : null
  return spoken ?? bareClause(shadow, { start, end }, span)
}

/** （A、B） behind a full stop at the end of a paragraph, or with the rule that the first one leads. */
function bareClause(
  shadow: string,
  range: { readonly start: number; readonly end: number },
  span: Pick<Clause, 'start' | 'end' | 'form'>,
): Clause | null {
  const inside = shadow.slice(range.start, range.end)
  const ruled = saysFirstLeads(inside)
  if ((!ruled && !/^[。\s]*$/.test(shadow.slice(span.end, span.end + 2))) || inside.includes('：')) return null
  const behindStop = /[。；！]\s*$/.test(shadow.slice(Math.max(0, span.start - 2), span.start))
  const parties = readParties(shadow, range.start, firstStop(shadow, range.start, range.end))
  const known = parties.filter((party) => isPartyName(party.name)).length
  if (
    known === 0 ||
    known * 2 < parties.length ||
    parties.some((party) => party.name.length > 24 && !isPartyName(party.name))
  )
    return null
  if (!ruled && !behindStop && !(parties.every(isOfLevel) && span.start > 8)) return null
  return { leads: [], supports: parties, label: null, terms: [], ...span }
}

/** A body named with its level, 市财政局, and no kind of body (街道（乡镇）). */
function isOfLevel({ name }: Party): boolean {
  return /^[省市县区州][\u4e00-\u9fa5]{2,16}(?:局|委|办|厅|中心|院|联|会|公司)$/.test(name)
}

function verbClause(
  shadow: string,
  range: { readonly start: number; readonly end: number },
  span: Pick<Clause, 'start' | 'end' | 'form'>,
): Clause | null {
  const stop = firstStop(shadow, range.start, range.end)
  const parties = readParties(shadow, range.start, stop)
  if (!parties.some((party) => party.verb !== null)) return null
  if (parties.some((party) => party.name.length > 34 && !isPartyName(party.name))) return null
  const { leads, supports } = byRole(parties, null)
  if (leads.length + supports.length === 0) return null
  if (![...leads, ...supports].some((party) => isPartyName(party.name))) return null
  const verbs = [...new Set(parties.map((party) => party.verb).filter((verb) => verb !== null))]
  return { leads, supports, label: verbs.join('/'), terms: [], ...span }
}

function firstStop(shadow: string, start: number, end: number): number {
  const stop = shadow.slice(start, end).indexOf('。')
  return stop < 0 ? end : start + stop
}

/**
 * Leads and supports among parties. A name without a verb takes the label's role; with no label the next verb's, and
 * behind the last verb it supports.
 */
function byRole(parties: readonly Party[], labelled: Role | null): Pick<Clause, 'leads' | 'supports'> {
  const [leads, supports]: [Party[], Party[]] = [[], []]
  let next: Role | null = null
  for (let i = parties.length - 1; i >= 0; i -= 1) {
    const party = parties[i]
    if (!party) continue
    next = party.role ?? next
    if (party.name === '') continue
    const list = (party.role ?? labelled ?? next) === 'lead' ? leads : supports
    list.push(party)
  }
  return { leads: leads.reverse(), supports: supports.reverse() }
}

interface Label {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Labels end with a colon: each colon is looked back from, so that text without any costs nothing. Only the range itself
 * is searched: looking on to the end of the text for each of many ranges would grow with their square.
 */
function labelsIn(shadow: string, start: number, end: number): readonly Label[] {
  const labels: Label[] = []
  const range = shadow.slice(start, end)
  let floor = 0
  for (let colon = range.indexOf('：'); colon >= 0; colon = range.indexOf('：', colon + 1)) {
    const from = Math.max(floor, colon - 26)
    const window = range.slice(from, colon + 1)
    const found = LABEL_ENDS.has(window.charAt(window.length - 2)) ? (LABEL.exec(window) ?? spacedOut(window)) : null
    const at = start + from
    if (found) labels.push({ text: found[1] ?? '', start: at + found.index, end: start + colon + 1 })
    floor = colon + 1
  }
  return labels
}

/** 牵 头 单 位 ： printed with a blank behind each character. */
function spacedOut(window: string): { readonly index: number; readonly 1?: string } | null {
  if (!/[\u4e00-\u9fa5] [\u4e00-\u9fa5] ?：?/.test(window)) return null
  const found = LABEL.exec(window.replaceAll(' ', ''))
  if (!found) return null
  let index = 0
  for (let passed = 0; passed < found.index || window[index] === ' '; index += 1) if (window[index] !== ' ') passed += 1
  return { index, 1: found[1] ?? '' }
}

function roleOf(label: string): Role {
  return /^(?:总?牵头|主办|主责|发起|第一责任)/.test(label) ? 'lead' : 'support'
}

function fromLabels(shadow: string, labels: readonly Label[], end: number): Omit<Clause, 'start' | 'end' | 'form'> {
  const leads: Party[] = []
  const supports: Party[] = []
  const terms: Term[] = []
  const names: string[] = []
  labels.forEach((label, i) => {
    const stop = labels[i + 1]?.start ?? end
    if (TERM_LABEL.test(label.text)) {
      terms.push({ label: label.text, start: label.end, end: stop })
      return
    }
    const listed = readParties(shadow, label.end, firstStop(shadow, label.end, stop))
    const bodies = PERSON_LABEL.test(label.text) ? listed.filter(isBodyAmongPeople) : listed
    if (bodies.length === 0) return
    const parties = byRole(bodies, roleOf(label.text))
    for (const party of parties.leads) leads.push(party)
    for (const party of parties.supports) supports.push(party)
    names.push(label.text)
  })
  return { leads, supports, terms, label: names.length === 0 ? null : names.join('/') }
}

/** Behind 责任人 stand people; a body among them is one by its end and by being longer than any person's name. */
function isBodyAmongPeople(party: Party): boolean {
  return party.name.length >= 4 && isPartyName(party.name) && !/^[\u4e00-\u9fa5]{2,3}\s/.test(party.name)
}

/** Labels outside brackets: at the start of a paragraph or behind a sentence, each list up to its full stop. */
function labelClauses(shadow: string, groups: readonly Group[]): readonly Clause[] {
  const free: Label[] = []
  let group = 0
  const labels = [...labelsIn(shadow, 0, shadow.length), ...spacedLabels(shadow), ...bracketLabels(shadow, groups)]
  if (labels.length === 0) return []
  for (const label of labels.sort((a, b) => a.start - b.start)) {
    while ((groups[group]?.close ?? Number.POSITIVE_INFINITY) < label.start) group += 1
    const inside = groups[group]
    if (inside && inside.open < label.start) continue
    const before = shadow.slice(Math.max(0, label.start - 3), label.start)
    const follows = free.length > 0 && label.start - (free.at(-1)?.end ?? 0) < 600 && /[，；。\s]$/.test(before)
    if (
      label.start === 0 ||
      /[。；！\n）]\s*$/.test(before) ||
      shadow[label.start] === '（' ||
      /(?:市级|省级|区级|县级)$/.test(before) ||
      follows
    )
      free.push(label)
  }
  const clauses: Clause[] = []
  for (let i = 0; i < free.length; ) {
    const group = [free[i]].filter((each) => each !== undefined)
    let stop = listEnd(shadow, group[0]?.end ?? 0, free[i + 1]?.start)
    while (free[i + group.length] && /^[\s，；。、]*$/.test(shadow.slice(stop, free[i + group.length]?.start))) {
      const label = free[i + group.length]
      if (!label) break
      group.push(label)
      stop = listEnd(shadow, label.end, free[i + group.length]?.start)
    }
    i += group.length
    const clause = fromLabels(shadow, group, stop)
    if (clause.leads.length + clause.supports.length + clause.terms.length > 0)
      clauses.push({ ...clause, start: group[0]?.start ?? 0, end: stop, form: 'label' })
  }
  return clauses
}

/** 牵头单位 某局 at the start of a paragraph, with a space where others print a colon. */
function spacedLabels(shadow: string): readonly Label[] {
  const labels: Label[] = []
  if (!shadow.includes(' ')) return labels
  for (let at = 0; at >= 0; at = shadow.indexOf('\n', at) + 1 || -1) {
    const label = labelAt(SPACED_LABEL, shadow, at)
    if (label) labels.push(label)
  }
  return labels
}

/** 【牵头单位】某局: labels in brackets of their own. */
function bracketLabels(shadow: string, groups: readonly Group[]): readonly Label[] {
  const labels: Label[] = []
  for (const { open, close } of groups) {
    const label = close - open < LONGEST_LABEL ? labelAt(BRACKET_LABEL, shadow, open) : null
    if (label) labels.push(label)
  }
  return labels
}

function labelAt(pattern: RegExp, shadow: string, at: number): Label | null {
  pattern.lastIndex = at
  const found = pattern.exec(shadow)
  return found ? { text: found[1] ?? '', start: at, end: at + found[0].length } : null
}

function listEnd(shadow: string, from: number, next: number | undefined): number {
  const limit = Math.min(next ?? shadow.length, from + 3000)
  const stop = /[。\n]/.exec(shadow.slice(from, limit))
  return stop ? from + stop.index : limit
}
