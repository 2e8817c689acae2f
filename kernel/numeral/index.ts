export { chineseNumber } from './chinese-number.ts'
export { findChineseNumeral, writeChineseNumeral } from './chinese-numeral.ts'
