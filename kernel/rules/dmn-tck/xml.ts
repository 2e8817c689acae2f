/** An XML element: its name without prefix, attributes with prefix, child elements, and the text between. */
export interface Xml {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Xml[]
  readonly text: string
}

interface Open {
  name: string
  attributes: ReadonlyMap<string, string>
  children: Xml[]
  text: string
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>]*>|<\/[^>]+>|<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/gu

/** Reads the well-formed documents of the conformance kit; not meant for XML from strangers. */
export function readXml(source: string): Xml {
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const stack: Open[] = [top]
  for (const [whole, cdata, name, attributes = '', closed] of source.matchAll(token)) {
    const current = stack.at(-1) ?? top
    if (cdata !== undefined) current.text += cdata
    else if (name !== undefined) {
      const element: Open = { name: localName(name), attributes: readAttributes(attributes), children: [], text: '' }
      current.children.push(element)
      if (closed === '') stack.push(element)
    } else if (whole.startsWith('</')) stack.pop()
    else if (!whole.startsWith('<')) current.text += resolveEntities(whole)
  }
  const [root] = top.children
  if (!root) throw new Error('no element in the XML text')
  return root
}

export function childOf(element: Xml | undefined, name: string): Xml | undefined {
  return element?.children.find((child) => child.name === name)
}

export function childrenOf(element: Xml | undefined, name: string): readonly Xml[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)
  return new Map([...found].map(([, name = '', double, single]) => [name, resolveEntities(double ?? single ?? '')]))
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function resolveEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
}
