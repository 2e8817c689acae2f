import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { type RawBuilder, sql } from 'kysely'
import { type Grouping, memberships } from './grouping.ts'
import { type Figures, lightSql, sortKeys, type TaskFilter, taskFrom, taskWhere } from './task-list.ts'

export interface GroupRow {
  /** Empty for the tasks that belong to none; of a chapter its document, a space and its path joined with slashes. */
  readonly key: string
  readonly figures: Figures
  /** The earliest day of those that are late. */
  readonly since: PlainDate | null
}

const lights = sql.join(
  (['red', 'yellow', 'green', 'none', 'paused', 'done'] as const).map(
    (light) => sql`coalesce(sum(g.n) filter (where g.light = ${light}), 0)::int as ${sql.ref(light)}`,
  ),
)

/**
 * How many tasks of the filter each group holds, by light; a task of several groups counts in each. All groupings are
 * counted in one statement, so their figures are of one moment, and the light of a task is worked out once. Those that
 * belong to no group are counted unless `none` is false.
 */
export async function countGroups(
  db: Db,
  today: PlainDate,
  { by, none = true, ...filter }: TaskFilter & { readonly by: readonly Grouping[]; readonly none?: boolean },
): Promise<(by: Grouping) => readonly GroupRow[]> {
  const own = by.flatMap((one) => {
    const member = memberships[one]
    return 'own' in member ? [sql`${member.own} as ${sql.ref(one)}`] : []
  })
  const { rows } = await sql<Figures & Pick<GroupRow, 'key' | 'since'> & { by: Grouping }>`with x as materialized (
      select ${sql.join([sql`t.id, t.measure_id, t.next_due, m.position, ${lightSql(today)} as light`, ...own])}
      from ${taskFrom} where ${taskWhere(filter, today)}),
    g as (${sql.join(
      by.map((one) => countedBy(one, none)),
      sql` union all `,
    )})
    select g.by, g.key, sum(g.n)::int as all, ${lights}, min(g.since) filter (where g.light = 'red') as since
    from g where ${none} or g.key <> '' group by g.by, g.key order by min(g.position), g.key`.execute(db)
  const found = Map.groupBy(rows, (row) => row.by)
  return (one) => (found.get(one) ?? []).map(({ by: _, key, since, ...figures }) => ({ key, since, figures }))
}

/** The tasks of `x` by group and light. */
function countedBy(by: Grouping, none: boolean): RawBuilder<unknown> {
  const member = memberships[by]
  const [key, from] =
    'own' in member
      ? [sql.ref(`x.${by}`), sql`x`]
      : [
          sql`g.key`,
          sql`x ${none ? sql`left join` : sql`join`} ${member.rows} g on g.id = ${sql.ref(`x.${member.of}`)}`,
        ]
  return sql`select ${by}::text as by, coalesce(${key}::text, '') as key, x.light, count(*) as n,
      min(x.position) as position, min(x.next_due) as since
    from ${from} group by ${key}, x.light`
}

export interface TopRow {
  readonly id: string
  /** The light, the state or the day. */
  readonly column: string
  /** How many tasks of the filter stand in that column. */
  readonly total: number
}

const columns = {
  light: lightSql,
  state: () => sql<string>`t.state`,
  day: () => sql<string>`t.next_due::text`,
} as const

/** The first `each` tasks of every column, those due first, with the column's whole number. In one query. */
export async function listTops(
  db: Db,
  today: PlainDate,
  { column, each, ...filter }: TaskFilter & { readonly column: keyof typeof columns; readonly each: number },
): Promise<readonly TopRow[]> {
  const { rows } = await sql<TopRow>`select x.id, x."column", x.total::int from (
      select t.id, ${columns[column](today)} as "column", count(*) over (partition by ${columns[column](today)}) as total,
        row_number() over (partition by ${columns[column](today)} order by ${sortKeys.due}, t.id) as place
      from ${taskFrom} where ${taskWhere(filter, today)}) x
    where x.place <= ${each} order by x.place`.execute(db)
  return rows
}

export async function countUndated(db: Db, today: PlainDate, filter: TaskFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${taskFrom}
    where ${taskWhere(filter, today)} and t.next_due is null`.execute(db)
  return rows[0]?.n ?? 0
}
