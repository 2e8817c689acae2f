import { chineseNumber } from '../numeral/index.ts'
import { daysInMonth, findDateOf, type PlainDate } from './plain-date.ts'

/**
 * How a printed point in time names its year. `following` is 次年: the year after whatever year the duty recurs in;
 * `same` is 当年: that year itself.
 */
export type YearWord = 'printed' | 'this' | 'same' | 'next' | 'following' | 'none'

/** What a printed point in time covers: one day, a third of a month (旬), a month, a quarter, half a year, a year. */
export type PointSize = 'day' | 'third' | 'month' | 'quarter' | 'half' | 'year'

/** A point in time as printed, before its year is known. `edge` is 底/末 (end), 初 (start) or null. */
export interface DatePoint {
  readonly size: PointSize
  readonly yearWord: YearWord
  readonly year: number | null
  readonly first: MonthDay
  readonly last: MonthDay
  readonly edge: 'end' | 'start' | null
  /** Offset just behind the phrase. */
  readonly end: number
}

/** A day of no particular year. Day 31 stands for the last day of its month. */
export interface MonthDay {
  readonly month: number
  readonly day: number
}

const YEAR =
  /(?:(\d{4}|[一二][〇○零一二三四五六七八九]{3})\s*年(?:度)?|(今年|本年度?|当前年度|当年|明年|次年|翌年|下一?年度?))\s*/y
