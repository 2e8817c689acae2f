import type { Iterator, Node, ParameterNode } from './ast.ts'
import type { Grammar } from './grammar.ts'
import { readType } from './type-text.ts'

/** Reads `if`, `for`, `some`, `every` or a function where one begins; undefined where none does. */
export function readForm(grammar: Grammar): Node | undefined {
  const { cursor } = grammar
  cursor.skip()
  const from = cursor.at
  if (cursor.takesWord('if')) return readIf(grammar, from)
  if (cursor.takesWord('for')) return readFor(grammar, from)
  if (cursor.takesWord('some')) return readQuantified(grammar, 'some', from)
  if (cursor.takesWord('every')) return readQuantified(grammar, 'every', from)
  return undefined
}

function readIf(grammar: Grammar, from: number): Node {
  const { cursor } = grammar
  const condition = grammar.expression()
  cursor.needsWord('then')
  const consequence = grammar.expression()
  cursor.needsWord('else')
  const otherwise = grammar.expression()
  return { kind: 'if', condition, consequence, otherwise, from, to: otherwise.to }
}

function readFor(grammar: Grammar, from: number): Node {
  const { cursor } = grammar
  return cursor.within(['partial'], () => {
    const iterators = readIterators(grammar)
    cursor.needsWord('return')
    const body = grammar.expression()
    return { kind: 'for', iterators, body, from, to: body.to }
  })
}

function readQuantified(grammar: Grammar, kind: 'some' | 'every', from: number): Node {
  const { cursor } = grammar
  return cursor.within([], () => {
    const iterators = readIterators(grammar)
    cursor.needsWord('satisfies')
    const body = grammar.expression()
    return { kind, iterators, body, from, to: body.to }
  })
}

function readIterators(grammar: Grammar): readonly Iterator[] {
  const { cursor } = grammar
  const iterators: Iterator[] = []
  do {
    const name = cursor.newName(/\sin(?![\p{L}\p{N}_])/u)
    if (name === undefined) return cursor.refuse(`此处应为“名称 in 列表”，读到的是${cursor.found()}`)
    cursor.needsWord('in')
    const list = grammar.expression()
    iterators.push(cursor.takes('..') ? { name, list, to: grammar.expression() } : { name, list })
    cursor.declare(name)
  } while (cursor.takes(','))
  return iterators
}

/** Reads `function(a: number, b) a + b`; the word is taken already. */
export function readFunction(grammar: Grammar, from: number): Node {
  const { cursor } = grammar
  cursor.needs('(')
  const parameters: ParameterNode[] = []
  while (!cursor.sees(')')) {
    const name = cursor.newName(/[:,)]/)
    if (name === undefined) return cursor.refuse(`此处应为参数名，读到的是${cursor.found()}`)
    parameters.push(cursor.takes(':') ? { name, type: readType(cursor) } : { name })
    if (!cursor.takes(',')) break
  }
  cursor.needs(')')
  if (cursor.seesWord('external')) cursor.refuse('不支持外部函数 external')
  return cursor.within(
    parameters.map(({ name }) => name),
    () => {
      const body = grammar.expression()
      return { kind: 'function', parameters, body, from, to: body.to }
    },
  )
}
