import { type RawBuilder, sql } from 'kysely'
import { indicatorMeasures } from './indicator-measures.ts'

export type Grouping = 'document' | 'chapter' | 'unit' | 'county' | 'indicator' | 'month'

/** A task has one group of the first kind at most, and may have several of the second. */
type Membership =
  /** An expression on `taskFrom`, null where it has none. */
  | { readonly own: RawBuilder<unknown> }
  /** Rows of `id` and `key`, each pair once; `of` is the column of the task that `id` names. */
  | { readonly of: 'id' | 'measure_id'; readonly rows: RawBuilder<unknown> }

export const memberships: Readonly<Record<Grouping, Membership>> = {
  document: { own: sql`d.id` },
  chapter: { own: sql`d.id::text || ' ' || array_to_string(m.path[: greatest(cardinality(m.path) - 1, 1)], '/')` },
  month: { own: sql`left(t.next_due::text, 7)` },
  unit: {
    of: 'id',
    rows: sql`(select distinct p.task_id as id, p.body_id as key from ledger_task_party p
      where p.role = 'lead' and p.body_id is not null)`,
  },
  county: {
    of: 'id',
    rows: sql`(select distinct p.task_id as id, p.body_id as key from body b join ledger_task_party p on p.body_id = b.id
      where b.kind in ('县级政府', '市属开发区'))`,
  },
  indicator: { of: 'measure_id', rows: sql`(select g.measure_id as id, g.key from ${indicatorMeasures} g)` },
}

/** Whether a task of `taskFrom` is of a group; an empty key means that it is of none. */
export function inGroupSql({ by, key }: { readonly by: Grouping; readonly key: string }): RawBuilder<boolean> {
  const member = memberships[by]
  if ('own' in member) return key === '' ? sql`(${member.own}) is null` : sql`(${member.own})::text = ${key}`
  const column = sql.ref(`t.${member.of}`)
  return key === ''
    ? sql`not exists (select from ${member.rows} g where g.id = ${column})`
    : sql`${column} in (select g.id from ${member.rows} g where g.key::text = ${key})`
}
