import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countKinds, openItems, type ReturnItem } from './return-choice.ts'

const item = (kind: ReturnItem['kind'], more: Partial<ReturnItem> = {}): ReturnItem => ({
  id: kind,
  kind,
  row: 1,
  taskId: null,
  title: '',
  fields: [],
  message: null,
  acceptable: kind === 'changed' || kind === 'added',
  accepted: false,
  ...more,
})

test('countKinds: what can be accepted first, none left out, none at nought', () => {
  assert.deepEqual(countKinds([item('missing'), item('changed'), item('changed')]), [
    { kind: 'changed', count: 2 },
    { kind: 'missing', count: 1 },
  ])
})

test('openItems: neither what cannot be taken nor what was', () => {
  const items = [item('changed'), item('stale'), item('added', { accepted: true })]
  assert.deepEqual(
    openItems(items).map(({ kind }) => kind),
    ['changed'],
  )
})
