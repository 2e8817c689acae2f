/** Languages of the public pages; the staff desk speaks Chinese only. */
export type Lang = 'zh' | 'en'

/** What fills the `{name}` places of a message. */
export type Params = Readonly<Record<string, string | number>>

/** One area's messages in one language. */
export type Message<Key extends string> = (key: Key, params?: Params) => string

/** One area's messages: `portal('en', 'footer.contact', { name })`. */
export interface Messages<Key extends string> {
  (lang: Lang, key: Key, params?: Params): string
  readonly zh: Readonly<Record<Key, string>>
  readonly en: Readonly<Record<Key, string>>
}

/**
 * The messages of one area. The types demand the same keys in both languages; places are written `{name}`. A missing
 * parameter leaves its place as it stands, so that it is seen and not guessed.
 */
export function messages<Key extends string>(
  zh: Readonly<Record<Key, string>>,
  en: Readonly<Record<Key, string>>,
): Messages<Key> {
  const table = { zh, en }
  const say = (lang: Lang, key: Key, params: Params = {}) =>
    table[lang][key].replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
  return Object.assign(say, table)
}

/** What is wrong with an area's messages: keys that one language lacks or leaves empty, and places that differ. */
export function faultsOf(area: {
  readonly zh: Readonly<Record<string, string>>
  readonly en: Readonly<Record<string, string>>
}): readonly string[] {
  const keys = new Set([...Object.keys(area.zh), ...Object.keys(area.en)])
  return [...keys].flatMap((key) => {
    const [zh, en] = [area.zh[key] ?? '', area.en[key] ?? '']
    if (zh === '' || en === '') return [`${key}: missing in one language`]
    return String(placesOf(zh)) === String(placesOf(en)) ? [] : [`${key}: ${placesOf(zh)} against ${placesOf(en)}`]
  })
}

function placesOf(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort()
}
