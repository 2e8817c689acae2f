/** A civil day as text `YYYY-MM-DD`. Made only by `plainDate`, so that it always names a day that exists. */
export type PlainDate = string & { readonly plainDate: unique symbol }

/** Takes `YYYY-MM-DD`; refuses (throws, a bug in the caller) what is no day of the Gregorian calendar. */
export function plainDate(text: string): PlainDate {
  const day = findPlainDate(text)
  if (day === undefined) throw new RangeError(`no such day: ${text}`)
  return day
}

/** The day that `text` names, or undefined. */
export function findPlainDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? (text as PlainDate) : undefined
}

/** Days in a month of the Gregorian calendar; month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
