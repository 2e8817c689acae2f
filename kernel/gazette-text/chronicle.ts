import { compareDays, findDateOf, lastOfMonth, type PlainDate } from '../calendar/index.ts'
import type { ChronicleRead, Fault } from './model.ts'
import { namedPeople } from './people.ts'
import { foldWidths } from './source.ts'

/** A paragraph of a chronicle with the source line on which it begins. */
export interface ChronicleLine {
  readonly text: string
  readonly line: number
}

const BULLET = /^[△▲◆●○•■◇□★☆※·\-—＊*]+\s*/
const DATED =
  /^(?:（?(\d{4})\s*年)?\s*(?:(\d{1,2})\s*月)?\s*(\d{1,2})\s*日?\s*(?:(?:至|到|[—–~-]+|、|和)\s*(?:(\d{4})\s*年)?(?:(\d{1,2})\s*月)?\s*(\d{1,2})\s*)?日\s*(?:（[^（）]{1,8}）|星期[一二三四五六日天]|上午|下午|晚)?\s*(?:[，：。、]|\s|(?=[\u4e00-\u9fa5“《△（]|\d{4}年|$))/
/** 3月上旬, 2021年12月下旬. */
const THIRD = /^(?:(\d{4})\s*年)?\s*(?:(\d{1,2})\s*月|[本当是]月)?\s*([上中下])旬[，：。、\s]?/
/** 4月 县委换届: an entry of a whole month. */
const OF_MONTH = /^(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月(?:份)?(?:\s+|[，：])(?=[\u4e00-\u9fa5“《△（])/
/** 【1956年】 or 【民国三十八年（1949）】 below the day of the year: what happened on this day. */
const YEAR_OF_DAY = /^（(?:[^（）]{2,10}（)?(\d{4})\s*年?）{1,2}/
/** 大事记202108: year and month behind the title, without a word between. */
const MONTH_RUN = /(?:大事记|要事记|纪事)((?:19|20)\d{2})(0[1-9]|1[0-2])$/
/** 大事记1月: the month alone behind the word, as the parts of a yearbook are headed. */
const MONTH_BEHIND = /^(?:大事记|要事记|纪事)\s*(\d{1,2})\s*月份?$/
const THIS_DAY = /历史上的今天/
const SAME_DAY = /^(?:同日|当日|是日|同一天|当天)[，：\s]?|^(?:上午|下午|中午|傍晚|晚上|晚间|当晚|晚)[，：\s]/
const WHOLE_MONTH = /^(?:是月|本月|当月|月内)[，：\s]?/
const ENTRY_INSIDE =
  /(?<=[。！”）)])\s*(?=(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日?(?:[—–~至-]+(?:\d{1,2}月)?\d{1,2})?日[，,：:\s])|[△▲])/

/**
 * The entries of a chronicle. An entry begins with a day (3日, 1月4—8日, 2021年6月1日) or a bullet; a bullet or 同日
 * takes the day above it. Year and month come from the heading of the chronicle where the entry does not print them.
 */
export function readChronicle(
  lines: readonly ChronicleLine[],
  from: { readonly year: number | null; readonly month: number | null; readonly stamp?: PlainDate | null },
): { readonly entries: readonly ChronicleRead[]; readonly faults: readonly Fault[] } {
  const state: State = {
    year: from.year,
    month: from.month,
    day: null,
    start: null,
    end: null,
    faults: [],
    entries: [],
  }
  const pieces = lines.flatMap(({ text, line }) =>
    text.split(ENTRY_INSIDE).map((piece) => ({ text: piece.trim(), line })),
  )
  const first = pieces.find(({ text }) => startsEntry(foldWidths(text)))
  if (from.month === null && from.stamp && first) readStamp(state, pieces, { stamp: from.stamp, line: first.line })
  for (const { text, line } of pieces) readPiece(state, text, line)
  const entries = state.entries.map(({ parts, ...entry }) => ({ ...entry, text: parts.join('') }))
  return { entries: entries.map((entry) => ({ ...entry, people: namedPeople(entry.text) })), faults: state.faults }
}

