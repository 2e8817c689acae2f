import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { FindingState, InspectionKind } from './model.ts'
import type { KeptFile, Reach } from './store.ts'

export interface Finding {
  readonly id: string
  readonly inspectionId: string
  readonly number: number
  readonly text: string
  readonly basis: string | null
  readonly taskId: string | null
  readonly bodyId: string
  readonly termDays: number | null
  readonly due: PlainDate
  readonly foundOn: PlainDate
  readonly foundName: string
  readonly state: FindingState
  readonly mendWords: string
  readonly mendBy: string | null
  readonly mendName: string | null
  readonly signedName: string | null
  readonly signedOn: PlainDate | null
  readonly verifiedName: string | null
  readonly verifiedOn: PlainDate | null
  readonly closedOn: PlainDate | null
  readonly version: number
  /** Of the inspection that it belongs to. */
  readonly inspection: string
  readonly kind: InspectionKind
  readonly verifierBodyId: string | null
  readonly graceDays: number
  /** Of the task, where it has one. */
  readonly title: string | null
  readonly documentId: string | null
  readonly path: readonly string[]
}

const columns = sql`f.id, f.inspection_id as "inspectionId", f.number, f.text, f.basis, f.task_id as "taskId",
  f.body_id as "bodyId", f.term_days as "termDays", f.due, f.found_on as "foundOn", f.found_name as "foundName", f.state,
  f.mend_words as "mendWords", f.mend_by as "mendBy", f.mend_name as "mendName", f.signed_name as "signedName",
  f.signed_on as "signedOn", f.verified_name as "verifiedName", f.verified_on as "verifiedOn", f.closed_on as "closedOn",
  f.version, i.title as inspection, i.kind, i.verifier_body_id as "verifierBodyId", i.grace_days as "graceDays",
  t.title, m.document_id as "documentId", coalesce(m.path, '{}') as path`
const from = sql`ledger_finding f join ledger_inspection i on i.id = f.inspection_id
  left join ledger_task t on t.id = f.task_id left join ledger_measure m on m.id = t.measure_id`

export interface FindingFilter {
  readonly ids?: readonly string[]
  readonly inspectionId?: string | undefined
  readonly bodyId?: string | undefined
  readonly kind?: InspectionKind | undefined
  readonly states?: readonly FindingState[]
  readonly dueBefore?: string
  /** Null for all. */
  readonly reach: Reach | null
}

/** By inspection, newest first, and number. */
export async function listFindings(db: Db, filter: FindingFilter): Promise<readonly Finding[]> {
  const { reach } = filter
  const { rows } = await sql<Finding>`select ${columns} from ${from}
    where (${filter.ids ?? null}::uuid[] is null or f.id = any(${filter.ids ?? null}::uuid[]))
      and (${filter.inspectionId ?? null}::uuid is null or f.inspection_id = ${filter.inspectionId ?? null})
      and (${filter.bodyId ?? null}::uuid is null or f.body_id = ${filter.bodyId ?? null})
      and (${filter.kind ?? null}::text is null or i.kind = ${filter.kind ?? null})
      and (${filter.states ?? null}::text[] is null or f.state = any(${filter.states ?? null}::text[]))
      and (${filter.dueBefore ?? null}::date is null or f.due < ${filter.dueBefore ?? null})
      and (${reach === null}::boolean or f.body_id = any(${reach?.bodies ?? []}::uuid[])
        or i.verifier_body_id = any(${reach?.bodies ?? []}::uuid[])
        or exists (select from ledger_inspection_member k where k.inspection_id = i.id
          and k.account_id = ${reach?.accountId ?? null}))
    order by i.from_day desc, i.id desc, f.number limit 5000`.execute(db)
  return rows
}

/** One finding, locked until the transaction ends. */
export async function lockFinding(tx: Tx, id: string): Promise<Finding | undefined> {
  const { rows } = await sql<Finding>`select ${columns} from ${from} where f.id = ${id} for update of f`.execute(tx)
  return rows[0]
}

export type NewFinding = Pick<
  Finding,
  'id' | 'inspectionId' | 'text' | 'basis' | 'taskId' | 'bodyId' | 'termDays' | 'due' | 'foundOn' | 'foundName'
> & { readonly foundBy: string | null }

/** Gives it the next number of its inspection, which the caller has locked. False when the id is there already. */
export async function insertFinding(tx: Tx, row: NewFinding): Promise<boolean> {
  const result =
    await sql`insert into ledger_finding (id, inspection_id, number, text, basis, task_id, body_id, term_days,
      due, found_on, found_by, found_name)
    select ${row.id}, ${row.inspectionId}, coalesce(max(number), 0) + 1, ${row.text}, ${row.basis}, ${row.taskId}::uuid,
      ${row.bodyId}::uuid, ${row.termDays}::int, ${row.due}::date, ${row.foundOn}::date, ${row.foundBy}::uuid, ${row.foundName}
    from ledger_finding where inspection_id = ${row.inspectionId}
    on conflict (id) do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

export interface FindingChange {
  readonly id: string
  readonly state?: FindingState
  readonly due?: string
  readonly termDays?: number | null
  readonly mendWords?: string
  readonly mendBy?: string | null
  readonly mendName?: string | null
  readonly signedBy?: string | null
  readonly signedName?: string | null
  readonly signedOn?: string | null
  readonly verifiedName?: string | null
  readonly verifiedOn?: string | null
  readonly closedOn?: string | null
}

/** Changes one finding, which the caller has locked; its version is the next one. */
export async function updateFinding(tx: Tx, { id, ...change }: FindingChange): Promise<void> {
  const values = {
    state: change.state,
    due: change.due,
    term_days: change.termDays,
    mend_words: change.mendWords,
    mend_by: change.mendBy,
    mend_name: change.mendName,
    signed_by: change.signedBy,
    signed_name: change.signedName,
    signed_on: change.signedOn,
    verified_name: change.verifiedName,
    verified_on: change.verifiedOn,
    closed_on: change.closedOn,
  }
  await tx
    .updateTable('ledger_finding')
    .set(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)))
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export type FilePart = 'found' | 'mended'

export async function insertFindingFile(
  tx: Tx,
  row: { readonly findingId: string; readonly fileId: string; readonly part: FilePart },
): Promise<void> {
  await tx
    .insertInto('ledger_finding_file')
    .values({ finding_id: row.findingId, file_id: row.fileId, part: row.part })
    .execute()
}

export async function deleteFindingFile(
  tx: Tx,
  row: { readonly findingId: string; readonly fileId: string; readonly part: FilePart },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('ledger_finding_file')
    .where('finding_id', '=', row.findingId)
    .where('file_id', '=', row.fileId)
    .where('part', '=', row.part)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export async function listFindingFiles(
  db: Db,
  findingId: string,
): Promise<readonly (KeptFile & { readonly part: FilePart })[]> {
  const { rows } = await sql<KeptFile & { part: FilePart }>`select s.id, s.name, s.kind, s.bytes, f.part
    from ledger_finding_file f join stored_file s on s.id = f.file_id where f.finding_id = ${findingId}
    order by s.kept_at, s.id`.execute(db)
  return rows
}
