import { chineseNumber } from '../numeral/index.ts'
import type { DeadlineContext, Recognised } from './deadline-phrase.ts'
import { readPoint } from './deadline-phrase-point.ts'
import { addDays, addMonths, daysInMonth, type PlainDate } from './plain-date.ts'

const EVERY =
  /每(?:个)?(两年|[二三四五]年|年度?|半年|半个?月|旬|季度|季|两个?月|月|两周|周|星期|日|天|学期)|(次月)(?=\s*(?:\d{1,2}\s*[日号]|[底末初]|上旬|中旬))|按(月|季度|季|年度|年|周)(?=调度|报送|上报|汇总|通报|公布|公开|发放|开展|汇报|统计|监测|评估|分析)/y
const EVERY_TAIL =
  /(?:\s*(?:的)?(?:第一个月|首月|最后一个月|末月|次月|末))?\s*(?:(\d{1,2})\s*[日号]|(底|末|初|上旬|中旬|下旬|最后一个工作日|第一个工作日))?\s*(之前|以前|前)?/y
const WEEKDAY = /([一二三四五六日天])(?:\s*(?:下班)?(?:之前|以前|前))?/y
const WEEKDAYS: Readonly<Record<string, string>> = {
  一: 'Monday',
  二: 'Tuesday',
  三: 'Wednesday',
  四: 'Thursday',
  五: 'Friday',
  六: 'Saturday',
  日: 'Sunday',
  天: 'Sunday',
}
const RATE = /^\s*(?:最高|不超过|不低于|补助|奖励|给予|资助|补贴|[\d.]+\s*(?:万|亿)?元|平方米|吨|人每)/
const PERIODS: Readonly<Record<string, string>> = {
  年: 'yearly',
  年度: 'yearly',
  两年: 'every 2 years',
  二年: 'every 2 years',
  三年: 'every 3 years',
  四年: 'every 4 years',
  五年: 'every 5 years',
  半年: 'half-yearly',
  半月: 'half-monthly',
  半个月: 'half-monthly',
  旬: 'every 10 days',
  季度: 'quarterly',
  季: 'quarterly',
  月: 'monthly',
  次月: 'monthly',
  两月: 'every 2 months',
  两个月: 'every 2 months',
  两周: 'every 2 weeks',
  周: 'weekly',
  星期: 'weekly',
  日: 'daily',
  天: 'daily',
  学期: 'every term',
}
const PARTS: Readonly<Record<string, string>> = {
  初: 'early',
  上旬: 'by day 10',
  中旬: 'by day 20',
  第一个工作日: 'by first working day',
  最后一个工作日: 'by last working day',
}

const UNITS: Readonly<Record<string, string>> = {
  工作日: 'working-day',
  自然日: 'day',
  日: 'day',
  天: 'day',
  周: 'week',
  月: 'month',
  年: 'year',
  小时: 'hour',
  季度: 'quarter',
}

const TERM =
  /(半|[\d一二三四五六七八九十两百]{1,4})\s*(?:个)?\s*(工作日|自然日|日|天|周|月|年|小时|季度)\s*(之内|以内|内)?/y
const CAP =
  /(?:压缩|压减|缩短|精简|减少|下降|降低|控制|限制|提速|提高|延长|放宽|放|减|降|缩)(?:至|到|在|为|成)[^，。；]{0,6}$|(?:不超过|不得超过|不高于|不低于|不少于|少于|超过|低于|平均|时限为|时间为|期限为|有效期为?)[^，。；]{0,3}$/
const ISSUE =
  /(?:在|自|于)?(?:本|该)?(?:意见|通知|方案|办法|文件|规定|细则|决定|要点|计划|措施|规划|清单)?(?:印发|发布|公布|下发)(?:之日起?|之后|后|起)\s*$/
const ANCHOR = /(?:自|在|于|从)?([^，。；、：（）\s]{1,16}?)(?:之日起?|之后|后|起)\s*$/

/** A duty that comes back (每月10日前, 每年9月底前, 每季度, 按月调度) at `at`, or null. Rates (每月不超过400元) are none. */
export function readRecurring(text: string, at: number): Recognised | null {
  if (!'每次按'.includes(text.charAt(at))) return null
  EVERY.lastIndex = at
  const every = EVERY.exec(text)
  if (!every) return text[at] === '每' || text[at] === '按' ? { start: at, end: at + 1, reading: null } : null
  const end = EVERY.lastIndex
  const unit = every[1] ?? every[2] ?? every[3] ?? ''
  const rate =
    RATE.test(text.slice(end, end + 10)) || /[每按][人户位名家个亩台件]\s*$/.test(text.slice(Math.max(0, at - 3), at))
  if (rate) return { start: at, end, reading: null }
  const period = PERIODS[unit] ?? 'yearly'
  const tail =
    period === 'yearly' ? yearlyTail(text, end) : period === 'weekly' ? weeklyTail(text, end) : otherTail(text, end)
  const rule = [period, tail.rule, unit === '次月' ? 'of the following month' : '']
    .filter((part) => part !== '')
    .join(' ')
  return { start: at, end: tail.end, reading: { kind: 'recurring', due: null, start: null, rule } }
}

