import { chineseNumber } from '../numeral/index.ts'

/** The numbering at the head of a line: 一、 （一） 1. （1） ① 第三条 第一章. */
export interface Numbering {
  /** Depth by custom, smaller is outer: 章 0, 节 1, 一、 2, 条 3, （一） 4, 1. 5, （1） 6, ① 7. */
  readonly rank: number
  readonly number: number
  /** As it stands in a path: 一, 第三条, （一）, 1, （1）, ①. */
  readonly label: string
  /** Length of the printed mark, spaces behind it included. */
  readonly length: number
}

export const RANK = {
  chapter: 0,
  section: 1,
  roman: 2,
  article: 3,
  paren: 4,
  arabic: 5,
  parenArabic: 6,
  circled: 7,
} as const

const CN = '[一二三四五六七八九十百〇零]{1,5}'
const MARK = new RegExp(
  [
    `第\\s*(${CN}|\\d{1,3})\\s*([编章节条]|部分)(?![第款项])(?:\\s*[、：.]|\\s+|(?=[^\\s]))\\s*`,
    `(${CN})\\s*(?:、|\\.|．)\\s*`,
    `（\\s*(${CN})\\s*）\\s*[、.]?\\s*`,
    '(\\d{1,3}(?:\\.\\d{1,2}){1,3})\\.?(?![\\d%万亿元个月]) *(?=[^\\d\\s%])',
    // 3.2020年底前, 1.9月30日前: what stands behind the number is a year or a month
    '(\\d{1,3})\\s*(?:\\.(?!\\d)|\\.(?=20\\d{2}年|\\d{1,2}月)|、)\\s*',
    '（\\s*(\\d{1,3})\\s*）\\s*[、.]?\\s*',
    '(\\d{1,3})\\s*）\\s*',
    '([①-⑳])\\s*',
  ].join('|'),
  'y',
)

/** The numbering that stands exactly at `at` in a shadow text, or null. A following numeral (一、二等) makes it none. */
export function readNumbering(shadow: string, at: number): Numbering | null {
  const first = shadow.charCodeAt(at)
  if (!mayBegin(first)) return null
  MARK.lastIndex = at
  const found = MARK.exec(shadow)
  if (!found) return null
  const length = found[0].length
  const [, ordinal, unit, cn, paren, dotted, arabic, parenArabic, halfParen, circled] = found
  if (ordinal && unit) return ordinalMark(ordinal, unit, length)
  if (cn)
    return /^[一二三四五六七八九十]、?/.test(shadow.slice(at + length, at + length + 1))
      ? null
      : numbered(RANK.roman, cn, { label: cn, length })
  if (paren) return numbered(RANK.paren, paren, { label: `（${paren}）`, length })
  if (dotted) return dottedMark(dotted, length)
  if (arabic) return numbered(RANK.arabic, arabic, { label: arabic, length })
  if (parenArabic) return numbered(RANK.parenArabic, parenArabic, { label: `（${parenArabic}）`, length })
  if (halfParen) return numbered(RANK.parenArabic, halfParen, { label: `（${halfParen}）`, length })
  return circled ? { rank: RANK.circled, number: circled.charCodeAt(0) - 0x245f, label: circled, length } : null
}

function mayBegin(code: number): boolean {
  return (
    code === 0xff08 ||
    code === 0x7b2c ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x2460 && code <= 0x2473) ||
    CN_CODES.has(code)
  )
}

const CN_CODES = new Set([...'一二三四五六七八九十百〇零'].map((char) => char.charCodeAt(0)))

function ordinalMark(ordinal: string, unit: string, length: number): Numbering | null {
  const rank = unit === '条' ? RANK.article : unit === '节' ? RANK.section : RANK.chapter
  return numbered(rank, ordinal, { label: `第${ordinal}${unit}`, length })
}

function dottedMark(dotted: string, length: number): Numbering | null {
  const parts = dotted.split('.')
  const number = Number(parts.at(-1))
  return { rank: RANK.arabic + (parts.length - 1) * 0.1, number, label: dotted, length }
}

function numbered(
  rank: number,
  text: string,
  rest: { readonly label: string; readonly length: number },
): Numbering | null {
  const number = chineseNumber(text)
  return number === null ? null : { rank, number, ...rest }
}
