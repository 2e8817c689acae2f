import type { Comparison } from '../syntax/ast.ts'
import { compareValues, equalValues } from '../value/compare.ts'
import type { Value } from '../value/value.ts'

/** Three-valued: true, false, or null when the two do not compare. */
export const compareBy = {
  '=': equalValues,
  '!=': (a, b) => opposite(equalValues(a, b)),
  '<': (a, b) => ordered(a, b, (order) => order < 0),
  '<=': (a, b) => ordered(a, b, (order) => order <= 0),
  '>': (a, b) => ordered(a, b, (order) => order > 0),
  '>=': (a, b) => ordered(a, b, (order) => order >= 0),
} satisfies Record<Comparison, (a: Value, b: Value) => boolean | null>

/** `and`: false when either is false, true when both are true, else null. */
export function both(a: Value, b: Value): boolean | null {
  if (a === false || b === false) return false
  return a === true && b === true ? true : null
}

/** `or`: true when either is true, false when both are false, else null. */
export function either(a: Value, b: Value): boolean | null {
  if (a === true || b === true) return true
  return a === false && b === false ? false : null
}

function ordered(a: Value, b: Value, holds: (order: number) => boolean): boolean | null {
  const order = compareValues(a, b)
  return order === null ? null : holds(order)
}

function opposite(value: boolean | null): boolean | null {
  return value === null ? null : !value
}
