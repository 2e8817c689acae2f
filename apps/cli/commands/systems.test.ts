import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSystems } from './systems.ts'

const root = join(import.meta.dirname, '../../..')

test('systems: S01 to S53, each once and in order', async () => {
  const ids = Array.from({ length: 53 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`)
  assert.deepEqual(
    (await readSystems()).map(({ id }) => id),
    ids,
  )
})

test('systems: whatever is said to work names a test that is there', async () => {
  for (const { id, state, test: file } of await readSystems()) {
    assert.ok(['works', 'partly', 'none'].includes(state), `${id} has an unknown state`)
    assert.equal(state === 'none', file === null, `${id} is ${state} and its test is ${file}`)
    if (file !== null) assert.ok(existsSync(join(root, file)), `${id}: ${file} is not there`)
  }
})
