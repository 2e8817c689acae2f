import type { Arguments, Node } from './ast.ts'
import type { Cursor } from './cursor.ts'
import type { Grammar } from './grammar.ts'
import { readPrimary } from './primary.ts'

/** Reads a value and the paths, filters and calls after it. */
export function readPostfix(grammar: Grammar): Node {
  const { cursor } = grammar
  let node = readPrimary(grammar)
  for (;;) {
    const { from } = node
    if (cursor.sees('.') && !cursor.sees('..')) {
      cursor.needs('.')
      const name = cursor.member()
      if (name === undefined) return cursor.refuse(`点号之后应为名称，读到的是${cursor.found()}`)
      node = { kind: 'path', of: node, name, from, to: cursor.at }
    } else if (cursor.sees('[')) {
      // the end of a range such as ]1..5[ looks like a filter that never closes
      const condition = cursor.isInRangeEnd() ? cursor.attempt(() => readFilter(grammar)) : readFilter(grammar)
      if (!condition) return node
      node = { kind: 'filter', list: node, condition, from, to: cursor.at }
    } else if (cursor.takes('(')) {
      node = { kind: 'call', callee: node, args: readArguments(grammar), from, to: cursor.at }
    } else return node
  }
}

function readFilter(grammar: Grammar): Node {
  const { cursor } = grammar
  cursor.needs('[')
  const condition = cursor.within(['item'], () => grammar.expression())
  cursor.needs(']')
  return condition
}

function readArguments(grammar: Grammar): Arguments {
  const { cursor } = grammar
  if (cursor.takes(')')) return { kind: 'by place', values: [] }
  const from = cursor.at
  const named = findArgumentName(cursor) !== undefined
  cursor.at = from
  return named ? readNamed(grammar) : readPlaced(grammar)
}

/** Takes `name:` if it stands next. */
function findArgumentName(cursor: Cursor): string | undefined {
  const name = cursor.newName(/[^\p{L}\p{N}_ '-]/u)
  return name !== undefined && cursor.takes(':') ? name : undefined
}

function readPlaced(grammar: Grammar): Arguments {
  const { cursor } = grammar
  const values = [grammar.expression()]
  while (cursor.takes(',')) values.push(grammar.expression())
  cursor.needs(')')
  return { kind: 'by place', values }
}

function readNamed(grammar: Grammar): Arguments {
  const { cursor } = grammar
  const values: { name: string; value: Node }[] = []
  do {
    const name = findArgumentName(cursor)
    if (name === undefined) return cursor.refuse(`此处应为参数名和冒号，读到的是${cursor.found()}`)
    values.push({ name, value: grammar.expression() })
  } while (cursor.takes(','))
  cursor.needs(')')
  return { kind: 'by name', values }
}
