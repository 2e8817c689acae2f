import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem, problemOf, problemOfAnswer } from './problem.ts'

const stale = {
  type: '/errors#x',
  title: '已被别人修改',
  status: 409,
  code: 'db.stale-version',
  data: { yours: 1, current: 2 },
}

const table = [
  ['a refusal is told as the server tells it', problemOfAnswer(409, JSON.stringify(stale)).body, stale],
  ['a page of a proxy', problemOfAnswer(502, '<html>').body.title, '服务器没有正常答复（502）'],
  ['nothing', problemOfAnswer(504, '').body.code, 'desk.unexpected-answer'],
  ['null', problemOfAnswer(500, 'null').body.code, 'desk.unexpected-answer'],
  ['JSON that is no problem', problemOfAnswer(500, '{"title":3}').body.code, 'desk.unexpected-answer'],
  ['a stale edit', problemOfAnswer(409, JSON.stringify(stale)).isStale, true],
  ['another conflict is not stale', new Problem({ ...stale, code: 'gazette.issue-already-imported' }).isStale, false],
  ['a bug', problemOf(new TypeError('x is undefined')).body.detail, 'x is undefined'],
] as const

for (const [name, got, expected] of table) {
  test(`problem: ${name}`, () => assert.deepEqual(got, expected))
}
