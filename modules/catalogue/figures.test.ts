import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figuresOf } from './figures.ts'
import type { Item, Target } from './item.ts'

const item = (online: number, window: Item['window']) => ({ online, window }) as Item
const target = (figure: Target['figure'], percent: number): Target => ({
  figure,
  percent,
  by: null,
  basis: [{ source: '试' }],
})

test('shares of the items against their targets', () => {
  const items = [item(4, 'comprehensive'), item(3, 'own'), item(2, 'none'), item(4, 'comprehensive')]
  const found = figuresOf(items, [target('online', 75), target('whole-online', 50.1)])
  assert.deepEqual(
    found.map(({ figure, have, of, percent, reached }) => [figure, have, of, percent, reached]),
    [
      ['online', 3, 4, 75, true],
      ['whole-online', 2, 4, 50, false],
      ['one-window', 2, 3, 66.7, null],
    ],
  )
})

test('a share that only rounds to its target has not reached it', () => {
  const items = [
    ...Array.from({ length: 1899 }, () => item(3, 'own')),
    ...Array.from({ length: 101 }, () => item(1, 'own')),
  ]
  const [online] = figuresOf(items, [target('online', 95)])
  assert.deepEqual([online?.percent, online?.reached], [95, false])
})

test('nothing is measured of no items', () => {
  assert.deepEqual(
    figuresOf([], [target('online', 95)]).map(({ percent, reached }) => [percent, reached]),
    [
      [null, null],
      [null, null],
      [null, null],
    ],
  )
})
