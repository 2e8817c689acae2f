import assert from 'node:assert/strict'
import { accessSync, constants } from 'node:fs'
import { test } from 'node:test'
import { findBinaries } from './find-binaries.ts'

test('find binaries: the programs of this machine can be run', () => {
  for (const program of Object.values(findBinaries())) accessSync(program, constants.X_OK)
})

for (const [platform, arch] of [
  ['sunos', 'x64'],
  ['linux', 'riscv64'],
] as const) {
  test(`find binaries: no package for ${platform}-${arch} is said in one sentence with the way out`, () => {
    assert.throws(() => findBinaries(platform, arch), {
      name: 'EmbeddedDatabaseFault',
      message: new RegExp(`^没有适合本机（${platform}-${arch}）的内置 PostgreSQL；.*DATABASE_URL$`),
    })
  })
}
