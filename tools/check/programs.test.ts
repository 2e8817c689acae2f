import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkDeadCode } from './check-dead-code.ts'
import { checkStyle } from './check-style.ts'
import { checkTypes } from './check-types.ts'
import { faultLine } from './fault.ts'
import { type PlantedTree, plantTree } from './planted-tree.ts'

const tools = join(import.meta.dirname, '../../node_modules')

function plant(files: Readonly<Record<string, string>>): PlantedTree {
  const tree = plantTree({ 'package.json': '{ "name": "planted", "type": "module" }', ...files })
  for (const name of ['typescript', 'knip', '@biomejs'])
    symlinkSync(join(tools, name), join(tree.root, 'node_modules', name))
  return tree
}

test('types: a wrong type is found with its line', async () => {
  const tree = plant({
    'tsconfig.json': '{ "compilerOptions": { "noEmit": true, "strict": true, "types": [] }, "include": ["kernel"] }',
    'kernel/a.ts': "export const good: number = 1\nexport const bad: number = 'one'\n",
  })
  const faults = await checkTypes(tree.root)
  tree.remove()
  assert.deepEqual(faults.map(faultLine), ["kernel/a.ts:2  TS2322: Type 'string' is not assignable to type 'number'."])
})

test('style: a default export and a wrong layout are found', async () => {
  const tree = plant({
    'biome.json':
      '{ "linter": { "rules": { "style": { "noDefaultExport": "error" } } }, "files": { "includes": ["kernel/*.ts"] } }',
    'kernel/a.ts': 'export const good = 1;\nexport default good;\n',
    'kernel/b.ts': 'export const   b = 1\n',
  })
  const faults = (await checkStyle(tree.root)).filter(({ file }) => file.startsWith('kernel/'))
  tree.remove()
  assert.deepEqual(faults.map(({ file, line, message }) => [file, line, message.split(':')[0]]).sort(), [
    ['kernel/a.ts', 2, 'lint/style/noDefaultExport'],
    ['kernel/b.ts', 1, 'format'],
  ])
})

test('dead code: a file and an export that nobody uses are found', async () => {
  const tree = plant({
    'knip.json': '{ "entry": ["main.ts"], "project": ["*.ts"] }',
    'main.ts': "import { used } from './used.ts'\nconsole.log(used)\n",
    'used.ts': 'export const used = 1\nexport const unused = 2\n',
    'alone.ts': 'export const alone = 1\n',
  })
  const faults = await checkDeadCode(tree.root)
  tree.remove()
  assert.deepEqual(faults.map(faultLine).sort(), [
    'alone.ts  没有任何地方用到这个文件',
    'used.ts:2  没有别处用到导出的 unused',
  ])
})
