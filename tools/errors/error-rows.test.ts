import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorRows } from './error-rows.ts'

const source = `
class B { readonly code = 'x.b'
  constructor(n: number) { super({ what: \`第 \${n} 行不对\`, todo: '请改正' }) } }
class A { readonly code = 'x.a'
  constructor() { super({ what: '没有这一期' }) } }`

test('error rows: by code, with the first sentence that the code says', () => {
  assert.deepEqual(errorRows([source], ''), [
    { code: 'x.a', message: '没有这一期' },
    { code: 'x.b', message: '第 … 行不对' },
  ])
})

test('error rows: a message already on the page stays, a code that is gone goes', () => {
  const page = '| 代码 | 提示 |\n|---|---|\n| `x.a` | 公报里没有这一期 |\n| `x.gone` | 旧 |\n'
  assert.deepEqual(errorRows([source], page), [
    { code: 'x.a', message: '公报里没有这一期' },
    { code: 'x.b', message: '第 … 行不对' },
  ])
})
