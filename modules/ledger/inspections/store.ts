import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { InspectionKind } from './model.ts'

export interface Inspection {
  readonly id: string
  readonly kind: InspectionKind
  readonly title: string
  readonly plan: string
  readonly fromDay: PlainDate
  readonly toDay: PlainDate
  readonly places: readonly string[]
  readonly verifierBodyId: string | null
  readonly graceDays: number
  readonly repeatReason: string | null
  readonly plannedOn: PlainDate
  readonly plannedName: string
  readonly members: readonly { readonly name: string; readonly accountId: string | null }[]
  readonly bodyIds: readonly string[]
  readonly subjects: readonly { readonly documentId: string; readonly taskId: string | null }[]
  readonly version: number
}

const columns = sql`i.id, i.kind, i.title, i.plan, i.from_day as "fromDay", i.to_day as "toDay", i.places,
  i.verifier_body_id as "verifierBodyId", i.grace_days as "graceDays", i.repeat_reason as "repeatReason",
  i.planned_on as "plannedOn", i.planned_name as "plannedName", i.version,
  coalesce((select json_agg(json_build_object('name', m.name, 'accountId', m.account_id) order by m.ordinal)
    from ledger_inspection_member m where m.inspection_id = i.id), '[]') as members,
  coalesce((select json_agg(b.body_id) from ledger_inspection_body b where b.inspection_id = i.id), '[]') as "bodyIds",
  coalesce((select json_agg(json_build_object('documentId', s.document_id, 'taskId', s.task_id))
    from ledger_inspection_subject s where s.inspection_id = i.id), '[]') as subjects`

/** Whose inspections are listed: all, or those of which one is on the team, verifies, or owns a finding. */
export interface Reach {
  readonly accountId: string | null
  readonly bodies: readonly string[]
}

export interface InspectionFilter {
  readonly kind?: InspectionKind | undefined
  readonly bodyId?: string | undefined
  /** Null for all. */
  readonly reach: Reach | null
}

export interface InspectionRow extends Inspection {
  readonly findings: number
  readonly openFindings: number
}

/** Newest first. */
export async function listInspections(db: Db, filter: InspectionFilter): Promise<readonly InspectionRow[]> {
  const reach = filter.reach
  const seen = reach
    ? sql`(exists (select from ledger_inspection_member m where m.inspection_id = i.id and m.account_id = ${reach.accountId})
        or i.verifier_body_id = any(${reach.bodies}::uuid[]) or exists (select from ledger_finding f
          where f.inspection_id = i.id and f.body_id = any(${reach.bodies}::uuid[])))`
    : sql`true`
  const body = filter.bodyId
    ? sql`(exists (select from ledger_inspection_body b where b.inspection_id = i.id and b.body_id = ${filter.bodyId})
        or exists (select from ledger_finding f where f.inspection_id = i.id and f.body_id = ${filter.bodyId}))`
    : sql`true`
  const { rows } = await sql<InspectionRow>`select ${columns}, c.findings, c."openFindings" from ledger_inspection i,
      lateral (select count(*)::int as findings, count(*) filter (where f.state <> 'closed')::int as "openFindings"
        from ledger_finding f where f.inspection_id = i.id
          and (${reach?.bodies ?? null}::uuid[] is null or f.body_id = any(${reach?.bodies ?? null}::uuid[])
            or i.verifier_body_id = any(${reach?.bodies ?? null}::uuid[]) or exists (select from ledger_inspection_member m
              where m.inspection_id = i.id and m.account_id = ${reach?.accountId ?? null}))) c
    where ${seen} and ${body} and (${filter.kind ?? null}::text is null or i.kind = ${filter.kind ?? null})
    order by i.from_day desc, i.id desc limit 500`.execute(db)
  return rows
}

export async function findInspection(db: Db, id: string): Promise<Inspection | undefined> {
  const { rows } = await sql<Inspection>`select ${columns} from ledger_inspection i where i.id = ${id}`.execute(db)
  return rows[0]
}

/** The same, locked until the transaction ends. */
export async function lockInspection(tx: Tx, id: string): Promise<Inspection | undefined> {
  const { rows } = await sql<Inspection>`select ${columns} from ledger_inspection i where i.id = ${id}
    for update of i`.execute(tx)
  return rows[0]
}

