import type { ListPlace } from './list-marks.ts'
import { xmlTokens } from './xml.ts'

/** The list that a paragraph style puts its paragraphs in, by its own setting or that of the style it is based on. */
export type StyleLists = (style: string) => Partial<ListPlace>

interface Style {
  basedOn: string | undefined
  list: string | undefined
  level: number | undefined
}

/** `styles` is the part `word/styles.xml`. */
export function styleLists(styles: string): StyleLists {
  const known = new Map<string, Style>()
  let style: Style | undefined
  for (const token of xmlTokens(styles)) {
    if (token.kind === 'close' && token.name === 'style') style = undefined
    if (token.kind !== 'open') continue
    if (token.name === 'style') {
      style = { basedOn: undefined, list: undefined, level: undefined }
      known.set(token.attribute('styleId') ?? '', style)
    }
    if (style === undefined) continue
    if (token.name === 'basedOn') style.basedOn = token.attribute('val')
    if (token.name === 'numId') style.list = token.attribute('val')
    if (token.name === 'ilvl') style.level = Number(token.attribute('val'))
  }
  return (id) => inherited(known, id)
}

function inherited(known: ReadonlyMap<string, Style>, id: string): Partial<ListPlace> {
  const seen = new Set<string>()
  let level: number | undefined
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = known.get(at)?.basedOn) {
    seen.add(at)
    const style = known.get(at)
    level ??= style?.level
    if (style?.list !== undefined) return { list: style.list, level: level ?? 0 }
  }
  return {}
}
