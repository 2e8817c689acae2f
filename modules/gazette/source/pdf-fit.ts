const OPENING = '（《〈【〔「『(\\[+'
const CLOSING = '，。、；：？！…）》〉】〕」』%％‰)\\],.;:!?+'
/** Quotation marks hold to what stands on either side, for they look alike on both. */
const QUOTES = '“”‘’'
const WORD = '[A-Za-z\\d]+(?:[-.,/~–%]+[A-Za-z\\d]+)*'
const PIECE = `[${OPENING}${QUOTES}]*(?:${WORD}|—+|…+|[^])[${CLOSING}]*`
const UNIT = new RegExp(`^${PIECE}(?:[${QUOTES}]+(?:${PIECE})?)*`, 'u')

/**
 * How much room the beginning of a text takes up to the first place where a line may end, in widths of a character: a
 * word or a character, with the marks that must not end or begin a line.
 */
export function roomNeeded(text: string): number {
  const [unit = ''] = UNIT.exec(text) ?? []
  return [...unit].reduce((width, sign) => width + (isNarrow(sign) ? 0.6 : 1), 0)
}

/** True when a line ends in a mark that may hang over the edge. */
export function mayHang(text: string): boolean {
  return /[，。、；：？！…）》〉】〕」』”’]$/u.test(text)
}

function isNarrow(sign: string): boolean {
  return sign < '\u2000'
}
