import { scanner } from '../scan/index.ts'
import { type Line, part } from './lines.ts'
import { type Numbering, RANK, readNumbering } from './numbering.ts'
import { endsBody, endsLoneTitle, endsTitle } from './words.ts'

/** How far each level of numbering has counted, so that only the next number counts as numbering inside a line. */
interface Counters {
  readonly last: Map<number, number>
  /** Levels that may begin at 1 again, or go on counting, below a new outer number. */
  readonly fresh: Set<number>
}

type Placed = Numbering & { readonly at: number }

const INNER =
  /(?:[一二三四五六七八九十]{1,3}、|（\s*[一二三四五六七八九十]{1,3}\s*）|第[一二三四五六七八九十百]{1,5}条|（\s*\d{1,2}\s*）|(?<!\d)\d{1,2}(?:\.(?!\d)|\.(?=20\d{2}年)|、))/y
const nextInner = scanner(INNER, {
  opens: '一二三四五六七八九十（第0123456789',
  follows: '一二三四五六七八九十百、. 0123456789',
})
const DATE = '(?:\\d{4}|[一二][〇○零一二三四五六七八九]{3})\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日'
const DAY = new RegExp(DATE)
const SIGNED = new RegExp(
  `(?<=[。）])\\s*([\\u4e00-\\u9fa5、 ]{2,40}?)\\s*(${DATE})(?=\\s*(?:（[^（）]{1,20}）|附件|附：|$)|([^。；：，]{4,80}))`,
  'g',
)
const NUMBER = /[〔（]\s*(?:19|20)\d{2}\s*[〕）]\s*(?:第\s*)?\d{1,5}\s*号/
const SALUTATION = /^(?:各|国务院各|省政府|省直|市直|市政府各|市各|区政府各|区各|县直|有关)[^。；]{2,160}?：(?=\S{12})/
const STAMP = /^(?:发布日期|发布时间|时间|日期)\s*：\s*\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}：\d{2}(?:：\d{2})?)?/

/**
 * A page copied as one flat line holds titles, headings and paragraphs end to end. Such lines are cut where a
 * 文号, a salutation, the next number of a numbering, or a signature stands. Other lines, and rows of cells between
 * bars, pass through.
 */
export function unflatten(shadow: string, lines: readonly Line[]): readonly Line[] {
  const counters: Counters = { last: new Map(), fresh: new Set() }
  const cutLines: Line[] = []
  let nearHead = 0
  for (const line of lines) {
    const text = line.shadow
    nearHead = text.length <= 60 || NUMBER.test(text.slice(0, 220)) ? 4 : nearHead - 1
    const row = text.includes('|') && /\|[^|]+\|/.test(text)
    const cuts = row
      ? []
      : [...headCuts(text, nearHead >= 0), ...innerCuts(shadow, line, counters), ...signatureCuts(text)]
    for (const each of cuts.length === 0 ? [line] : pieces(line, cuts)) cutLines.push(each)
  }
  return cutLines
}

function pieces(line: Line, cuts: readonly number[]): readonly Line[] {
  const at = [...new Set([0, ...cuts])].sort((a, b) => a - b)
  return at
    .map((from, i) => {
      const last = i === at.length - 1
      const { jumpTo, jumpFrom, ...plain } = line
      const cutLine = part(plain, {
        start: line.start + from,
        end: last ? line.end : line.start + (at[i + 1] ?? 0),
      })
      return {
        ...cutLine,
        gap: i === 0 && line.gap,
        ...(last && jumpTo ? { jumpTo } : {}),
        ...(i === 0 && jumpFrom ? { jumpFrom } : {}),
      }
    })
    .filter((each) => each.end > each.start || each.jumpTo || each.jumpFrom)
}

function headCuts(text: string, nearHead: boolean): readonly number[] {
  const stamp = '发时日'.includes(text.charAt(0)) ? STAMP.exec(text.slice(0, 60)) : null
  if (stamp && stamp[0].length < text.length) return [stamp[0].length]
  const cuts: number[] = []
  const head = text.slice(0, 260)
  const number = head.includes('号') ? NUMBER.exec(head) : null
  let from = 0
  if (number) {
    const end = number.index + number[0].length
    const begin = numberStart(head.slice(0, number.index))
    if (begin !== null && (begin > 0 || end < text.length)) {
      cuts.push(begin, end)
      from = end
    }
  }
  if ((!nearHead && !number) || !text.includes('：')) return cuts
  const salutation = SALUTATION.exec(text.slice(from, from + 260))
  if (salutation && text.length - from > salutation[0].length) cuts.push(from + salutation[0].length)
  return cuts
}

/** Where the letters of a 文号 begin in what stands before its year: right behind a title, or at the line's start. */
function numberStart(before: string): number | null {
  if (/^[\u4e00-\u9fa5]{1,12}\s*$/.test(before) && !endsTitle(before.trim().slice(0, -2))) return 0
  for (let letters = 2; letters <= 10 && letters < before.length; letters += 1) {
    const cutAt = before.length - letters
    if (!/^[\u4e00-\u9fa5]+\s*$/.test(before.slice(cutAt))) return null
    if (endsTitle(before.slice(Math.max(0, cutAt - 30), cutAt).trim())) return cutAt
  }
  return null
}

