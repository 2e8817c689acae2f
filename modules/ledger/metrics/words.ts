import type { Op } from './store.ts'

const signs: Readonly<Record<Op, string>> = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝', about: '约' }

/** A figure with its unit as it is read: two places at most, no noughts behind; a ratio keeps its form (1.18：1). */
export function valueWords(value: number, unit: string): string {
  return `${Number(value.toFixed(2))}${unit}`
}

/** ≥90%. */
export function targetWords({ op, value }: { readonly op: Op; readonly value: number }, unit: string): string {
  return `${signs[op]}${valueWords(value, unit)}`
}
