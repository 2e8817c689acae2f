import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'
import {
  type Figures,
  type Grouping,
  groupKeys,
  lightSql,
  sortKeys,
  type TaskFilter,
  taskFrom,
  taskWhere,
} from './task-list.ts'

export interface GroupRow extends Figures {
  /** Empty for the tasks that belong to none; of a chapter its document, a space and its path joined with slashes. */
  readonly key: string
}

const lights = sql.join(
  (['red', 'yellow', 'green', 'none', 'paused', 'done'] as const).map(
    (light) => sql`count(*) filter (where x.light = ${light})::int as ${sql.ref(light)}`,
  ),
)

/** How many tasks of the filter each group holds, by light; a task of several groups counts in each. Works out each light once. */
export async function countGroups(
  db: Db,
  today: PlainDate,
  { by, ...filter }: TaskFilter & { readonly by: Grouping },
): Promise<readonly GroupRow[]> {
  const { rows } = await sql<GroupRow>`select x.key, count(*)::int as all, ${lights}
    from (select coalesce(g.key, '') as key, m.position, ${lightSql(today)} as light
      from ${taskFrom} left join lateral (${groupKeys[by]}) g on true where ${taskWhere(filter, today)} offset 0) x
    group by x.key order by min(x.position), x.key`.execute(db)
  return rows
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
