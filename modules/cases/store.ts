import type { PlainDate } from '@guangyue/kernel/calendar'
import type { CaseEvent } from '@guangyue/kernel/process'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Answers } from './form.ts'
import type { Part, Party, Projection } from './model.ts'

export type Channel = 'online' | 'window'

/** A case without its events. */
export interface CaseFile {
  readonly id: string
  readonly number: string
  readonly itemCode: string
  readonly itemName: string
  readonly itemVersionId: string
  readonly body: string
  readonly applicantId: string | null
  readonly party: Party
  readonly answers: Answers
  readonly channel: Channel
  readonly submittedAt: string
  readonly version: number
  readonly phase: Projection['phase']
  readonly stage: string | null
  readonly lastDay: PlainDate | null
  readonly nearDay: PlainDate | null
  readonly lawDay: PlainDate | null
  readonly paused: boolean
  readonly provisional: boolean
  readonly closed: boolean
}

const columns = sql`c.id, c.number, c.item_code as "itemCode", c.item_name as "itemName",
  c.item_version_id as "itemVersionId", c.body, c.applicant_id as "applicantId",
  c.party || jsonb_build_object('kind', c.party_kind, 'name', c.party_name) as party, c.answers, c.channel,
  c.submitted_at as "submittedAt", c.version, c.phase, c.stage, c.last_day as "lastDay", c.near_day as "nearDay",
  c.law_day as "lawDay", c.paused, c.provisional, c.closed`

export type NewCase = Omit<CaseFile, 'number' | keyof Projection> & { readonly day: PlainDate }

/** The number of the new case; undefined when the id is there already. The number is the day and a serial that runs on. */
export async function insertCase(tx: Tx, row: NewCase, projection: Projection): Promise<string | undefined> {
  const { kind, name, ...rest } = row.party
  const { rows } = await sql<{
    number: string
  }>`insert into case_file (id, serial, number, item_code, item_name, item_version_id,
      body, applicant_id, party_kind, party_name, party, answers, channel, submitted_at, version, phase, stage, last_day,
      near_day, law_day, paused, provisional, closed)
    select ${row.id}::uuid, serial, ${row.day.replaceAll('-', '')} || '-' || lpad(serial::text, 6, '0'), ${row.itemCode},
      ${row.itemName}, ${row.itemVersionId}::uuid, ${row.body}, ${row.applicantId}::uuid, ${kind}, ${name}, ${JSON.stringify(rest)}::jsonb,
      ${JSON.stringify(row.answers)}::jsonb, ${row.channel}, ${row.submittedAt}::timestamptz, ${projection.version}::int,
      ${projection.phase}, ${projection.stage}, ${projection.lastDay}::date, ${projection.nearDay}::date,
      ${projection.lawDay}::date, ${projection.paused}::boolean, ${projection.provisional}::boolean,
      ${projection.closed}::boolean
    from (select nextval(pg_get_serial_sequence('case_file', 'serial')) as serial) as next
    on conflict (id) do nothing returning number`.execute(tx)
  return rows[0]?.number
}

export async function findCase(db: Db, id: string): Promise<CaseFile | undefined> {
  const { rows } = await sql<CaseFile>`select ${columns} from case_file c where c.id = ${id}`.execute(db)
  return rows[0]
}

/** Writes what follows from the events of a case. */
export async function updateProjection(tx: Tx, id: string, projection: Projection): Promise<void> {
  await sql`update case_file set version = ${projection.version}, phase = ${projection.phase}, stage = ${projection.stage},
      last_day = ${projection.lastDay}::date, near_day = ${projection.nearDay}::date, law_day = ${projection.lawDay}::date,
      paused = ${projection.paused},
      provisional = ${projection.provisional}, closed = ${projection.closed}
    where id = ${id}`.execute(tx)
}

/** Day in lists of what has no last day. */
const NO_DAY = '9999-12-31'

