import type { Test, Tests } from './ast.ts'
import type { Grammar } from './grammar.ts'
import { takeComparison } from './operator-signs.ts'

/** Reads tests separated by commas, `not(…)` around them, or `-` for a cell that says nothing. */
export function readTests(grammar: Grammar): Tests {
  const { cursor } = grammar
  cursor.skip()
  const from = cursor.at
  if (cursor.takes('-')) {
    if (cursor.atEnd()) return { negated: false, tests: 'any', from, to: cursor.at }
    cursor.at = from
  }
  return cursor.within(['?'], () => readNegated(grammar, from) ?? readPlain(grammar, from))
}

/** `not(…)` around all tests. Undefined, with nothing taken, where `not` is the function inside an expression. */
function readNegated(grammar: Grammar, from: number): Tests | undefined {
  const { cursor } = grammar
  const opened = cursor.takesWord('not') && cursor.takes('(')
  if (opened) {
    const tests = readList(grammar)
    cursor.needs(')')
    const [first] = tests
    const isFunction = tests.length === 1 && first?.kind === 'expression' && first.aboutInput
    if (!isFunction && (cursor.atEnd() || cursor.sees(')'))) return { negated: true, tests, from, to: cursor.at }
  }
  cursor.at = from
  return undefined
}

function readPlain(grammar: Grammar, from: number): Tests {
  const tests = readList(grammar)
  return { negated: false, tests, from, to: grammar.cursor.at }
}

function readList(grammar: Grammar): readonly Test[] {
  const tests = [readTest(grammar)]
  while (grammar.cursor.takes(',')) tests.push(readTest(grammar))
  return tests
}

function readTest(grammar: Grammar): Test {
  const { cursor } = grammar
  cursor.skip()
  const from = cursor.at
  const operator = takeComparison(grammar)
  if (operator) {
    const operand = grammar.sum()
    return { kind: 'compare', operator, operand, from, to: cursor.at }
  }
  const node = grammar.expression()
  return {
    kind: 'expression',
    node,
    aboutInput: mentionsInput(cursor.text.slice(from, cursor.at)),
    from,
    to: cursor.at,
  }
}

/** Whether `?` stands in the text outside quotes. */
function mentionsInput(text: string): boolean {
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"/g, '').includes('?')
}
