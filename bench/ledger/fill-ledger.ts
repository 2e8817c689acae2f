import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { BenchCity } from '../bench-city.ts'

/** Units of the city; tasks and reports are spread over them evenly. */
const UNITS = 90
const INDICATORS = 18
const CHAPTER = 40

/** The id that `pg_temp.id_of(name)` gives. */
function idOf(name: string): string {
  const hex = createHash('md5').update(name).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
}

export const firstUnit = idOf('u1')

/** Tasks `from` to `to` of our own sentences with parties and dates, straight into the tables: this measures reading. */
export async function addTasks(city: BenchCity, { from, to }: { from: number; to: number }): Promise<void> {
  await asOwner(city, async (client) => {
    await addCity(client)
    const many = [from, to]
    await client.query(
      `insert into ledger_measure (id, document_id, position, path, path_key, title, source, reading, draft, faults, state)
       select pg_temp.id_of('m' || i), pg_temp.id_of('d' || i % 4), i, path, array_to_string(path, '/'), '整治第' || i || '处渡口',
         'hand', '{"text": null, "marks": [], "assignments": [], "deadlines": [], "targets": []}', '[]', '[]', 'confirmed'
       from generate_series($1::integer, $2::integer) as i,
         lateral (select array['第' || i / ${CHAPTER} % ${INDICATORS} || '章', i::text] as path) placed`,
      many,
    )
    await client.query(
      `insert into ledger_task (id, measure_id, ordinal, title, state, due, due_phrase, next_due, reported_on, changed_at)
       select pg_temp.id_of('t' || i), pg_temp.id_of('m' || i), 0, '第' || i || '处渡口整修完成并公布进度', state, due, '限期', due,
         case state when 'reported' then date '2021-07-01' end, $3
       from generate_series($1::integer, $2::integer) as i,
         lateral (select (array['assigned', 'in-progress', 'in-progress', 'reported', 'verified', 'closed', 'closed', 'in-progress'])
           [1 + i % 8] as state,
         case when i % 5 = 0 then null else date '2021-05-01' + i * 7 % 400 end as due) told`,
      [...many, city.ctx().now],
    )
    await client.query(
      `insert into ledger_task_party (task_id, role, ordinal, name, body_id)
       select pg_temp.id_of('t' || i), case p when 0 then 'lead' else 'support' end, greatest(p - 1, 0),
         '第' || u || '局', pg_temp.id_of('u' || u)
       from generate_series($1::integer, $2::integer) as i, generate_series(0, 2) as p,
         lateral (select 1 + (i + p * 31) % ${UNITS} as u) unit`,
      many,
    )
    await client.query(
      `insert into ledger_problem (id, task_id, body_id, source, text, raised_name, raised_on, due, state)
       select pg_temp.id_of('b' || i), pg_temp.id_of('t' || i), pg_temp.id_of('u' || 1 + i % ${UNITS}), 'hand', '接口没有开通', '某人',
         '2021-07-01', '2021-07-20', 'open'
       from generate_series($1::integer, $2::integer) as i where i % 20 = 0`,
      many,
    )
  })
}

interface Month {
  /** Its first day. */
  readonly month: string
  readonly from: number
  readonly to: number
  readonly open: boolean
}

/** A month with a report of each of the tasks `from` to `to` by its lead; one in ten is missing. Returns the period. */
export async function addReports(city: BenchCity, { month, from, to, open }: Month): Promise<string> {
  const periodId = idOf(month)
  await asOwner(city, async (client) => {
    await client.query(
      `insert into ledger_period (id, scheme_id, month, opened_on, due, closed_on)
       values ($1::uuid, pg_temp.id_of('scheme'), $2::date, $2::date, $2::date + 4,
         case when $3::boolean then null else $2::date + 9 end) on conflict do nothing`,
      [periodId, month, open],
    )
    await client.query(
      `insert into ledger_report (id, period_id, task_id, body_id, role, state, progress, percent, drafted_by, drafted_name,
         signed_by, signed_name, signed_on)
       select pg_temp.id_of(concat_ws('/', 'r', $1::text, i)), $1::text::uuid, pg_temp.id_of('t' || i), pg_temp.id_of('u' || 1 + i % ${UNITS}),
         'lead', case when i % 10 = 0 then 'due' when i % 3 = 0 then 'signed' else 'accepted' end,
         case when i % 10 = 0 then '' else '第' || i || '处渡口正在整修' end, 60, pg_temp.id_of('officer'), '某人',
         case when i % 10 > 0 then pg_temp.id_of('head') end, case when i % 10 > 0 then '某长' end,
         case when i % 10 > 0 then $2::date + i % 6 end
       from generate_series($3::integer, $4::integer) as i`,
      [periodId, month, from, to],
    )
  })
  return periodId
}

async function addCity(client: pg.PoolClient): Promise<void> {
  await client.query(
    `insert into body (id, key, kind, level) select pg_temp.id_of('u' || u), 'u' || u,
       case when u > 80 then '县级政府' else '市直部门' end, case when u > 80 then '县' else '市' end
     from generate_series(1, ${UNITS}) as u on conflict do nothing`,
  )
  await client.query(
    `insert into body_name (id, body_id, name, short, folded_name, folded_short)
     select pg_temp.id_of('n' || u), pg_temp.id_of('u' || u), name, name, name, name from generate_series(1, ${UNITS}) as u,
       lateral (select '第' || u || '局' as name) named on conflict do nothing`,
  )
  await client.query(
    `insert into ledger_document (id, key, folded, number, title, signed_on, source, milestones, headings)
     select pg_temp.id_of('d' || i), number, number, number, '整治渡口的通知', date '2021-05-06', 'hand', '[]', '[]'
     from generate_series(0, 3) as i, lateral (select '试政发〔2021〕' || i + 1 || '号' as number) named
     on conflict do nothing`,
  )
  await client.query(
    `insert into ledger_indicator (key, position, name, folded, chapters)
     select 'i' || i, i, '第' || i || '个指标', '试政发〔2021〕1号', array['第' || i || '章']
     from generate_series(0, ${INDICATORS - 1}) as i on conflict do nothing`,
  )
  await client.query(
    `insert into ledger_dispatch_scheme (id, name, opens_day, due_day, remind_days, grace_days, step_days, from_month,
       supports_report) values (pg_temp.id_of('scheme'), '月调度', 1, 5, 3, 2, 2, '2021-01-01', false) on conflict do nothing`,
  )
}

async function asOwner<Result>(city: BenchCity, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await city.cities.owner.connect()
  try {
    await client.query(`set search_path to ${city.city.schema}`)
    // The rows are consistent by the way they are made, so the checks of foreign keys are left out.
    await client.query('set session_replication_role = replica')
    await client.query(
      `create function pg_temp.id_of(name text) returns uuid language sql immutable parallel safe as
       $$ select overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid $$`,
    )
    const result = await work(client)
    // Otherwise the database does it on its own while it is being measured.
    await client.query('vacuum analyze')
    return result
  } finally {
    client.release(true)
  }
}
