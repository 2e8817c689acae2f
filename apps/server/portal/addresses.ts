import type { Lang } from '@guangyue/platform/i18n'

/** The same page in a language. `path` may carry a query; the handler remembers what `lang` asks for. */
export function addressIn(lang: Lang, path: string): string {
  const [place = '/', query = ''] = path.split('?', 2)
  const asked = new URLSearchParams(query)
  asked.set('lang', lang)
  return `${place}?${asked}`
}