/** Whoever plans does so alone until the transaction ends, so that no two plans overlook each other; reading goes on. */
export async function lockInspections(tx: Tx): Promise<void> {
  await sql`lock table ledger_inspection in share row exclusive mode`.execute(tx)
}

/** Stores a new inspection, or changes the version seen of one that is there. False when the version is another. */
export async function upsertInspection(tx: Tx, row: Inspection): Promise<boolean> {
  const result =
    await sql`insert into ledger_inspection as i (id, kind, title, plan, from_day, to_day, places, verifier_body_id,
      grace_days, repeat_reason, planned_on, planned_name)
    values (${row.id}, ${row.kind}, ${row.title}, ${row.plan}, ${row.fromDay}, ${row.toDay}, ${row.places},
      ${row.verifierBodyId}, ${row.graceDays}, ${row.repeatReason}, ${row.plannedOn}, ${row.plannedName})
    on conflict (id) do update set kind = excluded.kind, title = excluded.title, plan = excluded.plan,
      from_day = excluded.from_day, to_day = excluded.to_day, places = excluded.places,
      verifier_body_id = excluded.verifier_body_id, grace_days = excluded.grace_days,
      repeat_reason = excluded.repeat_reason, version = i.version + 1 where i.version = ${row.version}`.execute(tx)
  if (result.numAffectedRows !== 1n) return false
  await sql`delete from ledger_inspection_member where inspection_id = ${row.id}`.execute(tx)
  await sql`delete from ledger_inspection_body where inspection_id = ${row.id}`.execute(tx)
  await sql`delete from ledger_inspection_subject where inspection_id = ${row.id}`.execute(tx)
  await sql`insert into ledger_inspection_member (inspection_id, ordinal, name, account_id)
    select ${row.id}, at, v->>'name', (v->>'accountId')::uuid
    from jsonb_array_elements(${JSON.stringify(row.members)}::jsonb) with ordinality as m(v, at)`.execute(tx)
  await sql`insert into ledger_inspection_body (inspection_id, body_id)
    select distinct ${row.id}::uuid, b from unnest(${row.bodyIds}::uuid[]) b`.execute(tx)
  await sql`insert into ledger_inspection_subject (inspection_id, document_id, task_id)
    select distinct ${row.id}::uuid, "documentId", "taskId" from jsonb_to_recordset(${JSON.stringify(row.subjects)}::jsonb)
      as v("documentId" uuid, "taskId" uuid)`.execute(tx)
  return true
}

export interface Repeat {
  readonly title: string
  readonly fromDay: PlainDate
  readonly bodyId: string
  readonly documentId: string
}

/** Other inspections between two days of one of these bodies for one of these documents. */
export async function listRepeats(
  db: Db,
  of: {
    readonly id: string
    readonly bodyIds: readonly string[]
    readonly documentIds: readonly string[]
    readonly after: PlainDate
    readonly before: PlainDate
  },
): Promise<readonly Repeat[]> {
  const { rows } = await sql<Repeat>`select distinct i.title, i.from_day as "fromDay", b.body_id as "bodyId",
      s.document_id as "documentId" from ledger_inspection i join ledger_inspection_body b on b.inspection_id = i.id
      join ledger_inspection_subject s on s.inspection_id = i.id
    where i.id <> ${of.id} and i.from_day > ${of.after} and i.from_day < ${of.before}
      and b.body_id = any(${of.bodyIds}::uuid[]) and s.document_id = any(${of.documentIds}::uuid[])
    order by i.from_day, i.title limit 20`.execute(db)
  return rows
}

export interface KeptFile {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly bytes: number
}

export async function insertInspectionFile(tx: Tx, row: { inspectionId: string; fileId: string }): Promise<void> {
  await tx
    .insertInto('ledger_inspection_file')
    .values({ inspection_id: row.inspectionId, file_id: row.fileId })
    .execute()
}

export async function listInspectionFiles(db: Db, inspectionId: string): Promise<readonly KeptFile[]> {
  const { rows } = await sql<KeptFile>`select f.id, f.name, f.kind, f.bytes from ledger_inspection_file i
    join stored_file f on f.id = i.file_id where i.inspection_id = ${inspectionId} order by f.kept_at, f.id`.execute(db)
  return rows
}
