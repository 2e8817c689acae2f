import type { Node, Tests } from './ast.ts'
import { Cursor } from './cursor.ts'
import { type Parsed, Refusal } from './fault.ts'
import { readForm } from './forms.ts'
import type { Grammar } from './grammar.ts'
import type { Names } from './names.ts'
import { readOperators, readSum } from './operators.ts'
import { readTests } from './tests.ts'

/** Reads an expression; the names tell which words belong together. Never throws on bad text. */
export function parseExpression(text: string, names: Names): Parsed<Node> {
  return parseWhole(text, names, (grammar) => grammar.expression())
}

/** Reads a cell of a table: tests separated by commas, `not(…)` around them, or `-`. */
export function parseTests(text: string, names: Names): Parsed<Tests> {
  return parseWhole(text, names, (grammar) => grammar.tests())
}

/** Deeper nesting is refused, so that no text can exhaust the stack. */
const DEEPEST = 200
/** A text that must be read again and again is refused as well. */
const MOST_STEPS = 50_000

function parseWhole<T>(text: string, names: Names, read: (grammar: Grammar) => T): Parsed<T> {
  const cursor = new Cursor(text, names.variables, names.members)
  try {
    const value = read(grammarOver(cursor))
    if (!cursor.atEnd()) cursor.refuse(`表达式到这里应当结束，后面的${cursor.found()}读不懂`)
    return { ok: true, value }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault }
    throw error
  }
}

function grammarOver(cursor: Cursor): Grammar {
  let [depth, steps] = [0, 0]
  const deeper = <T>(read: () => T): T => {
    depth += 1
    if (depth > DEEPEST) cursor.refuse(`嵌套超过 ${DEEPEST} 层，请拆成几条规则`)
    steps += 1
    if (steps > MOST_STEPS) cursor.refuse('表达式过于复杂，请拆成几条规则')
    try {
      return read()
    } finally {
      depth -= 1
    }
  }
  const grammar: Grammar = {
    cursor,
    expression: () => deeper(() => readForm(grammar) ?? readOperators(grammar)),
    sum: () => deeper(() => readSum(grammar)),
    tests: () => readTests(grammar),
  }
  return grammar
}
