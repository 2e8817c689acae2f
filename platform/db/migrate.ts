import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

/** A folder of forward-only SQL files. All files of all folders run in one order, by name. */
export interface MigrationSource {
  readonly module: string
  readonly folder: URL
}

interface Step {
  readonly name: string
  readonly module: string
  readonly sql: string
  readonly digest: string
}

/**
 * Brings one schema up to date, each file in a transaction of its own, safely beside other processes (advisory lock).
 * In the SQL `:program` stands for the role that the program uses in this schema: an append-only table says
 * `revoke update, delete, truncate on t from :program`. Refuses a merged file that was edited.
 * `only` keeps to the files named. Returns what it ran.
 */
export async function migrate(
  client: pg.ClientBase,
  schema: string,
  options: { role: string | null; sources: readonly MigrationSource[]; only?: ReadonlySet<string> },
): Promise<readonly string[]> {
  const steps = await readSteps(options.sources)
  await client.query('select pg_advisory_lock(7021, hashtext($1))', [schema])
  try {
    await client.query(`create table if not exists ${quote(schema)}.applied_migration (
      name text primary key, digest text not null, applied_at timestamptz not null default now())`)
    if (options.role !== null) {
      await client.query(
        `revoke insert, update, delete, truncate on ${quote(schema)}.applied_migration from ${quote(options.role)}`,
      )
    }
    const known = await client.query<{ name: string; digest: string }>(
      `select name, digest from ${quote(schema)}.applied_migration`,
    )
    const digests = new Map(known.rows.map((row) => [row.name, row.digest]))
    const ran: string[] = []
    for (const step of steps) {
      if (options.only && !options.only.has(step.name)) continue
      const digest = digests.get(step.name)
      if (digest === step.digest) continue
      if (digest !== undefined) throw new Error(`数据库升级文件 ${step.name} 在执行后被改动，已停止升级，数据未变`)
      await run(client, schema, { ...step, sql: step.sql.replaceAll(':program', quote(options.role ?? 'public')) })
      ran.push(step.name)
    }
    return ran
  } finally {
    await client.query('select pg_advisory_unlock(7021, hashtext($1))', [schema])
  }
}

async function run(client: pg.ClientBase, schema: string, step: Step): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local search_path to ${quote(schema)}`)
    await client.query(step.sql)
    await client.query(`insert into ${quote(schema)}.applied_migration (name, digest) values ($1, $2)`, [
      step.name,
      step.digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`数据库升级文件 ${step.name} 未能执行，数据未变`, { cause: error })
  }
}

async function readSteps(sources: readonly MigrationSource[]): Promise<readonly Step[]> {
  const lists = await Promise.all(
    sources.map(async ({ module, folder }) => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
      return Promise.all(names.map((name) => readStep(module, folder, name)))
    }),
  )
  return lists.flat().sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function readStep(module: string, folder: URL, name: string): Promise<Step> {
  const sql = await readFile(new URL(name, folder), 'utf8')
  return { name: `${name.replace(/\.sql$/, '')} (${module})`, module, sql, digest: sha256(sql) }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** An identifier quoted for SQL. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
