/** Chinese numerals as clauses are numbered: 1 is 一, 10 十, 105 一百零五. Takes 1 to 9999, throws beyond (a bug in the caller). */
export function writeChineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 9999) throw new RangeError(`no clause number: ${number}`)
  let text = ''
  for (const [value, unit] of UNITS) {
    const digit = Math.floor(number / value) % 10
    if (digit > 0) text += DIGITS.charAt(digit) + unit
    else if (text !== '' && !text.endsWith('零')) text += '零'
  }
  const short = text.startsWith('一十') ? text.slice(1) : text
  return short.endsWith('零') ? short.slice(0, -1) : short
}

/** The number of a Chinese numeral from 一 to 九千九百九十九, or undefined; 〇 for 零, 两 for 二 and 一十 for 十 are accepted. */
export function findChineseNumeral(text: string): number | undefined {
  const usual = /[〇○两]/.test(text) ? text.replace(/[〇○]/g, '零').replace(/两(?=[百千])/g, '二') : text
  const plain = usual.startsWith('一十') ? usual.slice(1) : usual
  let [total, digit] = [0, 0]
  for (const sign of plain) {
    const unit = UNITS.find(([, name]) => name === sign)?.[0]
    if (unit !== undefined) [total, digit] = [total + (digit || 1) * unit, 0]
    else {
      digit = DIGITS.indexOf(sign)
      if (digit < 0) return undefined
    }
  }
  const number = total + digit
  return number >= 1 && number <= 9999 && writeChineseNumeral(number) === plain ? number : undefined
}

const DIGITS = '零一二三四五六七八九'
const UNITS = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
  [1, ''],
] as const
