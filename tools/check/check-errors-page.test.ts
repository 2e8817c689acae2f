import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkErrorsPage } from './check-errors-page.ts'
import { faultLine } from './fault.ts'
import { plantTree } from './planted-tree.ts'

const code = (name: string) => `class A {\n  readonly code = '${name}'\n}\n`
const page = (...rows: string[]) => ['| code | message |', '|---|---|', ...rows].join('\n')

const table = [
  [
    'list and code agree',
    { 'platform/db/errors.ts': code('db.stale'), 'docs/errors.md': page('| `db.stale` | 已被他人修改 |') },
    [],
  ],
  [
    'there is no page',
    { 'platform/db/errors.ts': code('db.stale') },
    ['docs/errors.md  缺少错误代码表：每个代码一行，写明中文提示'],
  ],
  [
    'a code is not listed',
    { 'modules/gazette/errors.ts': code('gazette.lost'), 'docs/errors.md': page() },
    ['modules/gazette/errors.ts:2  代码 gazette.lost 没有列入 docs/errors.md'],
  ],
  [
    'a listed code is gone',
    { 'docs/errors.md': page('| `gazette.gone` | 没有这一期 |') },
    ['docs/errors.md:3  代码 gazette.gone 已不存在，请从表中删去'],
  ],
  [
    'the message is not Chinese',
    { 'platform/db/errors.ts': code('db.stale'), 'docs/errors.md': page('| `db.stale` | stale |') },
    ['docs/errors.md:3  代码 db.stale 没有中文提示'],
  ],
  [
    'one code is used twice',
    {
      'modules/gazette/errors.ts': code('x.y'),
      'platform/db/errors.ts': code('x.y'),
      'docs/errors.md': page('| `x.y` | 重复 |', '| `x.y` | 重复 |'),
    },
    ['platform/db/errors.ts:2  代码 x.y 已在 modules/gazette/errors.ts 用过', 'docs/errors.md:4  代码 x.y 列了两次'],
  ],
] as const

for (const [name, files, lines] of table) {
  test(`errors page: ${name}`, () => {
    const tree = plantTree({ ...files })
    const found = checkErrorsPage(tree.root).map(faultLine)
    tree.remove()
    assert.deepEqual(found, lines)
  })
}
