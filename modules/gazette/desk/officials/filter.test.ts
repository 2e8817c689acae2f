import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filterOf, paramsOf } from './filter.ts'

test('filter of the register: what an address says and nothing else; a kind that is none does not limit', () => {
  const filter = filterOf(new URLSearchParams('name=甲&action=promote&from=2021-01-01&other=1'))
  assert.deepEqual(filter, { name: '甲', body: '', from: '2021-01-01', to: '', action: '' })
  assert.deepEqual(paramsOf(filter), { name: '甲', from: '2021-01-01' })
  assert.equal(filterOf(new URLSearchParams('action=lapse')).action, 'lapse')
})
