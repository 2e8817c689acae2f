import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Post } from '@guangyue/kernel/process'
import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { CaseLight, Projection } from './model.ts'

/** A case as lists show it. */
export interface CaseRow {
  readonly id: string
  readonly number: string
  readonly itemCode: string
  readonly itemName: string
  readonly itemVersionId: string
  readonly party: string
  readonly body: string
  readonly phase: Exclude<Projection['phase'], 'new'>
  readonly stage: string | null
  readonly submittedAt: string
  readonly lastDay: PlainDate | null
  readonly nearDay: PlainDate | null
  readonly paused: boolean
  readonly closed: boolean
}

const columns = sql`c.id, c.number, c.item_code as "itemCode", c.item_name as "itemName",
  c.item_version_id as "itemVersionId", c.party_name as party, c.body, c.phase, c.stage, c.submitted_at as "submittedAt",
  c.paused, c.closed`

export interface QueueFilter {
  readonly units: readonly string[]
  /** Only where it is the turn of one of these posts; undefined: of any. */
  readonly posts?: readonly Post[] | undefined
  readonly light?: CaseLight | undefined
  readonly item?: string | undefined
  readonly phase?: string | undefined
  readonly text?: string | undefined
  readonly today: PlainDate
  readonly limit: number
}

/**
 * What waits for the units, the nearest last day first; `after` is the last row of the page before. Each unit is read in
 * the order of its index and no further than the page, however much waits.
 */
export async function listWaiting(
  db: Db,
  filter: QueueFilter & { readonly after?: { readonly day: string; readonly id: string } | undefined },
): Promise<readonly (CaseRow & { readonly rankDay: string })[]> {
  const { units, posts = null, after, limit } = filter
  const { rows } = await sql<
    CaseRow & { rankDay: string }
  >`select w.* from unnest(${units}::text[]) u cross join lateral (
      select ${columns}, p.last_day as "rankDay", nullif(p.last_day, '9999-12-31'::date) as "lastDay",
        p.near_day as "nearDay"
      from case_part p join case_file c on c.id = p.case_id
      where p.unit = u and p.posts <> '{}' and (${posts}::text[] is null or p.posts && ${posts}::text[])
        and (p.last_day, p.case_id) > (${after?.day ?? '-infinity'}::date, ${after?.id ?? NO_ID}::uuid)
        and ${narrowed(filter, { last: sql`p.last_day`, near: sql`p.near_day` })}
      order by p.last_day, p.case_id limit ${limit}) w
    order by w."rankDay", w.id limit ${limit}`.execute(db)
  return rows
}

/** Every case that the units have or had to do with, the newest first; `before` is the number of the last row before. */
export async function listConcerned(
  db: Db,
  filter: QueueFilter & { readonly before?: string | undefined },
): Promise<readonly CaseRow[]> {
  const { units, before, limit } = filter
  const { rows } =
    await sql<CaseRow>`select distinct on (w.number) w.* from unnest(${units}::text[]) u cross join lateral (
      select ${columns}, c.last_day as "lastDay", c.near_day as "nearDay"
      from case_part p join case_file c on c.id = p.case_id
      where p.unit = u and ${before === undefined ? sql`true` : sql`p.number < ${before}`}
        and ${narrowed(filter, { last: sql`c.last_day`, near: sql`c.near_day` })}
      order by p.number desc limit ${limit}) w
    order by w.number desc limit ${limit}`.execute(db)
  return rows
}

/** The cases of one applicant, the newest first. */
export async function listOwn(
  db: Db,
  {
    accountId,
    before,
    limit,
  }: { readonly accountId: string; readonly before?: string | undefined; readonly limit: number },
): Promise<readonly CaseRow[]> {
  const { rows } =
    await sql<CaseRow>`select ${columns}, c.last_day as "lastDay", c.near_day as "nearDay" from case_file c
    where c.applicant_id = ${accountId} and (${before ?? null}::text is null or c.number < ${before ?? null})
    order by c.number desc limit ${limit}`.execute(db)
  return rows
}

export interface Load {
  readonly unit: string
  readonly waiting: number
  readonly overdue: number
  readonly near: number
  readonly onTime: number
  readonly suspended: number
  readonly firstDay: PlainDate | null
}

/** What waits for each unit, by light, the most overdue first; of the units given, or of all where null. */
export async function countLoads(
  db: Db,
  { units, today }: { readonly units: readonly string[] | null; readonly today: PlainDate },
): Promise<readonly Load[]> {
  const { rows } = await sql<Load>`select unit, count(*)::int as waiting,
      count(*) filter (where last_day < ${today}::date)::int as overdue,
      count(*) filter (where last_day >= ${today}::date and near_day <= ${today}::date)::int as near,
      count(*) filter (where last_day between ${today}::date and '9999-12-30' and near_day > ${today}::date)::int as "onTime",
      count(*) filter (where last_day = '9999-12-31')::int as suspended,
      min(last_day) filter (where last_day < '9999-12-31') as "firstDay"
    from case_part where posts <> '{}' and (${units}::text[] is null or unit = any(${units}::text[]))
    group by unit order by overdue desc, near desc, waiting desc, unit`.execute(db)
  return rows
}

/** How many cases of the bodies wait for their applicants. */
export async function countWithApplicants(db: Db, units: readonly string[] | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from case_file
    where not closed and phase = 'supplementing' and (${units}::text[] is null or body = any(${units}::text[]))`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

const NO_ID = '00000000-0000-0000-0000-000000000000'

/** The filters of a list; the light is worked out as `lightOn` does. */
function narrowed(
  { light, item, phase, text, today }: QueueFilter,
  { last, near }: { readonly last: ReturnType<typeof sql>; readonly near: ReturnType<typeof sql> },
) {
  const dated = sql`not c.closed and not c.paused and ${last} is not null and ${last} < '9999-12-31'`
  const lights = {
    done: sql`c.closed`,
    suspended: sql`c.paused and not c.closed`,
    none: sql`not c.closed and not c.paused and (${last} is null or ${last} = '9999-12-31')`,
    overdue: sql`${dated} and ${last} < ${today}::date`,
    near: sql`${dated} and ${last} >= ${today}::date and ${near} <= ${today}::date`,
    'on-time': sql`${dated} and ${last} >= ${today}::date and (${near} is null or ${near} > ${today}::date)`,
  } as const
  const parts = [
    ...(light === undefined ? [] : [lights[light]]),
    ...(item === undefined ? [] : [sql`c.item_code = ${item}`]),
    ...(phase === undefined ? [] : [sql`c.phase = ${phase}`]),
    ...(text === undefined || text === ''
      ? []
      : [isNumber(text) ? sql`p.number = ${text}` : sql`strpos(c.party_name, ${text}) > 0`]),
  ]
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

/** A whole number of a case is found by its index; anything else is part of a name. */
function isNumber(text: string): boolean {
  return /^\d{8}-\d{6,}$/.test(text)
}
