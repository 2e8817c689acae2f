import { test } from 'node:test'
import fc from 'fast-check'
import { builtIns } from '../functions/built-ins.ts'
import { integer } from '../number/decimal.ts'
import { writeValue } from '../value/text.ts'
import type { Value } from '../value/value.ts'
import { compile } from './compile.ts'

const facts = new Map<string, Value>([
  ['甲', integer(3)],
  ['乙 丙', [integer(1), 'x', null]],
  ['a-b', new Map<string, Value>([['k', integer(2)]])],
])

const words = [
  ...['甲', '乙 丙', 'a-b', 'k', '不存在', '1', '2.5', '-1', '1e30', '"x"', '"', 'null', 'true', 'false', '?', 'item'],
  ...['+', '-', '*', '/', '**', '=', '!=', '<', '<=', '>', '>=', '(', ')', '[', ']', '{', '}', ',', ':', '.', '..'],
  ...['if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'and', 'or', 'not(', 'between'],
  ...['instance of', 'list<number>', 'function(x)', '@"2021-06-30"', '@"P1M"', '@"PT1H"', '@"10:00:00Z"', '[1..3]'],
]

/** Whole texts of words that may come after one another, rightly or not. */
const anyText = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(' '))

test('every text is refused or worth something; nothing is thrown', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const compiled = compile(text, { names: [...facts.keys()] })
      if (compiled.ok) writeValue(compiled.evaluate(facts))
    }),
    { numRuns: 3000 },
  )
})

const literals = [
  ...['null', 'true', '0', '-3', '2.5', '1e40', '""', '"ab"', '"2021-06-30"', '"("', '[]', '[1, 2]', '[null, "x"]'],
  ...['{}', '{a: 1}', '[1..3]', '(< 5)', '@"2021-06-30"', '@"10:00:00"', '@"2021-06-30T10:00:00Z"', '@"P1Y"'],
  ...['@"PT5S"', 'function(x, y) x < y', 'abs', '999999999999'],
]

test('every built-in function takes every argument', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...builtIns.keys()),
      fc.array(fc.constantFrom(...literals), { maxLength: 4 }),
      (name, args) => {
        const compiled = compile(`${name}(${args.join(', ')})`, { names: [] })
        if (compiled.ok) writeValue(compiled.evaluate(new Map()))
      },
    ),
    { numRuns: 5000 },
  )
})

test('every operator takes every two operands', () => {
  const operators = ['+', '-', '*', '/', '**', '=', '!=', '<', '<=', '>', '>=', 'and', 'or', 'in']
  fc.assert(
    fc.property(
      fc.constantFrom(...literals),
      fc.constantFrom(...operators),
      fc.constantFrom(...literals),
      (left, operator, right) => {
        const compiled = compile(`(${left}) ${operator} (${right})`, { names: [] })
        if (compiled.ok) writeValue(compiled.evaluate(new Map()))
      },
    ),
    { numRuns: 3000 },
  )
})
