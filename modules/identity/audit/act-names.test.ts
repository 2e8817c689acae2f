import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { actName } from './act-names.ts'

const root = join(import.meta.dirname, '../../..')

test('every act that the program writes into the audit has a Chinese name', () => {
  const files = globSync('{platform,modules,apps}/**/*.ts', { cwd: root, exclude: (name) => name === 'node_modules' })
  const acts = files
    .filter((file) => !/\.test\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\.audit\(\w+, '([\w.-]+)'/g)])
    .map(([, act = '']) => act)
  assert.ok(acts.length > 50)
  assert.deepEqual([...new Set(acts)].filter((act) => actName(act) === act).sort(), [])
})
