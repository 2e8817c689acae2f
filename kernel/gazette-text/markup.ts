/** Stands in a text where a tag of a page ended a line; no line of the source ends there. */
export const SOFT_BREAK = '\ue00a'

const PAGE = /<\/?(?:p|br|div|span|td|tr|table|strong|b|font|a|h[1-6]|li|ul|section)\b/i
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,9})\b[^<>]{0,600}>|<!--[^<>]{0,600}-->/g
const ENTITY = /&(?:([a-zA-Z]{2,8})|#(\d{2,5}));/g
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  middot: '·',
  hellip: '…',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
}
const BLOCK = /^(?:p|br|div|tr|table|h[1-6]|li|ul|section)$/i
const CELL = /^t[dh]$/i
const MARKDOWN = /^\s{0,3}#{1,6} |^\s*\|?\s*:?-{3,}:?\s*\||\*\*[^*\n]{1,200}\*\*/m
const MARKS = /^[ \t\ufeff]{0,3}(?:#{1,6}|>)[ \t]+|^[-:| \t]{0,200}---[-:| \t]{0,200}$|\*\*|__/gm

/**
 * Takes what a copied page left of HTML or Markdown out of a text without moving a character: tags, entities and
 * emphasis become blanks, ends of blocks become soft breaks, ends of table cells bars. Other text passes unchanged.
 */
export function blankMarkup(text: string): string {
  const plain = text.includes('<') && PAGE.test(text) ? text.replace(TAG, blankTag) : text
  const spelled = plain.includes('&') && (plain !== text || /&nbsp;/.test(plain)) ? plain.replace(ENTITY, spell) : plain
  return (spelled.includes('**') || spelled.includes('# ') || spelled.includes('---')) && MARKDOWN.test(spelled)
    ? spelled.replace(MARKS, blanks)
    : spelled
}

function blankTag(tag: string, slash: string, name: string | undefined): string {
  if (name !== undefined && BLOCK.test(name)) return padded(SOFT_BREAK, tag)
  if (name !== undefined && CELL.test(name) && slash === '/') return padded('|', tag)
  return keepLines(tag)
}

function spell(entity: string, name: string | undefined, code: string | undefined): string {
  const char = code === undefined ? ENTITIES[name ?? ''] : String.fromCharCode(Number(code))
  return char === undefined ? entity : padded(char, entity)
}

function padded(first: string, whole: string): string {
  return first + keepLines(whole.slice(1))
}

/** Blanks of the same length; line ends inside a tag stay. */
function keepLines(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

function blanks(mark: string): string {
  return ' '.repeat(mark.length)
}