/** Year and month that a chronicle's heading names: 2021年6月. */
export function chronicleMonth(texts: readonly string[]): {
  readonly year: number | null
  readonly month: number | null
} {
  for (const text of texts) {
    if (isStamp(foldWidths(text))) continue
    const found = /(\d{4})\s*年(?:\s*(\d{1,2})\s*月)?/.exec(foldWidths(text))
    if (found) return { year: Number(found[1]), month: found[2] ? Number(found[2]) : null }
    const run = MONTH_RUN.exec(foldWidths(text))
    if (run) return { year: Number(run[1]), month: Number(run[2]) }
  }
  const [title = '', ...rest] = texts.map(foldWidths)
  const month =
    /^[^\d]{0,20}(\d{1,2})\s*月份?[^\d\s]{0,12}$/.exec(title) ??
    rest.map((text) => MONTH_BEHIND.exec(text)).find((found) => found !== null)
  return { year: null, month: month ? Number(month[1]) : null }
}

/** A line of a page's data that says when it was put up: 2006年11月16日04:35, 发布日期：2006-11-16. */
export function isStamp(shadow: string): boolean {
  return shadow.length < 80 && /发布(?:日期|时间)|日\s*\d{1,2}：\d{2}|-\d{1,2}\s+\d{1,2}：\d{2}/.test(shadow)
}

/** Whether a line begins as the entries of a chronicle do. */
export function startsEntry(shadow: string): boolean {
  const head = shadow.slice(0, 40)
  const found = DATED.exec(head) ?? THIRD.exec(head) ?? OF_MONTH.exec(head) ?? YEAR_OF_DAY.exec(head)
  return found !== null && found[0].length < shadow.length
}

interface State {
  year: number | null
  month: number | null
  /** The day of the year below which 【1956年】 stands. */
  day: { readonly month: number; readonly day: number } | null
  start: PlainDate | null
  end: PlainDate | null
  readonly faults: Fault[]
  readonly entries: (Omit<ChronicleRead, 'text' | 'people'> & { readonly parts: string[] })[]
}

function readPiece(state: State, text: string, line: number): void {
  if (text === '') return
  const shadow = foldWidths(text)
  const bullet = BULLET.exec(shadow)?.[0].length ?? 0
  const head = shadow.slice(bullet, bullet + 44)
  const alone = /^(?:(\d{4})\s*年)?\s*(?:(\d{1,2})\s*月(?:份)?)?$/.exec(shadow)
  if (alone) {
    state.year = alone[1] ? Number(alone[1]) : state.year
    state.month = alone[2] ? Number(alone[2]) : null
    return
  }
  if (ofThisDay(state, shadow, text, line)) return
  const third = THIRD.exec(head)
  if (third && setThird(state, third)) {
    begin(state, text.slice(bullet), line)
    return
  }
  const month = OF_MONTH.exec(head)
  if (month && setMonth(state, month)) {
    begin(state, text.slice(bullet), line)
    return
  }
  const dated = DATED.exec(head)
  if (dated) {
    if (!setDays(state, dated))
      state.faults.push({
        line,
        code: 'date-impossible',
        message: `“${dated[0].trim()}”不是日历上的日子，或缺少年月，这一条没有列入大事记，请核对。`,
      })
    else if (dated[0].length + bullet < shadow.length) begin(state, text.slice(bullet), line)
    return
  }
  if (WHOLE_MONTH.test(head) && state.year !== null && state.month !== null) {
    fillMonth(state, state.year, state.month)
    begin(state, text.slice(bullet), line)
  } else if (bullet > 0 || SAME_DAY.test(head)) begin(state, text.slice(bullet + sameDay(head)), line)
  else if (state.entries.length === 0 || complete(state)) {
    if (state.start) begin(state, text, line)
  } else state.entries.at(-1)?.parts.push(text)
}

/** Days without any month are of the last month in which they all were over when the page was put up; with a fault. */
function readStamp(
  state: State,
  pieces: readonly ChronicleLine[],
  at: { readonly stamp: PlainDate; readonly line: number },
): void {
  const found = pieces.map(({ text }) => DATED.exec(foldWidths(text).slice(0, 44))).filter((each) => each !== null)
  if (found.length === 0 || found.some((each) => each[2] ?? each[5])) return
  const last = Math.max(...found.map((each) => Number(each[6] ?? each[3])))
  const [year, month, day] = at.stamp.split('-').map(Number)
  if (!year || !month || !day) return
  const before = last > day
  state.year = before && month === 1 ? year - 1 : year
  state.month = before ? (month === 1 ? 12 : month - 1) : month
  const message = `大事记没有印月份，已按网页发布日期${at.stamp}推定为${state.year}年${state.month}月，请核对。`
  state.faults.push({ line: at.line, code: 'month-inferred', message })
}

