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
const ORDINAL = new RegExp(
  `第\\s*(${CN}|\\d{1,3})\\s*([编章节条]|部分)(?![第款项])(?:\\s*[、：.]|\\s+|(?=[^\\s]))\\s*`,
  'y',
)
const ROMAN = new RegExp(`(${CN})\\s*(?:、|\\.|．)(?!\\s*[一二三四五六七八九十])\\s*`, 'y')
const PAREN = new RegExp(`（\\s*(?:(${CN})|(\\d{1,3}))\\s*）\\s*[、.]?\\s*`, 'y')
const DOTTED = /(\d{1,3}(?:\.\d{1,2}){1,3})\.?(?![\d%万亿元个月]) *(?=[^\d\s%])/y
/** 3.2020年底前, 1.9月30日前: what stands behind the number is a year or a month. */
const ARABIC = /(\d{1,3})\s*(?:(?:\.(?!\d)|\.(?=20\d{2}年|\d{1,2}月)|、)\s*|(）)\s*)/y
const CIRCLED = /[①-⑳]\s*/y

/** The numbering that stands exactly at `at` in a shadow text, or null. A following numeral (一、二等) makes it none. */
export function readNumbering(shadow: string, at: number): Numbering | null {
  const first = shadow.charCodeAt(at)
  if (first >= 0x30 && first <= 0x39) return arabicMark(shadow, at)
  if (first === 0xff08) return parenMark(shadow, at)
  if (first === 0x7b2c) return ordinalMark(shadow, at)
  if (first >= 0x2460 && first <= 0x2473) {
    const number = first - 0x245f
    return {
      rank: RANK.circled,
      number,
      label: shadow.charAt(at),
      length: matchAt(CIRCLED, shadow, at)?.[0].length ?? 1,
    }
  }
  return CN_CODES.has(first) ? romanMark(shadow, at) : null
}

const CN_CODES = new Set([...'一二三四五六七八九十百〇零'].map((char) => char.charCodeAt(0)))

function arabicMark(shadow: string, at: number): Numbering | null {
  const dotted = matchAt(DOTTED, shadow, at)
  if (dotted) {
    const label = dotted[1] ?? ''
    const parts = label.split('.')
    const rank = RANK.arabic + (parts.length - 1) * 0.1
    return { rank, number: Number(parts.at(-1)), label, length: dotted[0].length }
  }
  const found = matchAt(ARABIC, shadow, at)
  if (!found) return null
  const [whole, digits = '', half] = found
  return half
    ? { rank: RANK.parenArabic, number: Number(digits), label: `（${digits}）`, length: whole.length }
    : { rank: RANK.arabic, number: Number(digits), label: digits, length: whole.length }
}

function parenMark(shadow: string, at: number): Numbering | null {
  const found = matchAt(PAREN, shadow, at)
  if (!found) return null
  const inside = found[1] ?? found[2] ?? ''
  const number = chineseNumber(inside)
  const rank = found[1] ? RANK.paren : RANK.parenArabic
  return number === null ? null : { rank, number, label: `（${inside}）`, length: found[0].length }
}

function ordinalMark(shadow: string, at: number): Numbering | null {
  const found = matchAt(ORDINAL, shadow, at)
  const number = found ? chineseNumber(found[1] ?? '') : null
  if (!found || number === null) return null
  const unit = found[2] ?? ''
  const rank = unit === '条' ? RANK.article : unit === '节' ? RANK.section : RANK.chapter
  return { rank, number, label: `第${found[1]}${unit}`, length: found[0].length }
}

function romanMark(shadow: string, at: number): Numbering | null {
  const found = matchAt(ROMAN, shadow, at)
  const label = found?.[1] ?? ''
  const number = found ? chineseNumber(label) : null
  return !found || number === null ? null : { rank: RANK.roman, number, label, length: found[0].length }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
