import type pg from 'pg'
import { type MigrationSource, migrate } from '../db/index.ts'
import { BackupUnreadable } from './errors.ts'
import type { ManifestCity } from './manifest.ts'
import { readBackup } from './read-backup.ts'
import { listTables } from './write-backup.ts'

export interface LoadInto {
  readonly city: ManifestCity
  readonly path: string
  readonly schema: string
  readonly role: string
  readonly sources: readonly MigrationSource[]
}

/** Builds the schema as the backup had it and loads its rows in one transaction; references are checked at the end. */
export async function loadCity(client: pg.PoolClient, into: LoadInto): Promise<void> {
  const { city, schema, role, sources } = into
  const ran = await migrate(client, schema, { role, sources, only: new Set(city.migrations) })
  const missing = city.migrations.filter((name) => !ran.includes(name))
  if (missing.length > 0) throw new BackupUnreadable(`备份来自更新的版本（${missing[0]}），请先升级本系统`)
  await client.query('begin')
  try {
    await client.query(`set local search_path to "${schema}"`)
    const references = await dropReferences(client, schema)
    for (const table of await listTables(client, schema)) await client.query(`truncate "${table}" cascade`)
    const counts = await loadRows(client, into)
    for (const [table, expected] of Object.entries(city.tables)) {
      if ((counts.get(table) ?? 0) !== expected) throw new BackupUnreadable(`表 ${table} 应有 ${expected} 行`)
    }
    for (const { table, name, definition } of references) {
      await client.query(`alter table "${table}" add constraint "${name}" ${definition}`)
    }
    await moveSequences(client, schema)
    await client.query('insert into audit_era (era) select max(era) + 1 from audit_era')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

interface Reference {
  readonly table: string
  readonly name: string
  readonly definition: string
}

async function dropReferences(client: pg.PoolClient, schema: string): Promise<readonly Reference[]> {
  const { rows } = await client.query<Reference>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and k.contype = 'f'`,
    [schema],
  )
  for (const { table, name } of rows) await client.query(`alter table "${table}" drop constraint "${name}"`)
  return rows
}

async function loadRows(client: pg.PoolClient, { city, path, schema }: LoadInto): Promise<ReadonlyMap<string, number>> {
  const columns = await writableColumns(client, schema)
  const counts = new Map<string, number>()
  for await (const { name, content } of readBackup(path)) {
    const [kind, key, table = ''] = name.split('/')
    if (kind !== 'data' || key !== city.key) continue
    const list = columns.get(table)
    if (list === undefined) throw new BackupUnreadable(`不认识的表 ${table}`)
    const json = `[${content.toString('utf8').replaceAll('\n', ',')}]`
    const { rowCount } = await client.query(
      `insert into "${table}" (${list}) overriding system value select ${list} from json_populate_recordset(null::"${table}", $1::json)`,
      [json],
    )
    counts.set(table, (counts.get(table) ?? 0) + (rowCount ?? 0))
  }
  return counts
}

/** Columns that are stored, not those which the database computes from others. */
async function writableColumns(client: pg.PoolClient, schema: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ table: string; list: string }>(
    `select c.relname as table, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname`,
    [schema],
  )
  return new Map(rows.map(({ table, list }) => [table, list]))
}

/** Numbers given by the database go on after the highest one loaded. */
async function moveSequences(client: pg.PoolClient, schema: string): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.relname as table, a.attname as column, pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'r' and a.attidentity <> ''`,
    [schema],
  )
  for (const { table, column, sequence } of rows) {
    await client.query(`select setval($1::regclass, coalesce(max("${column}"), 0) + 1, false) from "${table}"`, [
      sequence,
    ])
  }
}
