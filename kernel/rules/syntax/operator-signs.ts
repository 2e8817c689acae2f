import type { Comparison } from './ast.ts'
import type { Grammar } from './grammar.ts'

const comparisons: readonly Comparison[] = ['<=', '>=', '!=', '<', '>', '=']

/** The comparison sign that stands next, taken. */
export function takeComparison({ cursor }: Grammar): Comparison | undefined {
  return comparisons.find((sign) => cursor.takes(sign))
}
