import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Fault } from '../fault.ts'
import { type PlantedTree, plantTree } from '../planted-tree.ts'
import { checkImports } from './check-imports.ts'

/** What keeps to the rules, each line for a reason. */
const innocent = {
  'node_modules/lodash/package.json': '{ "name": "lodash", "main": "index.js" }',
  'node_modules/lodash/index.js': 'export const n = 1',
  'kernel/calendar/index.ts': "export { day } from './day.ts'",
  'kernel/calendar/day.ts': 'export const day = 1\nexport interface Day { readonly n: number }',
  'kernel/calendar/day.test.ts':
    "import { test } from 'node:test'\nimport { day } from './day.ts'\ntest('day', () => day)",
  'kernel/clock/index.ts': "import { day } from '../calendar/index.ts'\nexport const clock = day",
  // npm puts a version of which there are two into the package that wants it
  'platform/node_modules/tar/package.json': '{ "name": "tar", "main": "index.js" }',
  'platform/node_modules/tar/index.js': 'export const t = 1',
  'platform/db/packed.ts': "import { t } from 'tar'\nexport const packed = t",
  'platform/db/index.ts':
    "import { n } from 'lodash'\nimport { readFile } from 'node:fs'\nexport const db = [n, readFile]",
  'platform/db/inner.ts': 'export const inner = 1',
  'platform/http/index.ts':
    "import { db } from '../db/index.ts'\nimport { day } from '@guangyue/kernel/calendar'\nexport const http = [db, day]",
  'platform/http/endpoint.ts': 'export const endpoint = 1',
  'platform/ui/index.tsx': 'export const Light = () => null',
  'modules/organisations/index.ts': "export { body } from './service.ts'",
  'modules/organisations/service.ts': "import { db } from '@guangyue/platform/db'\nexport const body = db",
  'modules/organisations/api.ts':
    "import { endpoint } from '@guangyue/platform/http/endpoint'\nexport const api = endpoint",
  'modules/gazette/index.ts': "import { body } from '../organisations/index.ts'\nexport const gazette = body",
  'modules/gazette/model.ts': 'export const kind = 1\nexport interface Issue { readonly id: string }',
  'modules/gazette/pages/issue.tsx':
    "import { Light } from '@guangyue/platform/ui'\nimport { day } from '@guangyue/kernel/calendar'\nimport { n } from 'lodash'\nimport type { Issue } from '../model.ts'\nexport const Page = (issue: Issue) => [Light, day, n, issue]",
  'modules/gazette/desk/draft.tsx': "import { api } from '../../organisations/api.ts'\nexport const Draft = () => api",
  'modules/exchange/index.ts': 'export const exchange = 1',
  'apps/server/main.ts':
    "import { exchange } from '@guangyue/modules/exchange'\nimport { gazette } from '@guangyue/modules/gazette'\nexport const main = [exchange, gazette]",
  'apps/server/views.tsx':
    "import { Page } from '@guangyue/modules/gazette/pages/issue.tsx'\nexport const views = [Page]",
}

const planted = [
  // rule, file, what is imported in its second line
  ['kernel-is-pure', 'kernel/bad/npm.ts', 'lodash'],
  ['kernel-is-pure', 'kernel/bad/node.ts', 'node:crypto'],
  ['kernel-is-pure', 'kernel/bad/upwards.ts', '@guangyue/platform/db'],
  ['kernel-tests-stay', 'kernel/bad/upwards.test.ts', '@guangyue/platform/db'],
  ['only-faces', 'kernel/bad/inside.ts', '../calendar/day.ts'],
  ['platform-is-below', 'platform/bad/module.ts', '@guangyue/modules/gazette'],
  ['platform-is-below', 'platform/bad/app.ts', '../../apps/server/main.ts'],
  ['only-faces', 'platform/bad/inside.ts', '../db/inner.ts'],
  ['only-faces', 'platform/bad/kernel-inside.ts', '../../kernel/calendar/day.ts'],
  ['modules-are-below', 'modules/ledger/app.ts', '../../apps/server/main.ts'],
  ['module-order', 'modules/organisations/downwards.ts', '@guangyue/modules/gazette'],
  ['module-order', 'modules/gazette/downwards.ts', '../ledger/index.ts'],
  ['exchange-is-last', 'modules/ledger/exchange.ts', '@guangyue/modules/exchange'],
  ['only-faces', 'modules/ledger/inside.ts', '../organisations/service.ts'],
  ['only-faces', 'modules/ledger/platform-inside.ts', '../../platform/db/inner.ts'],
  ['only-faces', 'apps/server/inside.ts', '../../modules/organisations/service.ts'],
  ['only-faces', 'tools/bad/inside.ts', '../../platform/db/inner.ts'],
  ['views-only-draw', 'modules/gazette/pages/with-database.tsx', '@guangyue/platform/db'],
  ['views-only-draw', 'modules/gazette/pages/with-service.tsx', '../model.ts'],
  ['views-only-draw', 'modules/gazette/pages/with-files.tsx', 'node:fs'],
  ['views-only-draw', 'modules/gazette/desk/with-other.ts', '@guangyue/modules/organisations'],
  ['node-reads-no-tsx', 'modules/subjects/index.ts', './pages/list.tsx'],
  ['node-reads-no-tsx', 'platform/bad/index.ts', '../ui/index.tsx'],
  ['packs-are-data', 'packs/sample/code.ts', 'node:fs'],
  ['no-cycles', 'kernel/round/a.ts', './b.ts'],
] as const

const support = {
  'modules/ledger/index.ts': 'export const ledger = 1',
  'modules/subjects/pages/list.tsx': 'export const List = () => null',
  'kernel/round/b.ts': "import { found } from './a.ts'\nexport const b = found",
}

let innocentTree: PlantedTree
let plantedTree: PlantedTree
let faults: readonly Fault[] = []

before(async () => {
  innocentTree = plantTree(innocent)
  const files = planted.map(([, file, specifier]) => [
    file,
    `// planted\nimport * as found from '${specifier}'\nexport { found }\n`,
  ])
  plantedTree = plantTree({
    ...innocent,
    ...support,
    'modules/strange/index.ts': 'export {}',
    ...Object.fromEntries(files),
  })
  faults = await checkImports(plantedTree.root)
})
after(() => {
  innocentTree.remove()
  plantedTree.remove()
})

test('imports: what keeps to the rules is left alone', async () => {
  assert.deepEqual(await checkImports(innocentTree.root), [])
})

for (const [rule, file, specifier] of planted) {
  test(`imports: ${rule} finds ${specifier} in ${file}`, () => {
    const found = faults.filter((fault) => fault.file === file)
    const [fault] = found.filter(({ message }) => message.includes(`（${rule}：`))
    assert.ok(fault, `found instead: ${JSON.stringify(found)}`)
    assert.equal(fault.line, 2)
    assert.match(fault.message, /[\u4e00-\u9fff]/)
  })
}

test('imports: a module that has no place in the order is refused', () => {
  assert.deepEqual(
    faults.filter(({ file }) => file === 'modules/strange').map(({ message }) => message),
    ['模块 strange 不在次序表里（tools/check/layout.ts）'],
  )
})
