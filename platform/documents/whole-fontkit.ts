import fontkit from '@pdf-lib/fontkit'

type Font = ReturnType<typeof fontkit.create>

/** The inside of a subset that this file mends; not in the package's types. */
interface Subset {
  readonly loca: { version?: number }
  _addGlyph(glyph: number): number
}

/**
 * fontkit for pdf-lib, with subsets that keep their glyphs: a small subset would store half of each glyph's offset, which
 * an odd offset does not survive, and its glyphs print as nothing. So offsets are always stored whole.
 */
export const wholeFontkit = {
  create(bytes: Uint8Array): Font {
    const font = fontkit.create(bytes)
    const createSubset = font.createSubset.bind(font)
    font.createSubset = () => {
      const subset = createSubset()
      if (!isSubset(subset)) throw new TypeError('this version of fontkit makes subsets another way')
      storeWholeOffsets(subset)
      return subset
    }
    return font
  },
}

function isSubset(value: object): value is Subset & ReturnType<Font['createSubset']> {
  return '_addGlyph' in value && typeof value._addGlyph === 'function'
}

function storeWholeOffsets(subset: Subset): void {
  const addGlyph = subset._addGlyph.bind(subset)
  subset._addGlyph = (glyph) => {
    subset.loca.version = 1
    return addGlyph(glyph)
  }
}
