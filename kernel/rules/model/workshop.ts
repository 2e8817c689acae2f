import { compileNode } from '../compile/expression.ts'
import type { Check, Evaluate } from '../compile/frame.ts'
import type { Scope, Types } from '../compile/scope.ts'
import type { Setting } from '../compile/setting.ts'
import { compileTests } from '../compile/tests.ts'
import { typeOfNode } from '../compile/type-of-node.ts'
import type { Node, Tests } from '../syntax/ast.ts'
import { type Parsed, Refusal } from '../syntax/fault.ts'
import { parseExpression, parseTests } from '../syntax/parse.ts'
import { parseType } from '../syntax/type-text.ts'
import { ANY, type Type } from '../value/type.ts'
import type { ModelFault } from './forms.ts'

/** What the parts of a model are compiled with: names and types in reach, and where faults go. */
export interface Workshop {
  readonly scope: Scope
  readonly types: Types
  /** Names of fields, which may hold signs and so must be known before a text is read. */
  readonly members: readonly string[]
  /** The part being compiled, as a person calls it. */
  readonly part: string
  readonly report: (fault: ModelFault) => void
}

const nothing: Evaluate = () => null
const never: Check = () => null

/** The text as an expression; one with faults is reported and is always null. */
export function expressionOf(text: string, shop: Workshop): Evaluate {
  return read(parseExpression(text, namesOf(shop)), shop, (node: Node) => compileNode(node, settingOf(shop))) ?? nothing
}

/** The text as a cell of a table; one with faults is reported and never passes. */
export function testsOf(text: string, shop: Workshop): Check {
  const compile = (tests: Tests) => compileTests(tests, settingOf(shop))
  return read(parseTests(text, namesOf(shop)), shop, compile) ?? never
}

/** The values that a cell lists one by one, in their order. */
export function valuesListed(text: string, shop: Workshop): readonly Evaluate[] {
  const compile = ({ tests }: Tests) =>
    tests === 'any'
      ? []
      : tests.flatMap((test) => (test.kind === 'expression' ? [compileNode(test.node, settingOf(shop))] : []))
  return read(parseTests(text, namesOf(shop)), shop, compile) ?? []
}

/** The type a text names; a missing one is Any, one that is unknown is reported. */
export function typeOf(text: string | undefined, shop: Workshop): Type {
  if (text === undefined) return ANY
  return shop.types.get(text) ?? read(parseType(text), shop, (node) => typeOfNode(node, shop.types)) ?? ANY
}

function settingOf({ scope, types }: Workshop): Setting {
  return { scope, types, compile: compileNode }
}

function namesOf({ scope, members }: Workshop) {
  return { variables: scope.allNames(), members }
}

function read<T, R>(parsed: Parsed<T>, shop: Workshop, compile: (value: T) => R): R | undefined {
  try {
    if (parsed.ok) return compile(parsed.value)
    shop.report({ part: shop.part, ...parsed.fault })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    shop.report({ part: shop.part, ...error.fault })
  }
  return undefined
}
