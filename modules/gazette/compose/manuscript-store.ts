import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { foldCitation } from '../model.ts'
import type { Manuscript, ManuscriptContent } from './model.ts'

const columns = sql`m.id, m.thing, m.section, m.number, m.title, m.issuer, m.signed_on as "signedOn", m.addressees, m.body,
  m.annex, m.withdrawn, m.written_by as "writtenBy", m.written_name as "writtenName", m.written_at as "writtenAt", m.version,
  case when c.id is null then null else c.year || '年第' || c.number || '期' end as "printedIn"`
const from = sql`gazette_manuscript m left join gazette_printing p on p.manuscript_id = m.id
  left join gazette_composition c on c.id = p.composition_id`

/** Those not printed first, then the newest. */
export async function listManuscripts(db: Db): Promise<readonly Manuscript[]> {
  const { rows } = await sql<Manuscript>`select ${columns} from ${from}
    order by (c.id is not null), m.withdrawn, m.signed_on desc nulls first, m.id desc limit 1000`.execute(db)
  return rows
}

export async function manuscriptsById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Manuscript>> {
  const { rows } = await sql<Manuscript>`select ${columns} from ${from} where m.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export async function findManuscript(db: Db, id: string): Promise<Manuscript | undefined> {
  return (await manuscriptsById(db, [id])).get(id)
}

/** Holds the row until the transaction ends. What an issue printed while another held it is seen: it is read after that. */
export async function lockManuscript(
  tx: Tx,
  by: { readonly id: string } | { readonly thing: string },
): Promise<Manuscript | undefined> {
  const where = 'id' in by ? sql`m.id = ${by.id}` : sql`m.thing = ${by.thing}`
  await sql`select 1 from gazette_manuscript m where ${where} for update`.execute(tx)
  const { rows } = await sql<Manuscript>`select ${columns} from ${from} where ${where}`.execute(tx)
  return rows[0]
}

/** Holds them as they are until the transaction ends. */
export async function holdManuscripts(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select 1 from gazette_manuscript where id = any(${ids}::uuid[]) order by id for no key update`.execute(tx)
}

export interface Writing {
  readonly by: string | null
  readonly name: string
  readonly at: string
}

/** `taken`: another has the number. `known`: the id or the thing is there already. */
export type Written = 'done' | 'taken' | 'known'

export async function insertManuscript(
  tx: Tx,
  row: ManuscriptContent & { readonly id: string; readonly thing: string | null; readonly writing: Writing },
): Promise<Written> {
  const { by, name, at } = row.writing
  if (await isNumberTaken(tx, row)) return 'taken'
  const { rows } = await sql<{
    id: string
  }>`insert into gazette_manuscript (id, thing, section, number, folded_number, title,
      issuer, signed_on, addressees, body, annex, written_by, written_name, written_at)
    values (${row.id}, ${row.thing}, ${row.section}, ${row.number}, ${folded(row.number)}, ${row.title}, ${row.issuer},
      ${row.signedOn}::date, ${row.addressees}, ${row.body}, ${row.annex}, ${by}::uuid, ${name}, ${at}::timestamptz)
    on conflict do nothing returning id`.execute(tx)
  if (rows.length > 0) return 'done'
  return (await isNumberTaken(tx, row)) ? 'taken' : 'known'
}

/** Gives a manuscript another text; false when another has its number. */
export async function updateManuscript(
  tx: Tx,
  row: ManuscriptContent & { readonly id: string; readonly writing: Writing },
): Promise<boolean> {
  if (await isNumberTaken(tx, row)) return false
  const { by, name, at } = row.writing
  await sql`update gazette_manuscript set section = ${row.section}, number = ${row.number},
      folded_number = ${folded(row.number)}, title = ${row.title}, issuer = ${row.issuer}, signed_on = ${row.signedOn}::date,
      addressees = ${row.addressees}, body = ${row.body}, annex = ${row.annex}, withdrawn = false, written_by = ${by}::uuid,
      written_name = ${name}, written_at = ${at}::timestamptz, version = version + 1
    where id = ${row.id}`.execute(tx)
  return true
}

export async function setWithdrawn(
  tx: Tx,
  { id, withdrawn }: { readonly id: string; readonly withdrawn: boolean },
): Promise<void> {
  await sql`update gazette_manuscript set withdrawn = ${withdrawn}, version = version + 1 where id = ${id}`.execute(tx)
}

/** One writer of manuscripts at a time in a city. */
export async function lockManuscripts(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('gazette.manuscript'), hashtext(current_schema()))`.execute(tx)
}

/** Whether another manuscript that is not withdrawn has the number; so it stays until the transaction ends. */
export async function isNumberTaken(
  tx: Tx,
  { id, number }: { readonly id: string; readonly number: string | null },
): Promise<boolean> {
  if (number === null) return false
  await lockManuscripts(tx)
  const { rows } = await sql`select 1 from gazette_manuscript
    where folded_number = ${folded(number)} and not withdrawn and id <> ${id}`.execute(tx)
  return rows.length > 0
}

/** Documents of these numbers whose text an issue has printed: folded number → that label. */
export async function numbersPrinted(db: Db, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ number: string; label: string }>`select d.folded_number as number, i.label
    from gazette_document d join gazette_issue i on i.id = d.issue_id
    where d.text_version > 0 and d.folded_number = any(${numbers.map(foldCitation)})`.execute(db)
  return new Map(rows.map(({ number, label }) => [number, label]))
}

/** Sections that were used, the newest first, to be proposed. */
export async function sectionsUsed(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ section: string }>`select section from gazette_manuscript group by section
    order by max(written_at) desc limit 12`.execute(db)
  return rows.map(({ section }) => section)
}

function folded(number: string | null): string | null {
  return number === null ? null : foldCitation(number)
}
