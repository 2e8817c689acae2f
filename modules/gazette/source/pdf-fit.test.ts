import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roomNeeded } from './pdf-fit.ts'

const widths: readonly (readonly [name: string, text: string, width: number])[] = [
  ['a character', '市直各部门', 1],
  ['a mark that must not begin a line', '位，各县区', 2],
  ['a mark that must not end a line', '（一）总则', 3],
  ['a number with its sign', '35%以上', 1.8],
  ['a dash of two signs', '——以企业为主', 2],
  ['what stands between two quotations', '办”“快办”改革', 4],
  ['nothing', '', 0],
]

for (const [name, text, width] of widths) {
  test(`room needed by ${name}`, () => assert.ok(Math.abs(roomNeeded(text) - width) < 1e-9, `${roomNeeded(text)}`))
}
