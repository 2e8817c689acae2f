import type { Arithmetic, Node, Test, Tests } from './ast.ts'
import type { Grammar } from './grammar.ts'
import { takeComparison } from './operator-signs.ts'
import { readPostfix } from './postfix.ts'
import { readRangeEnd } from './primary.ts'
import { readType } from './type-text.ts'

/** `or` binds weakest, then `and`, comparisons, sums, products, powers, the minus sign, `instance of`. */
export function readOperators(grammar: Grammar): Node {
  return chain(grammar, 'or', () => chain(grammar, 'and', () => readComparison(grammar)))
}

function chain(grammar: Grammar, word: 'or' | 'and', next: () => Node): Node {
  let left = next()
  while (grammar.cursor.takesWord(word)) {
    const right = next()
    left = { kind: word, left, right, from: left.from, to: right.to }
  }
  return left
}

function readComparison(grammar: Grammar): Node {
  const { cursor } = grammar
  let left = readSum(grammar)
  for (;;) {
    const { from } = left
    const operator = takeComparison(grammar)
    if (operator) {
      const right = readSum(grammar)
      left = { kind: 'comparison', operator, left, right, from, to: right.to }
    } else if (cursor.takesWord('between')) {
      const low = readSum(grammar)
      cursor.needsWord('and')
      const high = readSum(grammar)
      left = { kind: 'between', value: left, low, high, from, to: high.to }
    } else if (cursor.takesWord('in')) {
      const tests = readInTests(grammar)
      left = { kind: 'in', value: left, tests, from, to: tests.to }
    } else return left
  }
}

/** After `in`: one test, or several in brackets. `(1..5)` is a range and no list of tests. */
function readInTests(grammar: Grammar): Tests {
  const { cursor } = grammar
  cursor.skip()
  const from = cursor.at
  if (!cursor.takes('(')) {
    const operator = takeComparison(grammar)
    const node = readSum(grammar)
    return operator
      ? one({ kind: 'compare', operator, operand: node, from, to: node.to })
      : one({ kind: 'expression', node, aboutInput: false, from, to: node.to })
  }
  const tests = grammar.tests()
  const [first] = tests.tests
  if (cursor.takes('..') && typeof first === 'object' && first.kind === 'expression') {
    const node = readRangeEnd(grammar, from, first.node, false)
    return one({ kind: 'expression', node, aboutInput: false, from, to: node.to })
  }
  cursor.needs(')')
  return { ...tests, from, to: cursor.at }
}

function one(test: Test): Tests {
  return { negated: false, tests: [test], from: test.from, to: test.to }
}

/** Sums and what binds stronger. */
export function readSum(grammar: Grammar): Node {
  return leftToRight(grammar, ['+', '-'], () =>
    leftToRight(grammar, ['*', '/'], () => leftToRight(grammar, ['**'], () => readNegation(grammar))),
  )
}

function leftToRight(grammar: Grammar, signs: readonly Arithmetic[], next: () => Node): Node {
  let left = next()
  for (;;) {
    const operator = signs.find((sign) => takeArithmetic(grammar, sign))
    if (!operator) return left
    const right = next()
    left = { kind: 'arithmetic', operator, left, right, from: left.from, to: right.to }
  }
}

function takeArithmetic({ cursor }: Grammar, sign: Arithmetic): boolean {
  return !(sign === '*' && cursor.sees('**')) && cursor.takes(sign)
}

function readNegation(grammar: Grammar): Node {
  const { cursor } = grammar
  cursor.skip()
  const from = cursor.at
  let signs = 0
  while (cursor.takes('-')) signs += 1
  let node = readInstance(grammar)
  for (let n = 0; n < signs; n += 1) node = { kind: 'negation', operand: node, from, to: node.to }
  return node
}

function readInstance(grammar: Grammar): Node {
  const { cursor } = grammar
  const value = readPostfix(grammar)
  if (!cursor.takesWord('instance')) return value
  cursor.needsWord('of')
  const type = readType(cursor)
  return { kind: 'instance', value, type, from: value.from, to: type.to }
}