const YEAR_EDGE = /年?\s*(底|末|终|初)/y
const BARE_YEAR_EDGE = /(?:今|本)?年\s*(底|末|终|初)/y
const NUMERIC = /(\d{4})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?![\d.])/y
const QUARTER = /第?\s*([一二三四1-4])\s*季度\s*(末|底|初)?/y
const QUARTERS = /前\s*([二两三23])\s*个?季度/y
const HALF = /([上下])半年(?:\s*(末|底))?/y
const MONTH = /(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月(?:份)?\s*/y
const DAY =
  /(\d{1,2}|[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])\s*(?:[日号]|(?=(?:[—–~-]+|至)\s*\d{1,2}\s*[日号]))/y
const MONTH_PART = /(?:月)?(底|末|初|上旬|中旬|下旬|上中旬|中下旬)/y

/** The point in time that begins exactly at `at` (年底, 2021年6月底, 10月中旬, 第三季度, 9月30日 …), or null. */
export function readPoint(text: string, at: number): DatePoint | null {
  const bare = match(BARE_YEAR_EDGE, text, at)
  if (bare) return yearPoint(bare[1] ?? '', { word: 'none', year: null, end: BARE_YEAR_EDGE.lastIndex })
  const numeric = match(NUMERIC, text, at)
  if (numeric) return numericPoint(numeric)
  const head = readYear(text, at)
  const inside = withinYear(text, head.end, head)
  if (inside) return inside
  if (head.word === 'none') return null
  const edge = match(YEAR_EDGE, text, head.end)
  return edge ? yearPoint(edge[1] ?? '', { ...head, end: YEAR_EDGE.lastIndex }) : yearPoint('', head)
}

/** A bare day (10日) that completes a range, taken in the month of `from`. */
export function readDayAfter(text: string, at: number, from: DatePoint): DatePoint | null {
  const day = match(DAY, text, at)
  const number = day ? chineseNumber(day[1] ?? '') : null
  if (number === null || number < 1 || number > 31) return null
  const spot = { month: from.first.month, day: number }
  return { ...from, size: 'day', first: spot, last: spot, edge: null, end: DAY.lastIndex }
}

/** The civil day of a month-day in a year; day 31 of a shorter month is that month's last day only when `lenient`. */
export function dayIn(year: number, spot: MonthDay, lenient: 'clamp' | 'strict'): PlainDate | null {
  const last = daysInMonth(year, spot.month)
  if (spot.day > last && lenient === 'strict') return null
  const day = Math.min(spot.day, last)
  return findDateOf(year, spot.month, day) ?? null
}

interface YearHead {
  readonly word: YearWord
  readonly year: number | null
  readonly end: number
}

function readYear(text: string, at: number): YearHead {
  const found = match(YEAR, text, at)
  if (!found) return { word: 'none', year: null, end: at }
  const end = YEAR.lastIndex
  if (found[1]) return { word: 'printed', year: chineseNumber(found[1]), end }
  const word = found[2] ?? ''
  if (word === '明年' || word.startsWith('下')) return { word: 'next', year: null, end }
  if (word === '当年') return { word: 'same', year: null, end }
  return { word: word === '次年' || word === '翌年' ? 'following' : 'this', year: null, end }
}

function withinYear(text: string, at: number, head: YearHead): DatePoint | null {
  const quarter = match(QUARTER, text, at)
  if (quarter) {
    const month = ((chineseNumber(quarter[1] ?? '') ?? 1) - 1) * 3 + 1
    return span('quarter', head, [month, month + 2], { edge: quarter[2], end: QUARTER.lastIndex })
  }
  const quarters = match(QUARTERS, text, at)
  if (quarters) {
    const last = (chineseNumber(quarters[1] ?? '') ?? 1) * 3
    return span('quarter', head, [1, last], { edge: undefined, end: QUARTERS.lastIndex })
  }
  const half = match(HALF, text, at)
  if (half) {
    const month = half[1] === '上' ? 1 : 7
    return span('half', head, [month, month + 5], { edge: half[2], end: HALF.lastIndex })
  }
  const found = match(MONTH, text, at)
  const month = found ? chineseNumber(found[1] ?? '') : null
  if (month === null || month < 1 || month > 12) return null
  return withinMonth(text, MONTH.lastIndex, { ...head, month, end: MONTH.lastIndex })
}

function withinMonth(text: string, at: number, head: YearHead & { readonly month: number }): DatePoint | null {
  const { month } = head
  const day = match(DAY, text, at)
  if (day) {
    const number = chineseNumber(day[1] ?? '') ?? 0
    if (number < 1 || number > 31) return null
    const spot = { month, day: number }
    return { ...base(head), size: 'day', first: spot, last: spot, edge: null, end: DAY.lastIndex }
  }
  const part = match(MONTH_PART, text, at)
  if (!part) return span('month', head, [month, month], { edge: undefined, end: head.end })
  const end = MONTH_PART.lastIndex
  if (part[1] === '底' || part[1] === '末' || part[1] === '初')
    return span('month', head, [month, month], { edge: part[1], end })
  const [opens, closes] = thirds(part[1] ?? '')
  const first = { month, day: opens * 10 + 1 }
  const last = { month, day: closes === 2 ? 31 : closes * 10 + 10 }
  return { ...base(head), size: 'third', first, last, edge: null, end }
}

/** 2023.12.31 or 2023-12-31. */
function numericPoint(found: RegExpExecArray): DatePoint | null {
  const [year, month, day] = [Number(found[1]), Number(found[3]), Number(found[4])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const spot = { month, day }
  return { size: 'day', yearWord: 'printed', year, first: spot, last: spot, edge: null, end: NUMERIC.lastIndex }
}

/** The first and the last third of a month that 上旬, 中旬, 下旬, 上中旬 or 中下旬 names, from 0. */
function thirds(name: string): readonly [number, number] {
  const order = ['上', '中', '下']
  return [order.indexOf(name.charAt(0)), order.indexOf(name.charAt(name.length - 2))]
}

function yearPoint(edge: string, head: YearHead): DatePoint {
  return span('year', head, [1, 12], { edge: edge || undefined, end: head.end })
}

function span(
  size: PointSize,
  head: YearHead,
  months: readonly [number, number],
  tail: { readonly edge: string | undefined; readonly end: number },
): DatePoint {
  const edge = tail.edge === undefined ? null : tail.edge === '初' ? 'start' : 'end'
  const [from, to] = months
  return { ...base(head), size, first: { month: from, day: 1 }, last: { month: to, day: 31 }, edge, end: tail.end }
}

function base(head: YearHead): { readonly yearWord: YearWord; readonly year: number | null } {
  return { yearWord: head.word, year: head.year }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
