import type { TypeNode } from './ast.ts'
import { Cursor } from './cursor.ts'
import { type Parsed, Refusal } from './fault.ts'

/** Reads a type by itself: `number`, `list<string>`, `context<a: number>`, a name of the model's own. */
export function parseType(text: string): Parsed<TypeNode> {
  const cursor = new Cursor(text, [], [])
  try {
    const value = readType(cursor)
    if (!cursor.atEnd()) cursor.refuse(`类型到这里应当结束，后面的${cursor.found()}读不懂`)
    return { ok: true, value }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault }
    throw error
  }
}

const typeNames = ['date and time', 'days and time duration', 'years and months duration']

/** Reads a type where the cursor stands. */
export function readType(cursor: Cursor): TypeNode {
  cursor.skip()
  const from = cursor.at
  const opens = (word: string) =>
    cursor.attempt(() => {
      cursor.needsWord(word)
      cursor.needs('<')
      return true
    }) === true
  const node = (): TypeNode => {
    for (const kind of ['list', 'range'] as const) {
      if (!opens(kind)) continue
      const of = readType(cursor)
      cursor.needs('>')
      return { kind, of, from, to: cursor.at }
    }
    if (opens('context')) return { kind: 'context', fields: readFields(cursor), from, to: cursor.at }
    if (opens('function')) {
      const parameters = readParameters(cursor)
      cursor.needs('->')
      const result = readType(cursor)
      return { kind: 'function', parameters, result, from, to: cursor.at }
    }
    const name = cursor.within(typeNames, () => cursor.variable())
    if (name === undefined) return cursor.refuse(`此处应为类型，读到的是${cursor.found()}`)
    let whole = name
    while (cursor.text.charAt(cursor.at) === '.' && cursor.takes('.')) whole += `.${cursor.member() ?? ''}`
    return { kind: 'named', name: whole, from, to: cursor.at }
  }
  return node()
}

function readFields(cursor: Cursor) {
  const fields: { name: string; type: TypeNode }[] = []
  do {
    const name = cursor.newName(/[:>]/)
    if (name === undefined) return cursor.refuse(`此处应为名称，读到的是${cursor.found()}`)
    cursor.needs(':')
    fields.push({ name, type: readType(cursor) })
  } while (cursor.takes(','))
  cursor.needs('>')
  return fields
}

function readParameters(cursor: Cursor): readonly TypeNode[] {
  const parameters: TypeNode[] = []
  if (cursor.takes('>')) return parameters
  do parameters.push(readType(cursor))
  while (cursor.takes(','))
  cursor.needs('>')
  return parameters
}
