import { daysInMonth, findDateOf, parseDeadlinePhrase } from '@guangyue/kernel/calendar'
import type { DraftDate } from './ledger.ts'

export type TypedDate = { readonly date: Omit<DraftDate, 'index'> } | { readonly problem: string }

/**
 * Reads what a person typed as a time limit: a day (2021-06-30, 2021年6月30日, 2021/6/30, 2021.6.30), else a phrase
 * (6月底前, 每月10日前); `year` is what unprinted years mean. What cannot be a day is refused with what is wrong and an example.
 */
export function readTypedDate(typed: string, year: number | null): TypedDate {
  const text = typed.trim()
  const day = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*(?:前|之前|以前)?$/.exec(text)
  if (day) return readDay(text, { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) })
  const monthDay = /^(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text)
  if (monthDay && year !== null) {
    const numbers = { year, month: Number(monthDay[1]), day: Number(monthDay[2]) }
    const problem = problemOf(numbers)
    if (problem !== null) return { problem }
  }
  const read = parseDeadlinePhrase(text, year)
  if (read === null) return { problem: `没有读懂“${text}”。可以填日期，如 2021-06-30，也可以填“6月底前”“每月10日前”` }
  return { date: { phrase: text, kind: read.kind, due: read.due, start: read.start, rule: read.rule } }
}

interface Numbers {
  readonly year: number
  readonly month: number
  readonly day: number
}

function readDay(text: string, numbers: Numbers): TypedDate {
  const due = findDateOf(numbers.year, numbers.month, numbers.day)
  if (due !== undefined && numbers.year >= 1949) {
    return { date: { phrase: text, kind: 'by', due, start: null, rule: null } }
  }
  return { problem: problemOf(numbers) ?? `${numbers.year}年不像台账的年份，请核对` }
}

function problemOf({ year, month, day }: Numbers): string | null {
  if (month < 1 || month > 12) return `没有${month}月。日期写作 2021-06-30`
  const last = daysInMonth(year, month)
  if (day >= 1 && day <= last) return null
  const iso = `${year}-${String(month).padStart(2, '0')}-${last}`
  return `${month}月没有${day}日。“${month}月底前”通常记作 ${iso}`
}
