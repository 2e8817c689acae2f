/**
 * The predefined encodings of Chinese fonts, which older programs name in a pdf without carrying them along. Reading
 * needs only the text, never the shapes, so a character's number in the font is simply its Unicode value here, and the
 * table from numbers to Unicode (`Adobe-GB1-UCS2`) maps each to itself. The reader asks for them by this interface.
 */
export class ChineseCMaps {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const cmap = kind === 'cMapUrl' ? cmapOf(filename.replace(/-V$/, '-H')) : null
    if (cmap === null) throw new Error(`${kind} ${filename} is not held`)
    return new TextEncoder().encode(cmap)
  }
}

function cmapOf(name: string): string | null {
  if (name === 'Adobe-GB1-UCS2') return block(['<0000> <ffff>'], 'bfrange', bytes(identity))
  if (/^UniGB-(UCS2|UTF16)-H$/.test(name)) return block(['<0000> <ffff>'], 'cidrange', bytes(numbered))
  if (/^(GB|GBK|GBKp|GBpc)-EUC-H$|^GBK2K-H$/.test(name)) return block(['<00> <80>', '<8140> <fefe>'], 'cidrange', gbk())
  return null
}

function block(spaces: readonly string[], kind: 'bfrange' | 'cidrange', lines: readonly string[]): string {
  return [
    `${spaces.length} begincodespacerange\n${spaces.join('\n')}\nendcodespacerange`,
    `${lines.length} begin${kind}\n${lines.join('\n')}\nend${kind}`,
    'endcmap',
  ].join('\n')
}

const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0')
const identity = (high: number) => `<${hex(high, 2)}00> <${hex(high, 2)}ff> <${hex(high, 2)}00>`
const numbered = (high: number) => `<${hex(high, 2)}00> <${hex(high, 2)}ff> ${high * 256}`

function bytes(line: (high: number) => string): readonly string[] {
  return Array.from({ length: 256 }, (_, high) => line(high))
}

function gbk(): readonly string[] {
  const decoder = new TextDecoder('gb18030')
  const lines = ['<00> <80> 0']
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const code = `<${hex(high, 2)}${hex(low, 2)}>`
      if (low !== 0x7f) lines.push(`${code} ${code} ${decoder.decode(Uint8Array.of(high, low)).charCodeAt(0)}`)
    }
  }
  return lines
}