function yearlyTail(text: string, at: number): { readonly rule: string; readonly end: number } {
  const skip = /^(?:的|度)?\s*/.exec(text.slice(at, at + 3))?.[0].length ?? 0
  const point = readPoint(text, at + skip)
  if (point?.yearWord !== 'none') return { rule: '', end: at }
  const more = point.size === 'month' ? /^(?:、\d{1,2}月)+(?:份)?/.exec(text.slice(point.end, point.end + 24)) : null
  if (more)
    return {
      rule: `in ${two(point.first.month)}${more[0].replace(/、(\d+)月份?/g, (_, m: string) => ` and ${two(Number(m))}`)}`,
      end: point.end + more[0].length,
    }
  const until = point.size === 'day' ? /^\s*(?:至|到|[—–~-]+)\s*/.exec(text.slice(point.end, point.end + 4)) : null
  const second = until ? readPoint(text, point.end + until[0].length) : null
  if (second?.size === 'day') return { rule: `from ${spotOf(point.first)} to ${spotOf(second.last)}`, end: second.end }
  const word = /^\s*(?:之前|以前|前)/.exec(text.slice(point.end, point.end + 4))
  const { month, day } = point.last
  const spot = spotOf({ month, day })
  const closing = word !== null || point.edge === 'end' || point.size === 'day'
  return { rule: `${closing ? 'by' : 'in'} ${closing ? spot : two(month)}`, end: point.end + (word?.[0].length ?? 0) }
}

function weeklyTail(text: string, at: number): { readonly rule: string; readonly end: number } {
  WEEKDAY.lastIndex = at
  const found = WEEKDAY.exec(text)
  return found ? { rule: `by ${WEEKDAYS[found[1] ?? '']}`, end: WEEKDAY.lastIndex } : { rule: '', end: at }
}

function otherTail(text: string, at: number): { readonly rule: string; readonly end: number } {
  EVERY_TAIL.lastIndex = at
  const found = EVERY_TAIL.exec(text)
  if (!found || (!found[1] && !found[2] && !/首月|一个月|末|次月/.test(found[0]))) return { rule: '', end: at }
  const end = EVERY_TAIL.lastIndex
  const month = monthOfQuarter(found[0])
  if (found[1]) return { rule: `by ${month}day ${Number(found[1])}`, end }
  const part = found[2] ?? ''
  if (month !== '' && part === '' && found[3] === undefined) return { rule: month.trim(), end }
  return { rule: `${month}${PARTS[part] ?? 'by end'}`.trim(), end }
}

function monthOfQuarter(printed: string): string {
  if (/第一个月|首月/.test(printed)) return 'first month '
  if (/最后一个月|末月/.test(printed)) return 'last month '
  return printed.includes('次月') ? 'next month ' : ''
}

function spotOf({ month, day }: { readonly month: number; readonly day: number }): string {
  return `${two(month)}-${two(Math.min(day, daysInMonth(2001, month)))}`
}

/**
 * A length of time to act in (10个工作日内, 三个月内) at `at`, or null. Lengths that cap a target or a service
 * promise (压缩至2个工作日, 不超过3日) are no deadlines. Counted from this document's issue it is `relative` and
 * dated where calendar days or months allow.
 */
export function readTerm(text: string, at: number, context: DeadlineContext): Recognised | null {
  TERM.lastIndex = at
  const found = TERM.exec(text)
  if (!found || /[\d.第]/.test(text[at - 1] ?? '')) return null
  const [printed, amount = '', unit = '', inside] = found
  const end = at + printed.trimEnd().length
  const counted = inside !== undefined || unit === '工作日' || isSpent(text, at, end)
  const month = unit === '月' && !/个/.test(printed)
  const isYear = unit === '年' && (amount.length > 2 || Number(amount) > 30)
  if (!counted || month || isYear) return null
  const n = amount === '半' ? 0.5 : chineseNumber(amount)
  if (n === null) return null
  const before = text.slice(Math.max(0, at - 28), at)
  if (CAP.test(before)) return { start: at, end, reading: null }
  const name = UNITS[unit] ?? unit
  const length = amount === '半' ? (unit === '年' ? '6 month' : '15 day') : `${n} ${name}`
  const counts = /[日起后]\s*$/.test(before)
  const issue = counts ? ISSUE.exec(before) : null
  if (issue && issue[0].trim() !== '') {
    const due = context.signed ? addTerm(context.signed, length) : null
    return {
      start: at - issue[0].length,
      end,
      reading: { kind: 'relative', due, start: null, rule: `issue date + ${length}` },
    }
  }
  const anchor = counts ? ANCHOR.exec(before) : null
  const rule = anchor?.[1] ? `${length} after ${anchor[1]}` : length
  return { start: at, end, reading: { kind: 'duration', due: null, start: null, rule } }
}

/** 用三年时间: a length to act in without 内. */
function isSpent(text: string, at: number, end: number): boolean {
  return /[用过]\s*$/.test(text.slice(Math.max(0, at - 3), at)) && /^\s*(?:左右)?的?时间/.test(text.slice(end, end + 6))
}

function addTerm(from: PlainDate, length: string): PlainDate | null {
  const [count, unit] = [Number(length.split(' ')[0]), length.split(' ')[1]]
  if (!Number.isInteger(count) || count > 2000 || from > '9000') return null
  if (unit === 'month' || unit === 'year') return addMonths(from, count * (unit === 'year' ? 12 : 1))
  return unit === 'day' || unit === 'week' ? addDays(from, count * (unit === 'week' ? 7 : 1)) : null
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
