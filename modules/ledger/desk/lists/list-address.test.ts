import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listHref, listIn } from './list-address.ts'

const unit = '0190b0b0-0000-7000-8000-000000000001'

const addresses = [
  ['', 'responsibilities', { state: 'all' }],
  ['?list=problems&state=late', 'problems', { state: 'late' }],
  ['?list=remedies&state=open', 'remedies', { state: 'all' }],
  [`?list=problems&unit=${unit}`, 'problems', { state: 'all', unit }],
  ['?list=nothing&unit=nobody', 'responsibilities', { state: 'all' }],
] as const

for (const [search, list, filter] of addresses) {
  test(`lists at “${search}”`, () => {
    const read = listIn(new URLSearchParams(search))
    assert.deepEqual(read, { list, filter })
    const again = new URL(listHref(read.list, read.filter), 'http://desk').searchParams
    assert.deepEqual(listIn(again), { list, filter })
  })
}