/** Reads the day of the year that a list of its events stands below, and those events by their years. */
function ofThisDay(state: State, shadow: string, text: string, line: number): boolean {
  const spot = /^[^\d]{0,20}(\d{1,2})月(\d{1,2})日(.*)$/.exec(shadow)
  if (spot && (THIS_DAY.test(shadow) || (spot[3] === '' && state.year === null))) {
    state.day = { month: Number(spot[1]), day: Number(spot[2]) }
    return true
  }
  const year = state.day ? YEAR_OF_DAY.exec(shadow) : null
  if (!state.day || !year) return false
  const day = findDateOf(Number(year[1]), state.day.month, state.day.day)
  if (!day) return false
  Object.assign(state, { start: day, end: day })
  begin(state, text.slice(year[0].length).trim(), line)
  return true
}

/** How long 是日 or 同日 is, which stands for the day above and is no part of what happened. */
function sameDay(head: string): number {
  return /^(?:同日|当日|是日|同一天|当天)[，：\s]\s*/.exec(head)?.[0].length ?? 0
}

/** Below a day that stands alone every paragraph is an entry; else a paragraph goes on with the entry above. */
function complete(state: State): boolean {
  return state.start !== null && state.entries.at(-1)?.start !== state.start
}

function begin(state: State, text: string, line: number): void {
  const { start, end } = state
  if (start === null || end === null) {
    state.faults.push({
      line,
      code: 'date-missing',
      message: `“${text.slice(0, 16)}…”前面没有日期，没有列入大事记，请核对。`,
    })
    return
  }
  state.entries.push({ start, end, parts: [text], line })
}

function setDays(state: State, found: RegExpExecArray): boolean {
  const [, year, month, day, lastYear, lastMonth, last] = found
  const y = year ? Number(year) : state.year
  const m = month ? Number(month) : state.month
  if (y === null || m === null) return false
  const start = findDateOf(y, m, Number(day))
  const printed = { year: lastYear ? Number(lastYear) : null, month: lastMonth ? Number(lastMonth) : null }
  const end = start && last ? spanEnd(start, { ...printed, day: Number(last) }) : start
  if (!start || !end) return false
  Object.assign(state, { year: y, month: m, start, end })
  return true
}

/**
 * The last day of a span that begins on `start`. Where neither year nor month is printed, the end is in the month of the
 * beginning or, if that were earlier, at the start of the next (30日至2日); a printed month earlier than that of the
 * beginning is one of the next year (12月31日至1月2日). An end before the beginning all the same counts as the
 * beginning. Undefined where there is no such day.
 */
function spanEnd(
  start: PlainDate,
  { year, month, day }: { readonly year: number | null; readonly month: number | null; readonly day: number },
): PlainDate | undefined {
  const [y, m] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))]
  const inMonth = findDateOf(year ?? (month !== null && month < m ? y + 1 : y), month ?? m, day)
  if (inMonth === undefined || compareDays(inMonth, start) >= 0) return inMonth
  const inNext = year === null && month === null ? findDateOf(m === 12 ? y + 1 : y, (m % 12) + 1, day) : undefined
  return inNext && day <= LONGEST_INTO_NEXT ? inNext : start
}

/** A span whose end prints no month goes no further into the next one. */
const LONGEST_INTO_NEXT = 10

function setMonth(state: State, [, year, month]: RegExpExecArray): boolean {
  const y = year ? Number(year) : state.year
  return y !== null && fillMonth(state, y, Number(month))
}

function fillMonth(state: State, year: number, month: number): boolean {
  const first = findDateOf(year, month, 1)
  if (!first) return false
  Object.assign(state, { year, month, start: first, end: lastOfMonth(first) })
  return true
}

/** The days of a third of a month; the last one ends with the month. */
function setThird(state: State, [, year, month, third]: RegExpExecArray): boolean {
  const y = year ? Number(year) : state.year
  const m = month ? Number(month) : state.month
  if (y === null || m === null) return false
  const from = third === '上' ? 1 : third === '中' ? 11 : 21
  const start = findDateOf(y, m, from)
  if (!start) return false
  const end = from === 21 ? lastOfMonth(start) : findDateOf(y, m, from + 9)
  Object.assign(state, { year: y, month: m, start, end })
  return true
}
