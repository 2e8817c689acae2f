const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100 }

/**
 * The whole number that a Chinese or Arabic numeral names (十二, 二〇二一, 两, 12), or null when it names none.
 * Knows units up to 百; a run of bare digits is read as positions (二〇二一 is 2021).
 */
export function chineseNumber(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  if (text === '' || text.length > 9) return null
  return /[十百]/.test(text) ? withUnits(text) : byPosition(text)
}

function digitOf(char: string): number {
  if (char === '〇' || char === '○' || char === 'Ｏ') return 0
  if (char === '两') return 2
  return DIGITS.indexOf(char)
}

function byPosition(text: string): number | null {
  let value = 0
  for (const char of text) {
    const digit = digitOf(char)
    if (digit < 0) return null
    value = value * 10 + digit
  }
  return value
}

function withUnits(text: string): number | null {
  let total = 0
  let pending: number | null = null
  for (const char of text) {
    const unit = UNITS[char]
    if (unit !== undefined) {
      total += (pending ?? 1) * unit
      pending = null
      continue
    }
    const digit = digitOf(char)
    if (digit < 0) return null
    pending = digit
  }
  return total + (pending ?? 0)
}
