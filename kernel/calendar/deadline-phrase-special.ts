import type { SentenceContext as Context, Recognised } from './deadline-phrase.ts'
import { dayIn } from './deadline-phrase-point.ts'
import { findPlainDate } from './plain-date.ts'

/** Phrases that are no plain point in time: 十四五期间, 年内, 本月底前, 2021—2023年, 6—9月. Null where none begins at `at`. */
export function readSpecial(text: string, at: number, context: Context): Recognised | null {
  const sign = text.charAt(at)
  if (sign >= '0' && sign <= '9') return yearRange(text, at, context) ?? monthRange(text, at, context)
  if (sign === '“' || sign === '十') return planPeriod(text, at)
  return thisYear(text, at, context) ?? thisMonth(text, at, context)
}

const GOES_ON =
  /^\s*(?:[，,每]|[新改扩]建|建[设成]|完成|实施|累计|安排|投入|分年|分[三两四五]|全[市省县区国]|共|年均|组织|开展|推进|支持|实现|达到|培育|引进)/

function planPeriod(text: string, at: number): Recognised | null {
  const found = /^“?十([二三四五六七])五”?(?:规划)?(期间|时期|期末|末)/.exec(text.slice(at, at + 12))
  if (!found) return null
  const last = 2010 + '一二三四五六七'.indexOf(found[1] ?? '') * 5
  const [start, end] = [findPlainDate(`${last - 4}-01-01`) ?? null, findPlainDate(`${last}-12-31`) ?? null]
  const closing = found[2]?.endsWith('末')
  const reading = {
    kind: 'fuzzy' as const,
    due: end,
    start: closing ? null : start,
    rule: `five-year plan ${last - 4}-${last}`,
  }
  return { start: at, end: at + found[0].length, reading }
}

/** 年内, 今年内: by the end of the document's year. */
function thisYear(text: string, at: number, context: Context): Recognised | null {
  const found = /^(?:今年|本年度?)?(?:年)?内/.exec(text.slice(at, at + 5))
  if (!found || found[0] === '内') return null
  const due = context.year === null ? null : (findPlainDate(`${context.year}-12-31`) ?? null)
  const reading = due
    ? { kind: 'by' as const, due, start: null, rule: null }
    : { kind: 'due-year-unknown' as const, due, start: null, rule: "12-end of the document's year" }
  return { start: at, end: at + found[0].length, reading }
}

function thisMonth(text: string, at: number, context: Context): Recognised | null {
  const found = /^(?:(本|当|下个?)?月(?:底|末)|本月内?|本周内?)(?:之前|以前|前)?/.exec(text.slice(at, at + 8))
  if (!found) return null
  const closing = /[前内底末]$/.test(found[0])
  const end = at + found[0].length
  if (!closing || /[每\d]/.test(text[at - 1] ?? '')) return { start: at, end, reading: null }
  const signed = context.signed
  const rule = found[0].startsWith('下')
    ? 'end of the month after signing'
    : found[0].includes('周')
      ? 'end of the week of signing'
      : 'end of the month of signing'
  if (!signed || rule.includes('week') || rule.includes('after'))
    return { start: at, end, reading: { kind: 'relative', due: null, start: null, rule } }
  const due = dayIn(Number(signed.slice(0, 4)), { month: Number(signed.slice(5, 7)), day: 31 }, 'clamp')
  return { start: at, end, reading: { kind: 'relative', due, start: null, rule } }
}

/** 2021—2023年: a term where a clause goes on with what is done in it, else a name (2021—2030年纲要). */
function yearRange(text: string, at: number, context: Context): Recognised | null {
  const found = /^(\d{4})\s*[—–~-]+\s*(\d{4})\s*年(?:期间|间)?/.exec(text.slice(at, at + 24))
  if (!found) return null
  const end = at + found[0].length
  const spoken = found[0].endsWith('间') || GOES_ON.test(text.slice(end, end + 6))
  const current = spoken && (context.year === null || Number(found[2]) >= context.year)
  const [start, due] = [findPlainDate(`${found[1]}-01-01`) ?? null, findPlainDate(`${found[2]}-12-31`) ?? null]
  return { start: at, end, reading: current ? { kind: 'during', due, start, rule: null } : null }
}

/** 6—9月, 2023年1—6月: a period whose first end prints no unit. */
function monthRange(text: string, at: number, context: Context): Recognised | null {
  const found = /^(?:(\d{4})\s*年)?\s*(\d{1,2})\s*[—–~-]+\s*(\d{1,2})\s*月(?:份)?/.exec(text.slice(at, at + 24))
  if (!found) return null
  const [first, last] = [Number(found[2]), Number(found[3])]
  const end = at + found[0].length
  const year = found[1] ? Number(found[1]) : (context.sentenceYear ?? context.year)
  if (first < 1 || last > 12 || last < first) return { start: at, end, reading: null }
  if (year === null)
    return {
      start: at,
      end,
      reading: { kind: 'due-year-unknown', due: null, start: null, rule: `${two(last)}-end of the document's year` },
    }
  const [start, due] = [dayIn(year, { month: first, day: 1 }, 'clamp'), dayIn(year, { month: last, day: 31 }, 'clamp')]
  if (due !== null && context.signed && due < context.signed) return { start: at, end, reading: null, year }
  return { start: at, end, reading: { kind: 'during', due, start, rule: null }, year: found[1] ? year : null }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
