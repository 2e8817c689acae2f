import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf } from './address.ts'

const task = { id: 'getTask', path: '/api/ledger/tasks/:taskId' }

const table = [
  ['a place', addressOf(task, { params: { taskId: 'a1' } }), '/api/ledger/tasks/a1'],
  [
    'what must be encoded',
    addressOf(task, { params: { taskId: '聊政发〔2021〕7号/1' } }),
    `/api/ledger/tasks/${encodeURIComponent('聊政发〔2021〕7号/1')}`,
  ],
  [
    'a question',
    addressOf({ id: 'x', path: '/api/x' }, { query: { q: '办事', page: 2 } }),
    '/api/x?q=%E5%8A%9E%E4%BA%8B&page=2',
  ],
  [
    'nothing asked',
    addressOf({ id: 'x', path: '/api/x' }, { query: { q: '', state: undefined, lead: null } }),
    '/api/x',
  ],
  [
    'false and nought are answers',
    addressOf({ id: 'x', path: '/api/x' }, { query: { a: false, b: 0 } }),
    '/api/x?a=false&b=0',
  ],
  [
    'several answers',
    addressOf({ id: 'x', path: '/api/x' }, { query: { state: ['near', 'overdue'] } }),
    '/api/x?state=near&state=overdue',
  ],
] as const

for (const [name, got, expected] of table) {
  test(`addressOf: ${name}`, () => assert.equal(got, expected))
}

test('addressOf: a place that nothing fills', () => {
  assert.throws(() => addressOf(task, { params: {} }), /getTask: nothing given for taskId/)
})
