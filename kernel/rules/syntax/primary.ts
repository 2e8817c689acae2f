import type { Node } from './ast.ts'
import { readFunction } from './forms.ts'
import type { Grammar } from './grammar.ts'
import { takeComparison } from './operator-signs.ts'

/** Reads a literal, a name, a list, a context, a range or something in brackets. */
export function readPrimary(grammar: Grammar): Node {
  const { cursor } = grammar
  cursor.skip()
  const from = cursor.at
  const span = () => ({ from, to: cursor.at })
  if (cursor.sees('{')) return readContext(grammar, from)
  if (cursor.sees('[')) return readListOrRange(grammar, from)
  if (cursor.sees(']')) return readOpenRange(grammar, from)
  if (cursor.sees('(')) return readBrackets(grammar, from)
  const number = cursor.number()
  if (number !== undefined) return { kind: 'number', text: number, ...span() }
  const text = cursor.string()
  if (text !== undefined) return { kind: 'string', value: text, ...span() }
  if (cursor.takes('@')) {
    const moment = cursor.string()
    if (moment === undefined) return cursor.refuse('@ 之后应为带引号的日期、时间或期间')
    return { kind: 'moment', text: moment, ...span() }
  }
  return readNamed(grammar, from)
}

function readNamed(grammar: Grammar, from: number): Node {
  const { cursor } = grammar
  if (cursor.takesWord('true')) return { kind: 'boolean', value: true, from, to: cursor.at }
  if (cursor.takesWord('false')) return { kind: 'boolean', value: false, from, to: cursor.at }
  if (cursor.takesWord('null')) return { kind: 'null', from, to: cursor.at }
  if (cursor.seesWord('function')) {
    cursor.needsWord('function')
    if (cursor.sees('(')) return readFunction(grammar, from)
    cursor.at = from
  }
  const name = cursor.variable()
  if (name === undefined) return cursor.refuse(`此处应为一个值，读到的是${cursor.found()}`)
  return { kind: 'name', name, from, to: cursor.at }
}

function readContext(grammar: Grammar, from: number): Node {
  const { cursor } = grammar
  cursor.needs('{')
  return cursor.within([], () => {
    const entries: { name: string; value: Node }[] = []
    while (!cursor.sees('}')) {
      const at = cursor.at
      const name = cursor.string() ?? cursor.newName(/:/)
      if (name === undefined) return cursor.refuse(`此处应为“名称: 值”，读到的是${cursor.found()}`)
      if (entries.some((entry) => entry.name === name)) return cursor.refuse(`名称“${name}”出现了两次`, at)
      cursor.needs(':')
      const value = grammar.expression()
      entries.push({ name, value })
      cursor.declare(name)
      if (!cursor.takes(',')) break
    }
    cursor.needs('}')
    return { kind: 'context', entries, from, to: cursor.at }
  })
}

/** A list, or a range when two points follow the first value. */
function readListOrRange(grammar: Grammar, from: number): Node {
  const { cursor } = grammar
  cursor.needs('[')
  const items: Node[] = []
  while (!cursor.sees(']')) {
    items.push(readHalfOpen(grammar) ?? grammar.expression())
    if (items.length === 1 && cursor.takes('..')) return readRangeEnd(grammar, from, items[0] ?? null, true)
    if (!cursor.takes(',')) break
  }
  cursor.needs(']')
  return { kind: 'list', items, from, to: cursor.at }
}

function readBrackets(grammar: Grammar, from: number): Node {
  const { cursor } = grammar
  cursor.needs('(')
  const inner = readHalfOpen(grammar) ?? grammar.expression()
  if (cursor.takes('..')) return readRangeEnd(grammar, from, inner, false)
  cursor.needs(')')
  return { ...inner, from, to: cursor.at }
}

function readOpenRange(grammar: Grammar, from: number): Node {
  const { cursor } = grammar
  cursor.needs(']')
  const start = grammar.sum()
  cursor.needs('..')
  return readRangeEnd(grammar, from, start, false)
}

/** Reads on after the two points of a range. */
export function readRangeEnd(grammar: Grammar, from: number, start: Node | null, startIncluded: boolean): Node {
  const { cursor } = grammar
  const end = cursor.inRangeEnd(() => grammar.sum())
  const endIncluded = cursor.takes(']')
  if (!endIncluded && !cursor.takes('[')) cursor.needs(')')
  return { kind: 'range', start, startIncluded, end, endIncluded, from, to: cursor.at }
}

/** `< 5` as a value: a range without a start. `= 5` is the range from 5 to 5. */
function readHalfOpen(grammar: Grammar): Node | undefined {
  const { cursor } = grammar
  cursor.skip()
  const from = cursor.at
  const operator = takeComparison(grammar)
  if (!operator) return undefined
  if (operator === '!=') return cursor.refuse('“!=”不能当作区间')
  const value = grammar.sum()
  const included = operator.includes('=')
  const below = operator === '=' || operator.startsWith('<')
  const above = operator === '=' || operator.startsWith('>')
  return {
    kind: 'range',
    start: above ? value : null,
    startIncluded: above && included,
    end: below ? value : null,
    endIncluded: below && included,
    from,
    to: cursor.at,
  }
}
