// `npm run schema`: migrates an empty embedded database and writes table types and docs/schema.md.
// `npm run schema -- --check` fails when the written files are stale.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, migrate } from '@guangyue/platform/db'
import { startEmbedded } from '@guangyue/platform/db/embedded'
import { readTables } from './read-tables.ts'
import { schemaPage, tableTypes } from './write.ts'

const root = new URL('../../', import.meta.url)
const outputs = { types: new URL('platform/db/generated/tables.ts', root), page: new URL('docs/schema.md', root) }

const folder = await mkdtemp(join(tmpdir(), 'guangyue-schema-'))
const server = await startEmbedded({ dataDir: folder, durability: 'none', log: () => undefined })
try {
  const { pool } = connect(server.ownerUrl, { max: 1, name: 'schema' })
  const client = await pool.connect()
  await client.query('create schema city')
  await migrate(client, 'city', { role: null, sources: await sources() })
  const tables = await readTables(client, 'city')
  client.release()
  await pool.end()
  process.exitCode = await settle({ types: tableTypes(tables), page: schemaPage(tables) })
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

/** The platform's own folder and every module's; the modules themselves are not loaded. */
async function sources(): Promise<{ module: string; folder: URL }[]> {
  const modules = await readdir(new URL('modules/', root), { withFileTypes: true })
  const found = [{ module: 'platform', folder: new URL('platform/db/migrations/', root) }]
  for (const entry of modules) {
    const folder = new URL(`modules/${entry.name}/migrations/`, root)
    const files = entry.isDirectory() ? await readdir(folder).catch(() => []) : []
    if (files.some((name) => name.endsWith('.sql'))) found.push({ module: entry.name, folder })
  }
  return found
}

async function settle(texts: { types: string; page: string }): Promise<number> {
  const stale: string[] = []
  for (const key of ['types', 'page'] as const) {
    const now = await readFile(outputs[key], 'utf8').catch(() => '')
    if (now === texts[key]) continue
    if (process.argv.includes('--check')) stale.push(outputs[key].pathname.slice(root.pathname.length))
    else await writeFile(outputs[key], texts[key])
  }
  for (const file of stale) console.error(`${file} 与数据库升级文件不一致，请运行 npm run schema`)
  return stale.length === 0 ? 0 : 1
}
