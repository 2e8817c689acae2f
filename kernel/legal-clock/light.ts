import type { Light } from './model.ts'

export interface Standing {
  readonly left: number
  /** The whole term in counted days or hours. */
  readonly total: number
  readonly past: boolean
}

/** Red past the last day; yellow when no more is left than one, or than a fifth of the term rounded up; else green. */
export function lightOf({ left, total, past }: Standing): Light {
  if (past) return 'red'
  return left <= Math.max(1, Math.ceil(total / 5)) ? 'yellow' : 'green'
}
