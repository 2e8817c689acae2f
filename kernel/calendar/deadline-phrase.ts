import { nextCandidate } from './deadline-phrase-candidates.ts'
import { readDated } from './deadline-phrase-dated.ts'
import { readBeforeEvent } from './deadline-phrase-events.ts'
import { readRecurring, readTerm } from './deadline-phrase-terms.ts'
import type { PlainDate } from './plain-date.ts'

/** What a deadline phrase asks for. Only by, during and from carry days that may be relied on. */
export type DeadlinePhraseKind =
  | 'by'
  | 'during'
  | 'from'
  | 'recurring'
  | 'duration'
  | 'relative'
  | 'fuzzy'
  | 'ongoing'
  | 'due-year-unknown'

/** A deadline as printed and as read. `span` is in the text that was given. */
export interface DeadlinePhrase {
  readonly phrase: string
  readonly kind: DeadlinePhraseKind
  readonly due: PlainDate | null
  readonly start: PlainDate | null
  /** One stable line for what has no single day: `monthly by day 10`, `10 working-day`, `early 2021-12`. */
  readonly rule: string | null
  readonly span: { readonly start: number; readonly end: number }
}

/** What the surroundings say: the year that unprinted years mean, and the day on which the document was signed. */
export interface DeadlineContext {
  readonly year: number | null
  readonly signed?: PlainDate | null
}

/** The context within a sentence: the year that its earlier dates printed. */
export interface SentenceContext extends DeadlineContext {
  readonly sentenceYear: number | null
}

/** What one recogniser hands back: a reading, or `null` for text up to `end` that is no deadline. */
export interface Recognised {
  readonly start: number
  readonly end: number
  readonly reading: Omit<DeadlinePhrase, 'phrase' | 'span'> | null
  /** The year that later dates of the same sentence inherit. */
  readonly year?: number | null
}

const ASIDE = /《[^《》]{0,300}》|“[^“”]{0,60}”/g
const VAGUE: ReadonlyMap<string, 'fuzzy' | 'ongoing'> = new Map([
  ['及时', 'fuzzy'],
  ['适时', 'fuzzy'],
  ['尽快', 'fuzzy'],
  ['立行立改', 'fuzzy'],
  ['即知即改', 'fuzzy'],
  ['尽早', 'fuzzy'],
  ['近期', 'fuzzy'],
  ['即日起', 'fuzzy'],
  ['逐步', 'ongoing'],
  ['持续推进', 'ongoing'],
  ['长期坚持', 'ongoing'],
  ['长期推进', 'ongoing'],
  ['常态化推进', 'ongoing'],
])
const CELL_ONGOING = /^(?:长期|持续|常态|全年|经常|日常|贯穿|不间断|动态|常年|一直|随时|即时|实时|正在)/

/**
 * Every deadline that running text prints, in reading order. Cited dates (signing days, dates of laws, baselines,
 * names in 《》 or “”, days of coming into force, time limits inside a target) are passed over; vague words (及时,
 * 适时, 逐步) are kept without a date, each once. Total and linear in the length of the text.
 */
export function readDeadlines(text: string, context: DeadlineContext): readonly DeadlinePhrase[] {
  const plain = asciiDigits(text)
  let hit = nextCandidate(plain, 0)
  if (!hit) return []
  const found: DeadlinePhrase[] = []
  const vague = new Set<string>()
  const masked = asides(plain)
  let sentence: SentenceContext = { ...context, sentenceYear: null }
  let yearly = false
  let position = 0
  let mask = 0
  for (; hit; hit = nextCandidate(plain, position)) {
    const at = hit.index
    while ((masked[mask]?.end ?? Number.POSITIVE_INFINITY) <= at) mask += 1
    const aside = masked[mask]
    if (aside && aside.start <= at && !/^“?十.五/.test(hit[0])) {
      position = aside.end
      continue
    }
    if (yearly && /[。；\n]/.test(plain.slice(position, at))) yearly = false
    if (sentence.sentenceYear !== null && /[。\n]/.test(plain.slice(position, at)))
      sentence = { ...sentence, sentenceYear: null }
    const kind = VAGUE.get(hit[0])
    if (kind) {
      if (!vague.has(hit[0])) found.push(vaguePhrase(text, { start: at, end: at + hit[0].length, kind }))
      vague.add(hit[0])
      position = at + hit[0].length
      continue
    }
    const read = recognise(plain, at, sentence)
    position = read ? Math.max(read.end, at + 1) : at + hit[0].length
    if (typeof read?.year === 'number') sentence = { ...sentence, sentenceYear: read.year }
    if (!read?.reading) continue
    const printed = withSpan(text, read.start, { ...read.reading, end: read.end })
    found.push(yearly ? everyYear(printed) : printed)
    yearly ||= /^yearly (?:by|in|from) /.test(printed.rule ?? '')
  }
  return found
}