function innerCuts(shadow: string, line: Line, counters: Counters): readonly number[] {
  const own = readNumbering(shadow, line.start)
  if (own) count(counters, own.rank, own.number)
  if (line.end - line.start < 60) return []
  const cuts: number[] = []
  const text = line.shadow
  let headingFrom = own?.rank === RANK.roman ? own.length : -1
  const marks: Placed[] = []
  for (let hit = nextInner(text, 0); hit; hit = nextInner(text, hit.index + hit[0].length)) {
    const mark = readNumbering(shadow, line.start + hit.index)
    if (mark) marks.push({ ...mark, at: hit.index })
  }
  if (marks.length === 0) return []
  const points = closedPoints(text, marks)
  for (const [i, mark] of marks.entries()) {
    const { at } = mark
    if (mark.rank === RANK.parenArabic) {
      if (points.has(mark)) cuts.push(at)
      continue
    }
    if (at === 0 || (!follows(counters, mark) && !beginsLater(counters, mark, marks, i))) continue
    const before =
      text.slice(Math.max(0, at - 1), at).trim() ||
      text
        .slice(Math.max(0, at - 3), at)
        .trim()
        .slice(-1)
    const inHeading =
      headingFrom >= 0 &&
      mark.rank > RANK.roman &&
      at - headingFrom < 60 &&
      !/[。；：！]/.test(text.slice(headingFrom, at))
    const spaced = mark.number === 1 && mark.rank <= RANK.roman && text[at - 1] === ' '
    if (!inHeading && !spaced && !/[。；！？）”：]/.test(before)) continue
    if (
      mark.rank >= RANK.arabic &&
      before === '）' &&
      !/[。；：]）$/.test(text.slice(Math.max(0, at - 2), at)) &&
      mark.number === 1
    )
      continue
    cuts.push(at)
    count(counters, mark.rank, mark.number)
    headingFrom = mark.rank === RANK.roman ? at + mark.length : -1
  }
  return cuts
}

/** （1）…（甲局负责）（2）…（乙局负责）: points that each close with a bracket are places of their own; others stay in their sentence. */
function closedPoints(text: string, marks: readonly Placed[]): ReadonlySet<Placed> {
  const points = new Set<Placed>()
  let run: Placed[] = []
  for (const mark of marks.filter(({ rank }) => rank === RANK.parenArabic)) {
    const before = text.slice(Math.max(0, mark.at - 6), mark.at).trimEnd()
    if (mark.number === 1) run = /[。；：]$/.test(before) ? [mark] : []
    else if (run.at(-1)?.number === mark.number - 1 && /）[。；]?$/.test(before.slice(-2))) run = [...run, mark]
    else run = []
    if (run.length > 1) for (const each of run) points.add(each)
  }
  return points
}

function follows(counters: Counters, mark: { readonly rank: number; readonly number: number }): boolean {
  const last = counters.last.get(mark.rank)
  return mark.number === (last ?? 0) + 1 || (mark.number === 1 && (last !== 1 || counters.fresh.has(mark.rank)))
}

/** An excerpt may begin with （十二） when （十三） comes behind it, and with 五、 when the next item stands in its heading. */
function beginsLater(counters: Counters, mark: Numbering, marks: readonly Placed[], i: number): boolean {
  if (counters.last.has(mark.rank)) return false
  const [here, inner] = [marks[i], marks[i + 1]]
  if (mark.rank === RANK.roman && inner && here && inner.at - here.at < 40 && follows(counters, inner)) return true
  const next = marks.slice(i + 1, i + 40).find((each) => each.rank === mark.rank)
  return next?.number === mark.number + 1
}

function count(counters: Counters, rank: number, number: number): void {
  counters.last.set(rank, number)
  counters.fresh.delete(rank)
  const restarts =
    rank === RANK.roman ? [RANK.arabic] : rank === RANK.paren || rank === RANK.article ? [RANK.arabic] : []
  for (const inner of restarts) counters.fresh.add(inner)
}

function signatureCuts(text: string): readonly number[] {
  if (text.length < 40 || !text.includes('日') || !DAY.test(text)) return []
  const cuts: number[] = []
  for (const found of text.matchAll(SIGNED)) {
    const issuer = (found[1] ?? '').trim()
    if (!endsBody(issuer) || (found[3] !== undefined && !opensWithTitle(found[3]))) continue
    const issuerAt = found.index + found[0].indexOf(issuer)
    const dateAt = found.index + found[0].lastIndexOf(found[2] ?? '')
    const end = dateAt + (found[2]?.length ?? 0)
    cuts.push(issuerAt, dateAt)
    if (end < text.length) cuts.push(end)
  }
  return cuts
}

/** What stands behind a signature's day is the title of the text that follows it. */
function opensWithTitle(text: string): boolean {
  const pieces = text.trim().split(/\s+|(?=[一1]\s*[、.])/, 3)
  return pieces.some((_, i) => {
    const title = pieces.slice(0, i + 1).join('')
    return endsTitle(title) || endsLoneTitle(title)
  })
}
