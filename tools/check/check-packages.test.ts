import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPackages } from './check-packages.ts'
import { faultLine } from './fault.ts'
import { plantTree } from './planted-tree.ts'

const sound = {
  'package.json': '{}',
  'apps/cli/package.json': '{ "dependencies": { "pg": "8.23.1", "db": "18.4.0-beta.17" } }',
  'apps/server/package.json': '{}',
  'package-lock.json': '{ "packages": {} }',
}

const table = [
  ['five packages, all pinned', {}, []],
  [
    'a sixth package',
    { 'modules/gazette/package.json': '{}' },
    ['modules/gazette/package.json  只有五个工作区包，不能再加'],
  ],
  [
    'a version that floats',
    { 'apps/server/package.json': '{ "devDependencies": { "vite": "^8.0.0" } }' },
    ['apps/server/package.json  vite 的版本应写死，现在是 ^8.0.0'],
  ],
  [
    'a lock file of one platform',
    {
      'package-lock.json':
        '{ "packages": { "node_modules/a": { "optionalDependencies": { "a-darwin-x64": "1.0.0" } } } }',
    },
    ['package-lock.json  缺少 1 个其他平台的包，npm ci 会失败；请运行 node tools/lockfile/main.ts'],
  ],
] as const

for (const [name, files, lines] of table) {
  test(`packages: ${name}`, () => {
    const tree = plantTree({ ...sound, ...files })
    const found = checkPackages(tree.root).map(faultLine)
    tree.remove()
    assert.deepEqual(found, lines)
  })
}