/**
 * One deadline typed by hand or standing alone in a table's cell: 2021年12月, 6月30日, 年底前, 每月10日前, 长期坚持.
 * A bare day is then the last one. Null when the phrase says nothing about time.
 */
export function parseDeadlinePhrase(phrase: string, year: number | null): DeadlinePhrase | null {
  const text = phrase.trim()
  const offset = phrase.indexOf(text)
  const whole = { start: offset, end: offset + text.length }
  const numeric = /^(\d{4})\s*[-./]\s*(\d{1,2})(?:\s*[-./]\s*(\d{1,2}))?(\s*(?:日|号)?(?:之前|以前|前)?)$/.exec(
    asciiDigits(text),
  )
  if (numeric) {
    const [, y, m, d] = numeric
    const spelled = `${y}年${Number(m)}月${d ? `${Number(d)}日` : '底'}前`
    const read = readDeadlines(spelled, { year })[0]
    return read ? { ...read, phrase: text, span: whole } : null
  }
  const printed = readDeadlines(text, { year })
  const dated = printed.find((each) => each.kind !== 'fuzzy' && each.kind !== 'ongoing') ?? printed[0]
  if (dated) return shift(dated, offset)
  if (text.length <= 16 && CELL_ONGOING.test(text))
    return { phrase: text, kind: 'ongoing', due: null, start: null, rule: 'ongoing', span: whole }
  const closed = readDeadlines(`${text}前完成`, { year })[0] ?? readDeadlines(`${text}完成`, { year })[0]
  return closed
    ? { ...closed, kind: closed.kind === 'fuzzy' && closed.due ? 'by' : closed.kind, phrase: text, span: whole }
    : null
}

/** 每年3月底前申报，5月底前审核: a day without a year behind a yearly one comes back with it. */
function everyYear(read: DeadlinePhrase): DeadlinePhrase {
  if (read.kind !== 'by' || read.due === null || !/^于?\d{1,2}月/.test(read.phrase)) return read
  return { ...read, kind: 'recurring', due: null, rule: `yearly by ${read.due.slice(5)}` }
}

function recognise(text: string, at: number, context: SentenceContext) {
  if (text[at] === '前' && !/^前[二两三23]\s*个?季度/.test(text.slice(at, at + 6))) return readBeforeEvent(text, at)
  return readRecurring(text, at) ?? readTerm(text, at, context) ?? readDated(text, at, context)
}

function asides(text: string): readonly { readonly start: number; readonly end: number }[] {
  const spans: { start: number; end: number }[] = []
  if (!text.includes('《') && !text.includes('“')) return spans
  ASIDE.lastIndex = 0
  for (let found = ASIDE.exec(text); found; found = ASIDE.exec(text))
    spans.push({ start: found.index, end: ASIDE.lastIndex })
  return spans
}

function vaguePhrase(
  text: string,
  { start, end, kind }: { readonly start: number; readonly end: number; readonly kind: 'fuzzy' | 'ongoing' },
): DeadlinePhrase {
  const rule = kind === 'ongoing' ? 'ongoing' : 'no date'
  return withSpan(text, start, { kind, due: null, start: null, rule, end })
}

function withSpan(
  text: string,
  start: number,
  reading: Omit<DeadlinePhrase, 'phrase' | 'span'> & { readonly end: number },
): DeadlinePhrase {
  const { end, kind, due, start: begins, rule } = reading
  return { phrase: text.slice(start, end), kind, due, start: begins, rule, span: { start, end } }
}

function shift(read: DeadlinePhrase, by: number): DeadlinePhrase {
  return { ...read, span: { start: read.span.start + by, end: read.span.end + by } }
}

function asciiDigits(text: string): string {
  if (!/[０-９．～－]/.test(text)) return text
  return text.replace(/[０-９．～－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}
