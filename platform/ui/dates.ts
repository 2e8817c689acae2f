import { dayInWords, dayOfYearInWords, monthInWords } from '@guangyue/kernel/calendar'
import type { Lang } from '../i18n/index.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = { zh: '一二三四五六日', en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } as const

/** A civil day in full: 2021年7月6日, 6 Jul 2021. `day` is `YYYY-MM-DD`; other text comes back as it is. */
export function dayText(day: string, lang: Lang = 'zh'): string {
  if (lang === 'zh') return dayInWords(day)
  const parts = partsOf(day)
  return parts ? `${shortDay(day, 'en')} ${parts.year}` : day
}

/** A month: 2021年7月, Jul 2021. `month` is `YYYY-MM` or a day of it; other text comes back as it is. */
export function monthText(month: string, lang: Lang = 'zh'): string {
  if (lang === 'zh') return monthInWords(month)
  const parts = partsOf(`${month.slice(0, 7)}-01`)
  return parts ? `${months[parts.month - 1]} ${parts.year}` : month
}

/** A civil day within its year: 7月6日, 6 Jul. */
export function shortDay(day: string, lang: Lang = 'zh'): string {
  if (lang === 'zh') return dayOfYearInWords(day)
  const parts = partsOf(day)
  return parts ? `${parts.day} ${months[parts.month - 1]}` : day
}

/** A civil day as short as it can be understood on the day `today`: without the year when it is the same. */
export function nearDay(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : dayText(day)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  const parts = partsOf(day)
  return parts ? new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay() || 7 : 1
}

/** The weekday in one character or three letters: 二, Tue. */
export function weekdayText(day: string, lang: Lang = 'zh'): string {
  return weekdays[lang][weekdayOf(day) - 1] ?? ''
}

/** A moment as staff read it: 7月6日 16:20, with the year when it is not `year`. `moment` is an ISO instant. */
export function momentText(moment: string, zone: string, year?: number): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return moment
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const [day = '', time = ''] = format.format(at).split(' ')
  return `${Number(day.slice(0, 4)) === year ? shortDay(day) : dayText(day)} ${time}`
}

function partsOf(day: string): { year: number; month: number; day: number } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined
}
