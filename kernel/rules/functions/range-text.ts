import { compileNode } from '../compile/expression.ts'
import { Scope } from '../compile/scope.ts'
import type { Node } from '../syntax/ast.ts'
import { parseExpression } from '../syntax/parse.ts'
import type { FeelFunction, Value } from '../value/value.ts'
import { define } from './define.ts'
import { temporalFunctions } from './temporals.ts'

const scope = Scope.ofConstants(new Map(Object.entries(temporalFunctions)))

/** `range("[1..3]")`: a range from its text, whose ends must be literals. */
export const rangeTextFunctions: Readonly<Record<string, FeelFunction>> = {
  range: define({ from: 'string' }, ({ from }) => rangeOf(from)),
}

function rangeOf(text: string): Value {
  const parsed = parseExpression(text, { variables: scope.allNames(), members: [] })
  if (!parsed.ok || parsed.value.kind !== 'range') return null
  const { start, end } = parsed.value
  if (![start, end].every((node) => node === null || isLiteral(node))) return null
  return compileNode(parsed.value, { scope, types: new Map(), compile: compileNode })({ slots: [], notes: undefined })
}

function isLiteral(node: Node): boolean {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'moment':
      return true
    case 'negation':
      return isLiteral(node.operand)
    case 'call':
      return isLiteralCall(node)
    default:
      return false
  }
}

/** `date("2021-06-30")` and the like. */
function isLiteralCall({ callee, args }: Extract<Node, { kind: 'call' }>): boolean {
  if (callee.kind !== 'name' || !(callee.name in temporalFunctions)) return false
  return args.values.every((value) => isLiteral('value' in value && 'name' in value ? value.value : (value as Node)))
}
