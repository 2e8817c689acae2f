import { type DeadlineContext, type DeadlinePhrase, parseDeadlinePhrase, readDeadlines } from '../calendar/index.ts'
import { type Clause, readCell, readClauses, type Term } from './clauses.ts'
import { concat, cut, type Joined } from './joined.ts'
import type { AssignmentRead, DeadlineRead, Mark, MeasureRead, Span } from './model.ts'
import { readNumbering } from './numbering.ts'
import { type Node, wholeText } from './outline.ts'
import type { Party } from './parties.ts'
import { squeeze } from './source.ts'
import type { Row } from './table-rows.ts'
import { readTargets } from './targets.ts'

/** Where a measure stands: its document, its path, and the year that unprinted years mean. */
export interface Place {
  readonly document: string
  readonly path: readonly string[]
  readonly dates: DeadlineContext
  /** The document has said that the party named first leads (列第一位者为牵头单位，下同). */
  readonly firstLeads: boolean
}

interface Reading {
  readonly text: Joined
  readonly title: string
  readonly clauses: readonly Clause[]
  readonly deadlines: readonly Placed<DeadlineRead>[]
  readonly group: string | null
}

interface Placed<T> {
  readonly value: T
  readonly span: Span
}

/** The measure of a numbered place: itself with all that stands below it. `inherited` are clauses of its heading. */
export function measureOf(node: Node, place: Place, inherited: readonly Clause[] = []): MeasureRead {
  const text = node.kind === 'paragraph' ? node.text : wholeText(node)
  const { clauses: all } = text === node.text ? node.own : readClauses(text.shadow)
  const clauses = inherited.length > 0 ? all.filter((clause) => clause.form !== 'prose') : all
  const title = node.heading ?? opening(text)
  const used = clauses.some(hasParties) ? clauses : [...inherited.map(elsewhere), ...clauses]
  return build(node, place, {
    text,
    title,
    clauses: used,
    deadlines: deadlinesOf(text, clauses, place.dates),
    group: null,
  })
}

/** The measure of a table's row, or null where the row names neither a task nor a party. */
export function measureOfRow(node: Node, row: Row, place: Place): MeasureRead | null {
  const cells = [...row.cells]
  const filled = (role: string) => cells.find((cell) => cell.role === role && cell.value.text !== '')
  const main = filled('text') ?? filled('target') ?? null
  const named = cells.some((cell) => (cell.role === 'lead' || cell.role === 'support') && cell.value.text !== '')
  if (!main && !named) return null
  const head = main?.value ?? row.group
  if (!head || head.text === '') return null
  const ordered = [
    head,
    ...cells
      .filter((cell) => cell !== main && cell.role !== 'serial' && cell.role !== 'note')
      .map((cell) => cell.value),
  ]
  const text = concat(ordered, '\n')
  const clauses: Clause[] = []
  let at = head.text.length
  const deadlines = [...deadlinesOf(head, [], place.dates)]
  for (const cell of cells) {
    if (cell === main || cell.role === 'serial' || cell.role === 'note' || cell.value.text === '') continue
    const start = at === 0 ? 0 : at + 1
    at = start + cell.value.text.length
    readRowCell(text, cell, { start, end: at, dates: place.dates }, { clauses, deadlines })
  }
  return build(node, place, {
    text,
    title: opening(cut(head, readNumbering(head.shadow, 0)?.length ?? 0, head.text.length)),
    clauses: merge(clauses),
    deadlines,
    group: row.group?.text ?? null,
  })
}

function readRowCell(
  text: Joined,
  cell: Row['cells'][number],
  at: { readonly start: number; readonly end: number; readonly dates: DeadlineContext },
  into: { readonly clauses: Clause[]; readonly deadlines: Placed<DeadlineRead>[] },
): void {
  const { start, end } = at
  if (cell.role === 'lead' || cell.role === 'support') {
    const parties = readCell(text.shadow, cell.role, { start, end })
    into.clauses.push({ ...parties, label: cell.heading, terms: [], start, end, form: 'label' })
  } else if (cell.role === 'time') {
    const phrase = text.shadow.slice(start, end)
    const all = readDeadlines(phrase, at.dates)
    const read = all.length > 1 ? null : parseDeadlinePhrase(phrase, at.dates.year)
    const found = read ? [closing(cell.heading, read)] : all.length > 1 ? all : []
    for (const each of found)
      into.deadlines.push(
        placed(text, { ...each, span: { start: each.span.start + start, end: each.span.end + start } }),
      )
  } else if (cell.role !== 'person') {
    for (const each of readDeadlines(text.shadow.slice(start, end), at.dates)) {
      into.deadlines.push(
        placed(text, { ...each, span: { start: each.span.start + start, end: each.span.end + start } }),
      )
    }
  }
}

/** The lead and support columns of one row are one assignment. */
function merge(clauses: readonly Clause[]): readonly Clause[] {
  const filled = clauses.filter(hasParties)
  const [first, ...rest] = filled
  if (!first) return []
  const label = [...new Set(filled.map((clause) => clause.label).filter((each) => each !== null && each !== ''))].join(
    '/',
  )
  return [
    {
      ...first,
      label: label || null,
      leads: filled.flatMap((clause) => clause.leads),
      supports: [first, ...rest].flatMap((clause) => clause.supports),
    },
  ]
}

