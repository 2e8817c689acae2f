/**
 * The pattern of `matches`, `replace` and `split`, which FEEL takes from XPath, as one of JavaScript. Flags: i, s, m,
 * x (blanks in the pattern mean nothing), q (no signs). Undefined for what is no pattern.
 */
export function findPattern(pattern: string, flags: string, more = ''): RegExp | undefined {
  if (/[^smixq]/.test(flags)) return undefined
  const own = [...new Set(flags.replace(/[xq]/g, ''))].join('')
  const text = flags.includes('q') ? escapeAll(pattern) : translate(flags.includes('x') ? dense(pattern) : pattern)
  if (text === undefined) return undefined
  try {
    return new RegExp(text, `u${own}${more}`)
  } catch {
    // the only way to ask whether a text is a pattern
    return undefined
  }
}

/** Replaces every match; `$1` stands for a group, `$0` for the whole, `\$` for the sign. */
export function replaceAll(input: string, pattern: string, replacement: string, flags: string): string | undefined {
  const found = findPattern(pattern, flags, 'g')
  if (!found) return undefined
  if (flags.includes('q')) return input.replace(found, () => replacement)
  return input.replace(found, (...match) =>
    replacement.replace(/\\([\\$])|\$(\d)/g, (_whole, sign, group) => sign ?? textOf(match[Number(group)])),
  )
}

function textOf(group: unknown): string {
  return typeof group === 'string' ? group : ''
}

/** Blanks outside classes taken away. */
function dense(pattern: string): string {
  return pattern.replace(/(\[[^\]]*\])|\s+/g, (_blank, kept) => kept ?? '')
}

const escapes = /\\p\{Is(\w+)\}|\\([\s\S])|\[(\^?)((?:\\[\s\S]|[^\\\]])*?)-\[((?:\\[\s\S]|[^\\\]])*)\]\]/gu

/** What XPath writes otherwise than JavaScript: blocks, `\-`, `\i`, `\c`, and one class taken from another. */
function translate(pattern: string): string | undefined {
  let refused = false
  const text = pattern.replace(escapes, (whole, block, sign, not, base, less) => {
    if (base !== undefined) return `(?:(?![${less}])[${not}${base}])`
    const known = block === undefined ? signs[sign] : blocks[block]
    if (block !== undefined ? known === undefined : sign === '0') refused = true
    return known ?? whole
  })
  return refused ? undefined : text
}

const signs: Readonly<Record<string, string>> = { '-': '\\x2d', i: '[\\p{L}_:]', c: '[\\p{L}\\p{N}_:.\\x2d]' }

/** The blocks that rules here have a use for. */
const blocks: Readonly<Record<string, string>> = {
  BasicLatin: '[\\u0000-\\u007F]',
  CJKUnifiedIdeographs: '[\\u4E00-\\u9FFF]',
}

function escapeAll(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
