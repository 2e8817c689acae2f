import { endsBody } from './words.ts'

/** The part that a body has in a duty. A person named as responsible is none of the two. */
export type Role = 'lead' | 'support'

/** One name in a list of parties, with its place in the text that was read. */
export interface Party {
  readonly name: string
  readonly role: Role | null
  /** The verb that gave the role: 牵头, 按职责分工负责. */
  readonly verb: string | null
  readonly start: number
  readonly end: number
}

const DUTY =
  '(?:按照?(?:各自)?(?:职责|职能|任务|部门职责|责任|权限)?(?:职责)?(?:分工)?|依?据?(?:职责|职能)(?:分工)?|根据职责(?:分工)?)'
const VERB_END = new RegExp(
  `(?:${DUTY}?(?:分别|共同|具体|联合|各自|协同|依职责|依法|抓好|做好|组织)?(牵头(?:负责|落实|推进|组织实施|实施|协调|抓总)?|负责(?:落实|推进|组织实施|实施|具体落实|抓落实)?|配合(?:实施|落实|做好|推进)?|参与|参加|协助|落实|组织实施|实施|推进|承担|协同|支持|协办|主办|承办))$`,
)
const VERB_CHARS = '头责实进织施调总合推与加助落担同持办'
const MARKED = /（\s*(牵头(?:单位|部门)?|配合(?:单位|部门)?|主办|协办|负责|参与)\s*）$/
const ETCETERA =
  /^(.*[^高中初同平])等((?:有关|相关|各|国务院|部门|单位|市直|市级|省级|省直|区直|区级|县直|县级|中央|国家|部委|机构|委办局|责任|成员|街道|乡镇|镇|方面|地方|\d{1,3}个|[一二三四五六七八九十]{1,3}(?:部门|单位|家|个)).*)?$/
const GENERIC =
  /^(?:有关|相关|各|国务院|市直|市级|省级|省直|区直|区级|县直|县级|中央|国家)\S*(?:部门|单位|机构|地方|地区|街道|乡镇|镇|政府|委办局|部委|局|成员单位)/
const OPENS =
  /^(?:各|有关|相关|国务院|国家|中央|中国|市|省|县|区|自治区|州|全|其他|地方|所在|属地|乡|镇|街道|当地|直属|基层|人民|教育|公安|财政|住房|办公室|[\u4e00-\u9fa5]{2,4}(?:市|区|县|省|镇))/
const LEVEL = '(?:自治区|直辖市|县级市|自治州|地区|县|区|市|州|盟|旗|镇|乡|街道)'
const GROUP_LEFT = new RegExp(`^各(?:有关|相关)?(?:省|${LEVEL})(?:、${LEVEL})*$`)
const GROUP_RIGHT = new RegExp(`^${LEVEL}(?:（[^（）]*）)?(?:人民政府|政府|管委会|办事处|[、，；。）]|$)`)
/** What the next two look for begins with one of these: most names hold none of them. */
const DOUBTFUL = /[第首下为排所列不均\d年完长持常时分]/
const NEVER = /第一位|首位|下同|为牵头|排名|排在|所列|列入|不再列出/
/** 市财政局（第一责任单位为牵头单位，下同）: how the list is to be read, behind its last name. */
const SAID_OF_ORDER = /（[^（）]*(?:第一|首位|为牵头|下同)[^（）]*）?$/
/** 此项工作由: the words before the names of a sentence of its own that says who does it. */
export const THIS_WORK = /^ *(?:此|该|本|上述|以上)(?:项|几项|各项)?(?:工作|任务|措施)?由/
const NOISE = /(?:均为|\d+月|年底|完成|长期|持续|常态|时限|分工负责）?$)/

/**
 * The names of a printed list of parties, from `start` to `end` of a shadow text. Lists are divided at 、，； and
 * where 及, 和, 与, 会同 stand between two whole names; a name that carries 和 itself (市文化和旅游局) stays whole, and
 * nothing inside brackets is divided (各县（市、区）人民政府). 等 falls away; a group behind it is a name of its own.
 */
export function readParties(shadow: string, start: number, end: number): readonly Party[] {
  const parties: Party[] = []
  let depth = 0
  let from = start
  for (let i = start; i < end; i += 1) {
    const code = shadow.charCodeAt(i)
    if (code > 0x4dff && code < 0xa000) continue
    if (code === 0xff08 || code === 0x3014) depth += 1
    else if (code === 0xff09 || code === 0x3015) depth = Math.max(0, depth - 1)
    if (depth > 0 || !divides(shadow, code, { from, at: i, end })) continue
    if (i > from) readItem(shadow, from, i, parties)
    from = i + 1
  }
  if (end > from) readItem(shadow, from, end, parties)
  return parties
}

function divides(
  shadow: string,
  code: number,
  at: { readonly from: number; readonly at: number; readonly end: number },
): boolean {
  if (code === 0x3001) return !isOneGroup(shadow, at.from, at.at)
  if (code === 0xff0c || code === 0xff1b || code === 0x0a || code === 0x09) return true
  if (code === 0x20) return spaced(shadow, at.from, at.at, at.end)
  return (code === 0x2f || code === 0xff0f) && !/\d/.test(shadow[at.at - 1] ?? '')
}

/** Whether a name looks like a body's: by its end, or a bracket behind such an end. */
export function isPartyName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 42 &&
    (endsBody(name) || (name.endsWith('）') && endsBody(name.replace(/（[^（）]*）$/, ''))))
  )
}

