import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTreePage } from './check-tree-page.ts'
import { faultLine } from './fault.ts'
import { plantTree } from './planted-tree.ts'

const page = `# Architecture

\`\`\`
kernel/               pure thinking
  calendar/             days
platform/             plumbing
  db/ http/
modules/              the city's work
packs/sample/         an invented city
\`\`\`
`

const sound = {
  'docs/architecture.md': page,
  'kernel/calendar/index.ts': '',
  'platform/db/index.ts': '',
  'platform/http/index.ts': '',
  'packs/sample/city.json': '',
}

const table = [
  ['page and disk agree', {}, []],
  [
    'a folder that is not named',
    { 'kernel/proof/index.ts': '' },
    ['kernel/proof  文件夹没有写进 docs/architecture.md 的树'],
  ],
  [
    'a folder that is not there',
    { 'docs/architecture.md': page.replace('db/ http/', 'db/ http/ mail/') },
    ['docs/architecture.md:7  写着 platform/mail/，磁盘上没有'],
  ],
  ['no tree', { 'docs/architecture.md': '# Architecture' }, ['docs/architecture.md  没有文件夹树（第一个代码块）']],
] as const

for (const [name, files, lines] of table) {
  test(`tree page: ${name}`, () => {
    const tree = plantTree({ ...sound, ...files })
    const found = checkTreePage(tree.root).map(faultLine)
    tree.remove()
    assert.deepEqual(found, lines)
  })
}