export async function putParts(
  tx: Tx,
  { id, number }: Pick<CaseFile, 'id' | 'number'>,
  parts: readonly Part[],
): Promise<void> {
  const rows = parts.map((part) => ({ ...part, lastDay: part.lastDay ?? NO_DAY }))
  await sql`insert into case_part (case_id, unit, number, posts, last_day, near_day)
    select ${id}, unit, ${number}, posts, "lastDay", "nearDay" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(unit text, posts text[], "lastDay" date, "nearDay" date)
    on conflict (case_id, unit) do update set posts = excluded.posts, last_day = excluded.last_day,
      near_day = excluded.near_day`.execute(tx)
}

export async function listParts(db: Db, caseId: string): Promise<readonly Part[]> {
  const { rows } =
    await sql<Part>`select unit, posts, nullif(last_day, ${NO_DAY}::date) as "lastDay", near_day as "nearDay"
    from case_part where case_id = ${caseId} order by unit`.execute(db)
  return rows
}

export interface EventOnRecord {
  readonly at: string
  readonly actorName: string
  readonly event: CaseEvent
}

export async function listEvents(db: Db, caseId: string): Promise<readonly EventOnRecord[]> {
  const { rows } = await sql<EventOnRecord>`select at, actor_name as "actorName", content as event
    from case_event where case_id = ${caseId} order by number`.execute(db)
  return rows
}

export interface NewEvents {
  readonly caseId: string
  /** Number of the last event that was seen. */
  readonly after: number
  readonly at: string
  readonly actorId: string | null
  readonly actorName: string
  readonly events: readonly CaseEvent[]
}

/** False when another was quicker: the numbers are taken. */
export async function insertEvents(
  tx: Tx,
  { caseId, after, at, actorId, actorName, events }: NewEvents,
): Promise<boolean> {
  const result = await sql`insert into case_event (case_id, number, at, actor_id, actor_name, content)
    select ${caseId}, ${after}::int + ordinality, ${at}::timestamptz, ${actorId}::uuid, ${actorName}, value
    from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality
    on conflict (case_id, number) do nothing`.execute(tx)
  return result.numAffectedRows === BigInt(events.length)
}

export interface Note {
  readonly id: string
  readonly at: string
  readonly actorName: string
  readonly words: string
  readonly step: string | null
  readonly outcome: string | null
}

/** The same note sent again is one. */
export async function insertNote(
  tx: Tx,
  row: Note & { readonly caseId: string; readonly actorId: string | null },
): Promise<void> {
  await tx
    .insertInto('case_note')
    .values({
      id: row.id,
      case_id: row.caseId,
      at: row.at,
      actor_id: row.actorId,
      actor_name: row.actorName,
      words: row.words,
      step: row.step,
      outcome: row.outcome,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function listNotes(db: Db, caseId: string): Promise<readonly Note[]> {
  const { rows } = await sql<Note>`select id, at, actor_name as "actorName", words, step, outcome
    from case_note where case_id = ${caseId} order by at, id`.execute(db)
  return rows
}

export interface MaterialFile {
  readonly id: string
  readonly material: string
  readonly name: string
  readonly kind: string
  readonly bytes: number
}

export async function insertMaterial(
  tx: Tx,
  row: {
    readonly caseId: string
    readonly fileId: string
    readonly material: string
    readonly at: string
    readonly by: string | null
  },
): Promise<void> {
  await tx
    .insertInto('case_material')
    .values({ case_id: row.caseId, file_id: row.fileId, material: row.material, added_at: row.at, added_by: row.by })
    .execute()
}

/** False when it was not there. */
export async function deleteMaterial(
  tx: Tx,
  row: { readonly caseId: string; readonly fileId: string },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('case_material')
    .where('case_id', '=', row.caseId)
    .where('file_id', '=', row.fileId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Files of a case or draft in the order in which they came. */
export async function listMaterials(db: Db, caseId: string): Promise<readonly MaterialFile[]> {
  const { rows } = await sql<MaterialFile>`select s.id, m.material, s.name, s.kind, s.bytes
    from case_material m join stored_file s on s.id = m.file_id where m.case_id = ${caseId}
    order by m.added_at, s.id`.execute(db)
  return rows
}