function build(node: Node, place: Place, read: Reading): MeasureRead {
  const marks: Mark[] = []
  const { text } = read
  const several = read.clauses.filter(hasParties).length > 1
  let behind = 0
  const counts = { lead: 0, support: 0 }
  const assignments: AssignmentRead[] = []
  for (const clause of read.clauses) {
    if (!hasParties(clause)) continue
    for (const kind of ['lead', 'support'] as const) {
      for (const party of kind === 'lead' ? clause.leads : clause.supports) {
        if (party.end > party.start)
          marks.push({ kind, index: counts[kind], span: { start: party.start, end: party.end } })
        counts[kind] += 1
      }
    }
    const covers = several
      ? text.text
          .slice(behind, clause.start)
          .replace(/^[。；，\s]+/, '')
          .trim() || null
      : null
    behind = Math.max(behind, clause.end)
    assignments.push({
      leads: names(text, clause.leads),
      supports: names(text, clause.supports),
      label: clause.label,
      covers,
    })
  }
  const targets = readTargets(text.text, text.shadow)
  read.deadlines.forEach((each, index) => {
    marks.push({ kind: 'deadline', index, span: each.span })
  })
  targets.forEach((target, index) => {
    marks.push({ kind: 'target', index, span: target.span })
  })
  const named = assignments.some((each) => each.leads.length > 0)
  return {
    document: place.document,
    path: place.path,
    title: read.title,
    text: text.text,
    assignments,
    deadlines: read.deadlines.map((each) => each.value),
    targets: targets.map(({ span: _, ...target }) => target),
    marks,
    pieces: text.pieces,
    span: spanOf(text),
    line: node.line,
    group: read.group,
    leadByRule: place.firstLeads && !named ? (assignments[0]?.supports[0] ?? null) : null,
  }
}

function hasParties(clause: Clause): boolean {
  return clause.leads.length + clause.supports.length > 0
}

/** Parties printed in a heading above carry no mark in the measure's own text. */
function elsewhere(clause: Clause): Clause {
  const away = (party: Party): Party => ({ ...party, start: -1, end: -1 })
  return { ...clause, leads: clause.leads.map(away), supports: clause.supports.map(away), start: 0, end: 0 }
}

function names(text: Joined, parties: readonly Party[]): readonly string[] {
  return parties.map((party) => squeeze(party.start < 0 ? party.name : text.text.slice(party.start, party.end)))
}

function deadlinesOf(
  text: Joined,
  clauses: readonly Clause[],
  dates: DeadlineContext,
): readonly Placed<DeadlineRead>[] {
  const terms = clauses.flatMap((clause) => clause.terms)
  const within = (span: Span, term: Term) => span.start < term.end && span.end > term.start
  const found = readDeadlines(text.shadow, dates).map((each) => {
    const term = terms.find((one) => within(each.span, one))
    return placed(text, term ? closing(term.label, each) : each)
  })
  for (const term of terms) {
    if (found.some((each) => within(each.span, term))) continue
    const phrase = text.shadow.slice(term.start, term.end).replace(/[。；，）\s]+$/, '')
    const read = parseDeadlinePhrase(phrase, dates.year)
    if (!read) continue
    const span = { start: read.span.start + term.start, end: read.span.end + term.start }
    found.push(placed(text, { ...closing(term.label, read), span }))
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** Behind 完成时限 a month, quarter or year that stands alone is the term to its end. */
function closing(label: string, read: DeadlinePhrase): DeadlinePhrase {
  const term =
    /完成|时限|期限|截止|时间要求|节点|进度要求|(?:决策|出台|办理|提交|报送)时间/.test(label) &&
    read.kind === 'during' &&
    !/[至到—–~-]/.test(read.phrase)
  return term ? { ...read, kind: 'by', start: null } : read
}

function placed(text: Joined, read: DeadlineRead & { readonly span: Span }): Placed<DeadlineRead> {
  const { span, kind, due, start, rule } = read
  return { value: { phrase: text.text.slice(span.start, span.end), kind, due, start, rule }, span }
}

const OPENING_DAY =
  /^(?=[^，]*[\d年月季])[^，。；：\n]{0,16}(?:前|底|末|起|年|月|日|旬|季度|期间)，(?=[^，。；：\n]{4,})/

/** A title for what has no heading: its opening words up to the first stop; a day alone (6月底前，) is none. */
function opening(text: Joined): string {
  const head = text.shadow.slice(0, 80)
  const day = OPENING_DAY.exec(head)?.[0].length ?? 0
  const found = head.slice(day).search(/[，。；：\n]/)
  const stop = found < 0 ? found : found + day
  const end = stop < 4 ? Math.min(head.length, 60) : stop
  const quoted = /^《[^》]{2,70}》/.exec(head)
  return text.text
    .slice(0, quoted && text.text.length < 90 ? (stop < quoted[0].length ? Math.min(text.text.length, 80) : stop) : end)
    .replace(/\n[\s\S]*$/, '')
    .trim()
}

/** From the first to the last place in the source; a merged cell stands above the rest of its row. */
function spanOf(text: Joined): Span {
  if (text.pieces.length === 0) return { start: 0, end: 0 }
  return {
    start: text.pieces.reduce((least, piece) => Math.min(least, piece.source), Number.POSITIVE_INFINITY),
    end: text.pieces.reduce((most, piece) => Math.max(most, piece.source + piece.length), 0),
  }
}
