import { findChineseNumeral } from './chinese-numeral.ts'

const DIGITS = '零一二三四五六七八九'

/**
 * The whole number that official texts print in any of their ways: 12, 十二, 两, 二〇二一 (digits by place), or null.
 * Takes up to nine characters; full numerals are held to the strict form of `findChineseNumeral`.
 */
export function chineseNumber(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  if (text === '' || text.length > 9) return null
  return /[十百千]/.test(text) ? (findChineseNumeral(text) ?? null) : byPlace(text)
}

function byPlace(text: string): number | null {
  let value = 0
  for (const char of text) {
    const digit = digitOf(char)
    if (digit < 0) return null
    value = value * 10 + digit
  }
  return value
}

function digitOf(char: string): number {
  if (char === '〇' || char === '○' || char === 'Ｏ') return 0
  if (char === '两') return 2
  return DIGITS.indexOf(char)
}
