import { findChineseNumeral } from './chinese-numeral.ts'

const DIGITS = '零一二三四五六七八九'

/**
 * The whole number that official texts print in any of their ways: 12, 十二, 两, 二〇二一 (digits by place), or null.
 * Takes up to nine characters; full numerals are held to the strict form of `findChineseNumeral`.
 */
export function chineseNumber(text: string): number | null {
  if (text === '' || text.length > 9) return null
  const ascii = text.charCodeAt(0) < 0x80
  let value = 0
  for (let i = 0; i < text.length; i += 1) {
    const digit = ascii ? text.charCodeAt(i) - 0x30 : digitOf(text.charAt(i))
    if (digit < 0 || digit > 9) return ascii ? null : (findChineseNumeral(text) ?? null)
    value = value * 10 + digit
  }
  return value
}

function digitOf(char: string): number {
  if (char === '〇' || char === '○' || char === 'Ｏ') return 0
  if (char === '两') return 2
  return DIGITS.indexOf(char)
}
