import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPatterns } from './check-patterns.ts'
import { plantTree } from './planted-tree.ts'

const environment = /环境变量/
const clock = /kernel 没有时钟/

const table = [
  // what is planted                 file                               text                                       what is said
  ['the environment read below', 'platform/db/a.ts', '//\nexport const a = process.env.PORT', environment],
  ['the environment in a command', 'apps/cli/commands/a.ts', '//\nexport const a = process.env.PORT', environment],
  ['the environment in a test', 'modules/gazette/a.test.ts', '//\nexport const a = process.env.PORT', environment],
  ['the machine clock', 'kernel/calendar/a.ts', '//\nexport const a = new Date()', clock],
  ['the machine clock, as a number', 'kernel/calendar/a.ts', '//\nexport const a = Date.now()', clock],
  ['a wholesale export', 'modules/gazette/index.ts', "//\nexport * from './model.ts'", /export \*/],
] as const

for (const [name, file, text, sentence] of table) {
  test(`patterns: ${name} is found with its line`, () => {
    const tree = plantTree({ [file]: text })
    const [fault, ...more] = checkPatterns(tree.root)
    tree.remove()
    assert.deepEqual([fault?.file, fault?.line, more], [file, 2, []])
    assert.match(fault?.message ?? '', sentence)
  })
}

test('patterns: names that say nothing and files that are two things', () => {
  const tree = plantTree({ 'platform/db/utils.ts': '', 'platform/db/long.ts': '\n'.repeat(401) })
  const faults = checkPatterns(tree.root)
  tree.remove()
  assert.deepEqual(faults, [
    { file: 'platform/db/long.ts', message: '有 401 行，超过 400 行，通常是两件事，请分开' },
    { file: 'platform/db/utils.ts', message: '文件名没有说明内容（utils、helpers、common、misc、manager）' },
  ])
})

test('patterns: the places that may, and what is only written about, are left alone', () => {
  const tree = plantTree({
    'apps/server/main.ts': 'export const a = process.env.PORT',
    'tools/test.ts': 'export const a = process.env.PORT',
    'platform/config/a.ts': '// nobody reads process.env here\n/* nor\n process.env there */ export const a = 1',
    'platform/clock/a.ts': 'export const a = new Date()',
    'kernel/calendar/a.ts': "export const a = new Date('2021-09-28')",
    'kernel/calendar/a.test.ts': 'export const a = new Date()',
  })
  const faults = checkPatterns(tree.root)
  tree.remove()
  assert.deepEqual(faults, [])
})
