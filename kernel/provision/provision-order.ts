import { findDocumentNumber } from '../identifiers/index.ts'
import { numberOfMark } from './mark.ts'
import type { ProvisionRef } from './provision-ref.ts'

/**
 * The order in which provisions stand, for sorting: documents by letters, year and number, then those without a number by
 * title; a document before its clauses, a clause before its items, clauses by number, annexes last.
 */
export function compareProvisions(a: ProvisionRef, b: ProvisionRef): number {
  return compareDocuments(a.document, b.document) || comparePaths(a.path, b.path)
}

function compareDocuments(a: string, b: string): number {
  const [first, second] = [findDocumentNumber(a), findDocumentNumber(b)]
  if (!first || !second) return Number(!first) - Number(!second) || compareTexts(a, b)
  return (
    compareTexts(first.letters, second.letters) ||
    first.year - second.year ||
    first.serial - second.serial ||
    compareTexts(a, b)
  )
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (const [index, mark] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    const order = compareMarks(mark, other)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareMarks(a: string, b: string): number {
  const [first, second] = [numberOfMark(a), numberOfMark(b)]
  const numbers = [first.number ?? Number.MAX_SAFE_INTEGER, second.number ?? Number.MAX_SAFE_INTEGER] as const
  return Number(first.annex) - Number(second.annex) || numbers[0] - numbers[1] || compareTexts(a, b)
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
