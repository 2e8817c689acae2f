import type { Span } from '../syntax/ast.ts'
import type { Value } from '../value/value.ts'

/** Takes notes of an evaluation. Without one nothing is noted and nothing costs. */
export interface Notes {
  /** A name or a path was read from the facts. */
  read(label: string, value: Value): void
  /** A row of a table, or another part of the rules that says on what it rests, took part. */
  hit(part: Hit): void
  /** Something could not be worked out and became null. */
  warn(message: string, span: Span): void
}

/** A row that hit, by its place in its table from 1, or an expression with a basis; and what it rests on. */
export interface Hit {
  readonly row?: number
  readonly label?: string
  readonly basis?: string
}

/** The values of the names in reach, by the place that the compiler gave each, and the notes if any are taken. */
export interface Frame {
  readonly slots: Value[]
  readonly notes: Notes | undefined
}

/** A compiled expression. */
export type Evaluate = (frame: Frame) => Value

/** A compiled test: does the value pass? Null when that cannot be said. */
export type Check = (frame: Frame, input: Value) => boolean | null

/** The same slots in an array of its own, so that a function keeps what it was made with. */
export function copyFrame(frame: Frame): Frame {
  return { slots: frame.slots.slice(), notes: frame.notes }
}
