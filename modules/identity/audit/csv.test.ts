import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

const table = [
  ['plain', [['甲', 1, null]], '甲,1,'],
  ['what must be quoted', [['a,b', 'say "yes"', 'two\nlines']], '"a,b","say ""yes""","two\nlines"'],
  ['a formula is text', [['=HYPERLINK("x")', '-1+2', '@a', -5]], `"'=HYPERLINK(""x"")",'-1+2,'@a,-5`],
] as const

for (const [name, rows, expected] of table) {
  test(`csv: ${name}`, () => assert.equal(csvOf(rows), `\uFEFF${expected}\r\n`))
}
