// The only place that writes a day or a month in Chinese words. All take `YYYY-MM-DD`, months also `YYYY-MM`; text of
// another shape comes back as it is.

/** A day in full, in arabic numerals: 2021年6月18日. */
export function dayInWords(day: string): string {
  const parts = partsOf(day)
  return parts?.day === undefined ? day : `${parts.year}年${parts.month}月${parts.day}日`
}

/** A day within its year: 6月18日. */
export function dayOfYearInWords(day: string): string {
  const parts = partsOf(day)
  return parts?.day === undefined ? day : `${parts.month}月${parts.day}日`
}

/** A month in full: 2021年6月. */
export function monthInWords(month: string): string {
  const parts = partsOf(month)
  return parts ? `${parts.year}年${parts.month}月` : month
}

/** A month within its year: 6月. */
export function monthOfYearInWords(month: string): string {
  const parts = partsOf(month)
  return parts ? `${parts.month}月` : month
}

function partsOf(text: string): { year: number; month: number; day: number | undefined } | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text)
  if (!match) return undefined
  return { year: Number(match[1]), month: Number(match[2]), day: match[3] ? Number(match[3]) : undefined }
}
