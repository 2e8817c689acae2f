// The only place that looks into XML of spreadsheets: a scanner that goes forward only, so that no text makes it slow.

export interface Element {
  /** Between the name and `>`: the attributes. */
  readonly head: string
  readonly body: string
}

/** Names without their namespace prefixes, as some programs write them: `<x:row>` becomes `<row>`. */
export function withoutPrefixes(xml: string): string {
  return /<[A-Za-z0-9]+:/.test(xml.slice(0, 4096)) ? xml.replace(/<(\/?)[A-Za-z][A-Za-z0-9]{0,30}:/g, '<$1') : xml
}

/** All elements of a name, in order. One that is not closed ends the list. None may hold another of the same name. */
export function elementsOf(xml: string, name: string): readonly Element[] {
  const found: Element[] = []
  const open = `<${name}`
  const close = `</${name}>`
  let at = xml.indexOf(open)
  while (at >= 0) {
    const from = at + open.length
    const end = xml.indexOf('>', from)
    if (end < 0) break
    if (!/[\s/>]/.test(xml[from] ?? '')) {
      at = xml.indexOf(open, from)
      continue
    }
    if (xml[end - 1] === '/') {
      found.push({ head: xml.slice(from, end - 1), body: '' })
      at = xml.indexOf(open, end)
      continue
    }
    const closed = xml.indexOf(close, end)
    if (closed < 0) break
    found.push({ head: xml.slice(from, end), body: xml.slice(end + 1, closed) })
    at = xml.indexOf(open, closed)
  }
  return found
}

/** The value of an attribute, whatever its prefix (`r:id`). */
export function attributeOf(head: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*"([^"]*)"`).exec(head)
  return match?.[1] === undefined ? undefined : decoded(match[1])
}

/** The text of all `<t>` in a string item, phonetic helps left out; of anything else, the text itself. */
export function textOf(xml: string): string {
  if (!xml.includes('<')) return decoded(xml)
  const [first = '', ...rest] = xml.split('<rPh')
  const spoken = first + rest.map((part) => part.slice(part.indexOf('</rPh>') + 1 || part.length)).join('')
  return elementsOf(spoken, 't')
    .map(({ body }) => decoded(body))
    .join('')
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(
      /&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name) return named[name] ?? whole
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
      },
    )
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
}
