import type { Node } from '../syntax/ast.ts'
import type { Evaluate } from './frame.ts'
import type { Scope, Types } from './scope.ts'

/** What is compiled against: the names in reach and the types of the model. */
export interface Setting {
  readonly scope: Scope
  readonly types: Types
  /** The compiler of parts, handed along so that its files need not import one another. */
  readonly compile: (node: Node, setting: Setting) => Evaluate
}
