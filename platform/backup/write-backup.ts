import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { type Pack, pack } from 'tar-stream'
import { sealAudit } from '../audit/index.ts'
import type { Cities, OpenCity } from '../db/index.ts'
import type { Manifest, ManifestCity } from './manifest.ts'

export interface BackupSummary {
  readonly cities: number
  readonly rows: number
  readonly files: number
}

/**
 * Writes data and files of all cities to one `.tar.gz`, readable only by its owner. Each city's rows are read in one
 * snapshot while work goes on; files are written after the rows that name them, so none that is named is missing.
 * The file appears whole or not at all.
 */
export async function writeBackup(cities: Cities, path: string, writtenAt: string): Promise<BackupSummary> {
  const aside = `${path}.part`
  const archive = pack()
  const written = pipeline(archive, createGzip(), createWriteStream(aside, { mode: 0o600 }))
  try {
    const [summary] = await Promise.all([fill(archive, cities, writtenAt), written])
    await rename(aside, path)
    return summary
  } catch (error) {
    archive.destroy()
    await written.catch(() => {})
    await rm(aside, { force: true })
    throw error
  }
}

async function fill(archive: Pack, cities: Cities, writtenAt: string): Promise<BackupSummary> {
  const manifest: Manifest['cities'] = []
  const sum = { cities: 0, rows: 0, files: 0 }
  for (const city of cities.all()) {
    await sealAudit(city)
    const entry = await inSnapshot(cities.owner, (client) => writeCity(archive, client, city))
    manifest.push(entry)
    sum.cities += 1
    sum.rows += Object.values(entry.tables).reduce((total, count) => total + count, 0)
    sum.files += await writeFiles(archive, city)
  }
  await put(archive, 'manifest.json', JSON.stringify({ format: 'guangyue-backup/1', writtenAt, cities: manifest }))
  archive.finalize()
  return sum
}

async function inSnapshot<Result>(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await work(client)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

async function writeCity(archive: Pack, client: pg.PoolClient, city: OpenCity): Promise<ManifestCity> {
  await client.query(`set local search_path to "${city.schema}"`)
  const migrations = await client.query<{ name: string }>('select name from applied_migration order by name')
  const seal = await client.query<{ seal: string }>('select seal from audit_seal order by id desc limit 1')
  const tables: Record<string, number> = {}
  for (const table of await listTables(client, city.schema)) {
    tables[table] = await writeTable(archive, client, { city: city.key, table })
  }
  const { key, name, host, demonstration, facts } = city
  const sealHead = seal.rows[0]?.seal ?? ''
  return { key, name, host, demonstration, facts, migrations: migrations.rows.map((row) => row.name), sealHead, tables }
}

/** The tables of a schema, but not the record of migrations, which the restoring program writes itself. */
export async function listTables(client: pg.ClientBase, schema: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'r' and c.relname <> 'applied_migration' order by 1`,
    [schema],
  )
  return rows.map(({ name }) => name)
}

const BATCH = 2000

/** Rows as JSON lines, in pieces that fit into memory. Gives how many rows. */
async function writeTable(
  archive: Pack,
  client: pg.PoolClient,
  what: { city: string; table: string },
): Promise<number> {
  await client.query(`declare rows no scroll cursor for select row_to_json(t)::text as line from "${what.table}" t`)
  let count = 0
  for (let piece = 0; ; piece += 1) {
    const { rows } = await client.query<{ line: string }>(`fetch ${BATCH} from rows`)
    if (rows.length > 0) {
      const name = `data/${what.city}/${what.table}/${String(piece).padStart(6, '0')}.jsonl`
      await put(archive, name, rows.map(({ line }) => line).join('\n'))
    }
    count += rows.length
    if (rows.length < BATCH) break
  }
  await client.query('close rows')
  return count
}

async function writeFiles(archive: Pack, city: OpenCity): Promise<number> {
  let count = 0
  for await (const digest of city.files.list()) {
    const bytes = await city.files.get(digest)
    if (!bytes) continue
    await put(archive, `files/${city.key}/${digest}`, bytes)
    count += 1
  }
  return count
}

function put(archive: Pack, name: string, content: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()))
  })
}
