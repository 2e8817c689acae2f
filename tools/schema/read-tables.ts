import type pg from 'pg'

export interface Column {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  /** Filled by the database when left out: a default, an identity or a generated value. */
  readonly optional: boolean
  /** Never written by a program: generated always. */
  readonly generated: boolean
  readonly comment: string | null
}

export interface Table {
  readonly name: string
  readonly comment: string | null
  readonly columns: readonly Column[]
  readonly constraints: readonly string[]
}

/** All tables of a schema, by name, with what the catalogue knows of them. */
export async function readTables(client: pg.ClientBase, schema: string): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(query, [schema])
  return rows.filter(({ name }) => name !== 'applied_migration')
}

const query = `
select c.relname as name, obj_description(c.oid) as comment,
  (select json_agg(json_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, null),
      'nullable', not a.attnotnull,
      'optional', a.atthasdef or a.attidentity <> '',
      'generated', a.attgenerated <> '' or a.attidentity = 'a',
      'comment', col_description(c.oid, a.attnum)) order by a.attnum)
   from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  coalesce((select json_agg(k.conname || ': ' || pg_get_constraintdef(k.oid) order by k.contype desc, k.conname)
   from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')), '[]') as constraints
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition
order by c.relname`
