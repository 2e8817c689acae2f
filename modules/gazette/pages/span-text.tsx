import { dayText } from '@guangyue/platform/ui'
import type { words } from './words.ts'

/** A day, or a span of days from the first to the last. */
export function spanText(
  { start, end }: { readonly start: string; readonly end: string },
  say: (key: 'chronicle.span', params: Readonly<Record<string, string>>) => string,
  lang: Parameters<typeof words>[0],
): string {
  const from = dayText(start, lang)
  return start === end ? from : say('chronicle.span', { from, to: dayText(end, lang) })
}
