import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOfPlaywright, countOfTap, sum } from './count.ts'

const closing = (pass: number, fail: number, cancelled: number) =>
  `ok 1 - a\n1..1\n# tests ${pass + fail}\n# suites 0\n# pass ${pass}\n# fail ${fail}\n# cancelled ${cancelled}\n# skipped 1\n`

const table = [
  ['all pass', closing(12, 0, 0), { passed: 12, failed: 0 }],
  ['some fail', closing(12, 2, 0), { passed: 12, failed: 2 }],
  ['a cancelled one has not passed', closing(12, 0, 1), { passed: 12, failed: 1 }],
  ['the process died before its closing lines', 'ok 1 - a\n', { passed: 0, failed: 1 }],
] as const

for (const [name, tap, count] of table) {
  test(`count of node:test: ${name}`, () => assert.deepEqual(countOfTap(tap), count))
}

test('count of Playwright: a flaky test and a broken file are failures', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{ message: 'no such file' }] }
  assert.deepEqual(countOfPlaywright(JSON.stringify(report)), { passed: 5, failed: 3 })
})

test('sum: of several runs', () => {
  assert.deepEqual(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
    { passed: 3, failed: 3 },
  )
})
