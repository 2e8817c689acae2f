/** `close` follows every `open`, also for an element written `<a/>`. Names are without their prefix. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; attribute(name: string): string | undefined }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/**
 * Walks over XML in one pass, without a tree, so that depth and size cost nothing. Only the five named entities and
 * character references are known: a document type with entities of its own is skipped, never expanded.
 * Throws `BrokenXml` where a tag does not end or closes what was not opened.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const open: string[] = []
  let at = 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    if (next !== at) yield { kind: 'text', text: decodeEntities(xml.slice(at, next < 0 ? xml.length : next)) }
    if (next < 0) break
    const special = /[!?]/.test(xml[next + 1] ?? '')
      ? SPECIAL.find(([start]) => xml.startsWith(start, next))
      : undefined
    const end = special === undefined ? tagEnd(xml, next) : xml.indexOf(special[1], next)
    if (end < 0) throw new BrokenXml()
    at = end + (special?.[1].length ?? 1)
    if (special?.[0] === '<![CDATA[') yield { kind: 'text', text: xml.slice(next + 9, end) }
    if (special === undefined) yield* tagTokens(xml.slice(next + 1, end), open)
  }
  if (open.length > 0) throw new BrokenXml()
}

export class BrokenXml extends Error {}

const SPECIAL = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const

/** A tag to its end; a `>` inside a quoted value does not count. */
const TAG = /<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/y

/** Where the tag closes, or -1. */
function tagEnd(xml: string, start: number): number {
  TAG.lastIndex = start
  return TAG.test(xml) ? TAG.lastIndex - 1 : -1
}

function* tagTokens(tag: string, open: string[]): Generator<XmlToken> {
  if (tag.startsWith('/')) {
    const name = localName(tag.slice(1).trimEnd())
    if (open.pop() !== name) throw new BrokenXml()
    yield { kind: 'close', name }
    return
  }
  const empty = tag.endsWith('/')
  const name = localName(/^[^\s/]+/.exec(tag)?.[0] ?? '')
  yield { kind: 'open', name, attribute: (wanted) => attributeOf(tag, wanted) }
  if (empty) yield { kind: 'close', name }
  else open.push(name)
}

function attributeOf(tag: string, wanted: string): string | undefined {
  for (const [, name = '', double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (localName(name) === wanted) return decodeEntities(double ?? single ?? '')
  }
  return undefined
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