function spaced(shadow: string, from: number, at: number, end: number): boolean {
  const next = shadow.slice(at + 1, Math.min(end, at + 24)).split(/[、，；\s]/)[0] ?? ''
  return isPartyName(shadow.slice(from, at).trim()) && isPartyName(next.trim())
}

/** 各市、县（区）人民政府 and 各省、自治区、直辖市人民政府 are one name each. */
function isOneGroup(shadow: string, from: number, at: number): boolean {
  if (at - from > 24 || shadow[from] !== '各') return false
  return GROUP_LEFT.test(shadow.slice(from, at).trim()) && GROUP_RIGHT.test(shadow.slice(at + 1, at + 24))
}

function readItem(shadow: string, from: number, to: number, into: Party[]): void {
  let [start, end] = trimmed(shadow, from, to)
  if (end - start > 80) return
  const text = shadow.slice(start, end)
  const join =
    !text.includes('会同') && !text.includes('联合')
      ? null
      : /会同|联合(?=[\u4e00-\u9fa5]{2,}(?:局|委|部|办|厅|署|院|中心|公司|政府|行|会))/.exec(text)
  if (join && join.index > 1) {
    readItem(shadow, start, start + join.index, into)
    readItem(shadow, start + join.index + join[0].length, end, into)
    return
  }
  const verb = text.endsWith('）')
    ? MARKED.exec(text)
    : VERB_CHARS.includes(text.charAt(text.length - 1))
      ? VERB_END.exec(text)
      : null
  end -= verb?.[0].length ?? 0
  const begin = !' 由请以及和与并此该本上'.includes(text.charAt(0))
    ? null
    : (THIS_WORK.exec(text) ?? /^(?:由|请|以及|及|和|与|并)(?=[\u4e00-\u9fa5]{2})/.exec(shadow.slice(start, end)))
  if (begin && isPartyName(shadow.slice(start + begin[0].length, end))) start += begin[0].length
  const role = verb ? (/牵头|主办/.test(verb[0]) ? 'lead' : 'support') : null
  for (const [a, b] of namesWithin(shadow, start, end))
    push(shadow, { from: a, to: b, role, verb: verb?.[0] ?? null }, into)
  if (verb && end <= start) into.push({ name: '', role, verb: verb[0], start, end: start })
}

function namesWithin(shadow: string, start: number, end: number): readonly (readonly [number, number])[] {
  const [from, to] = trimmed(shadow, start, end)
  const text = shadow.slice(from, to)
  if (text === '') return []
  const conjunction = divided(text)
  if (conjunction) {
    return [...namesWithin(shadow, from, from + conjunction.left), ...namesWithin(shadow, from + conjunction.right, to)]
  }
  const more = text.includes('等') ? ETCETERA.exec(text) : null
  if (!more) return [[from, to]]
  const [head, rest] = [more[1] ?? '', more[2] ?? '']
  const named: (readonly [number, number])[] = [[from, from + head.length]]
  if (GENERIC.test(rest) && !/^(?:有关|相关)(?:部门|单位)$/.test(rest)) named.push([to - rest.length, to])
  return named
}

/** Where 及, 以及, 和, 与, 或 stand between two whole names. */
function divided(text: string): { readonly left: number; readonly right: number } | null {
  if (!/[及和与或]/.test(text)) return null
  for (const found of text.matchAll(/以及|及其?|和|与|或/g)) {
    const [left, right] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
    if (depthOf(left) !== 0 || left.length < 2 || right.length < 2) continue
    const whole = endsBody(left) || /等(?:部门|单位|有关部门|相关部门)?$/.test(left)
    const strong = found[0].startsWith('以') || found[0].startsWith('及')
    const bareGroup = /^(?:部门|单位|地区|机构|企业|政府|管委会|其?他?部门|地方|个人)$/.test(right)
    if (found[0] === '及其' && /^下属|所属/.test(right)) continue
    if (
      whole &&
      !bareGroup &&
      (OPENS.test(right) || strong) &&
      /(?:等|[局委部办厅署院会府心司行门位区县市镇乡道关学所站队组社处科室企构团园台场馆校联])$/.test(
        right.replace(/（[^（）]*）$/, ''),
      )
    ) {
      return { left: found.index, right: found.index + found[0].length }
    }
  }
  return null
}

function depthOf(text: string): number {
  let depth = 0
  for (const char of text) depth += char === '（' ? 1 : char === '）' ? -1 : 0
  return depth
}

function push(
  shadow: string,
  at: { readonly from: number; readonly to: number; readonly role: Role | null; readonly verb: string | null },
  into: Party[],
): void {
  const [start, whole] = trimmed(shadow, at.from, at.to)
  const aside = shadow.slice(start, whole).includes('（') ? SAID_OF_ORDER.exec(shadow.slice(start, whole)) : null
  const end = aside ? start + aside.index : whole
  const name = shadow.slice(start, end)
  if (name.length < 2 || name.length > 60) return
  if (DOUBTFUL.test(name) && (NEVER.test(name) || (NOISE.test(name) && !isPartyName(name)))) return
  into.push({ name, role: at.role, verb: at.verb, start, end })
}

function trimmed(shadow: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to]
  while (start < end && isEdge(shadow.charCodeAt(start))) start += 1
  while (end > start && isEdge(shadow.charCodeAt(end - 1))) end -= 1
  return [start, end]
}

/** Spaces, stops and dashes that stand around a name without belonging to it. */
function isEdge(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0x3002 ||
    code === 0x3001 ||
    code === 0xff0c ||
    code === 0xff1a ||
    code === 0xff1b ||
    code === 0xb7 ||
    code === 0x2014 ||
    code === 0x2d
  )
}
