/** A part of an expression, with where it stands in the text (character offsets, the end not included). */
export interface Span {
  readonly from: number
  readonly to: number
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | '/' | '**'

/** An expression as read. A `test` node is a value or a comparison without its left side, as in a table's cell. */
export type Node = Span &
  (
    | { readonly kind: 'null' }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'moment'; readonly text: string }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'list'; readonly items: readonly Node[] }
    | { readonly kind: 'context'; readonly entries: readonly { readonly name: string; readonly value: Node }[] }
    | {
        readonly kind: 'range'
        readonly start: Node | null
        readonly startIncluded: boolean
        readonly end: Node | null
        readonly endIncluded: boolean
      }
    | { readonly kind: 'arithmetic'; readonly operator: Arithmetic; readonly left: Node; readonly right: Node }
    | { readonly kind: 'negation'; readonly operand: Node }
    | { readonly kind: 'comparison'; readonly operator: Comparison; readonly left: Node; readonly right: Node }
    | { readonly kind: 'between'; readonly value: Node; readonly low: Node; readonly high: Node }
    | { readonly kind: 'in'; readonly value: Node; readonly tests: Tests }
    | { readonly kind: 'and' | 'or'; readonly left: Node; readonly right: Node }
    | { readonly kind: 'if'; readonly condition: Node; readonly consequence: Node; readonly otherwise: Node }
    | { readonly kind: 'for'; readonly iterators: readonly Iterator[]; readonly body: Node }
    | { readonly kind: 'some' | 'every'; readonly iterators: readonly Iterator[]; readonly body: Node }
    | { readonly kind: 'filter'; readonly list: Node; readonly condition: Node }
    | { readonly kind: 'path'; readonly of: Node; readonly name: string }
    | { readonly kind: 'call'; readonly callee: Node; readonly args: Arguments }
    | { readonly kind: 'function'; readonly parameters: readonly ParameterNode[]; readonly body: Node }
    | { readonly kind: 'instance'; readonly value: Node; readonly type: TypeNode }
  )

export interface Iterator {
  readonly name: string
  /** What is gone through: a list, or whole numbers from `list` to `to`. */
  readonly list: Node
  readonly to?: Node
}

export type Arguments =
  | { readonly kind: 'by place'; readonly values: readonly Node[] }
  | { readonly kind: 'by name'; readonly values: readonly { readonly name: string; readonly value: Node }[] }

export interface ParameterNode {
  readonly name: string
  readonly type?: TypeNode
}

export type TypeNode = Span &
  (
    | { readonly kind: 'named'; readonly name: string }
    | { readonly kind: 'list' | 'range'; readonly of: TypeNode }
    | { readonly kind: 'context'; readonly fields: readonly { readonly name: string; readonly type: TypeNode }[] }
    | { readonly kind: 'function'; readonly parameters: readonly TypeNode[]; readonly result: TypeNode }
  )

/** One test of a cell: compared with a value, or an expression (a value, a range, a list, or something about `?`). */
export type Test =
  | (Span & { readonly kind: 'compare'; readonly operator: Comparison; readonly operand: Node })
  | (Span & { readonly kind: 'expression'; readonly node: Node; readonly aboutInput: boolean })

/** A cell: any of the tests holds; all of them fail when `negated`; no test at all (`-`) always holds. */
export interface Tests extends Span {
  readonly negated: boolean
  readonly tests: readonly Test[] | 'any'
}
