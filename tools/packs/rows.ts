import { readFileSync, writeFileSync } from 'node:fs'

/** A clause that a row rests on, or a source outside the city's documents. */
export type Basis = { readonly document: string; readonly path: readonly string[] } | { readonly source: string }

/**
 * Writes a list as a JSON array with one row a line, so that a changed row is a changed line.
 * Null and empty optional values stay: absence is said, never guessed.
 */
export function writeRows(file: string, rows: readonly object[]): void {
  const lines = rows.map((row) => `  ${JSON.stringify(row)}`)
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`)
}

/** Writes one value as indented JSON. */
export function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

/** Reads a file of one JSON value a line. */
export function readJsonLines<T>(file: string): readonly T[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T)
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 → 一, 18 → 十八, 30 → 三十; the numbering of chapters and items, up to 99. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10)
  const unit = n % 10
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return head + (unit === 0 && tens > 0 ? '' : (digits[unit] ?? ''))
}
