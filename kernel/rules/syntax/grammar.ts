import type { Node, Tests } from './ast.ts'
import type { Cursor } from './cursor.ts'

/** What the files of the grammar need of one another; handed along so that no file imports its caller. */
export interface Grammar {
  readonly cursor: Cursor
  readonly expression: () => Node
  /** Without comparisons, `and` and `or`: what may stand as the end of a range or of `between`. */
  readonly sum: () => Node
  /** Tests after `in`, or a cell. */
  readonly tests: () => Tests
}
