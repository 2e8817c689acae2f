import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changed, moved, movedManuscript, placed, takenOut } from './content-edit.ts'

const sections = [
  { name: '市政府文件', manuscripts: ['a', 'b'] },
  { name: '部门文件', manuscripts: ['c'] },
]
const shown = (list: typeof sections | ReturnType<typeof placed>) =>
  list.map(({ name, manuscripts }) => `${name} ${manuscripts.join('')}`)

test('a list: moved within, unchanged at the ends, changed, taken out', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 2, -1), ['a', 'c', 'b'])
  assert.deepEqual(moved(['a', 'b'], 0, -1), ['a', 'b'])
  assert.deepEqual(moved(['a', 'b'], 1, 1), ['a', 'b'])
  assert.deepEqual(changed(['a', 'b'], 1, 'x'), ['a', 'x'])
  assert.deepEqual(changed(['a', 'b'], 0, null), ['b'])
})

const table = [
  ['up in its section', () => movedManuscript(sections, 'b', -1), ['市政府文件 ba', '部门文件 c']],
  ['over the edge, leaving no empty section', () => movedManuscript(sections, 'c', -1), ['市政府文件 abc']],
  ['down into the next section', () => movedManuscript(sections, 'b', 1), ['市政府文件 a', '部门文件 bc']],
  ['not above the first', () => movedManuscript(sections, 'a', -1), ['市政府文件 ab', '部门文件 c']],
  ['one that is not there', () => movedManuscript(sections, 'x', 1), ['市政府文件 ab', '部门文件 c']],
  ['put into its section', () => placed(sections, { id: 'd', section: '部门文件' }), ['市政府文件 ab', '部门文件 cd']],
  ['put into a new one', () => placed(sections, { id: 'd', section: '任免' }), [...shown(sections), '任免 d']],
  ['taken out with its section', () => takenOut(sections, 'c'), ['市政府文件 ab']],
] as const
for (const [name, act, wanted] of table) test(`a manuscript: ${name}`, () => assert.deepEqual(shown(act()), wanted))
