import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scanner } from './index.ts'

test('a scanner finds what the expression finds, from any offset on', () => {
  const next = scanner(/\d+年|每|十五/y, { opens: '0123456789十', alone: '每', follows: '0123456789年五' })
  const text = '每次2021年，第十、十五条，9人，每'
  const found: (readonly [number, string])[] = []
  for (let hit = next(text, 0); hit; hit = next(text, hit.index + hit[0].length)) found.push([hit.index, hit[0]])
  assert.deepEqual(
    found,
    [...text.matchAll(/\d+年|每|十五/g)].map((hit) => [hit.index, hit[0]]),
  )
  assert.equal(next(text, text.length), null)
  assert.equal(next('', 0), null)
})
