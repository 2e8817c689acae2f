import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Composition, CompositionContent } from './model.ts'

const columns = sql`id, title, year, number, serial, month, published_on as "publishedOn", sponsor, publisher, sections, acts,
  chronicle, state, composed_by as "composedBy", composed_name as "composedName", composed_on as "composedOn",
  reviewed_by as "reviewedBy", reviewed_name as "reviewedName", reviewed_on as "reviewedOn",
  reviewed_digest as "reviewedDigest", void_reason as "voidReason", version`

/** Newest first. */
export async function listCompositions(db: Db): Promise<readonly Composition[]> {
  const { rows } = await sql<Composition>`select ${columns} from gazette_composition
    order by year desc, number desc, id desc limit 500`.execute(db)
  return rows
}

export async function findComposition(db: Db, id: string): Promise<Composition | undefined> {
  const { rows } = await sql<Composition>`select ${columns} from gazette_composition where id = ${id}`.execute(db)
  return rows[0]
}

export async function lockComposition(tx: Tx, id: string): Promise<Composition | undefined> {
  const { rows } =
    await sql<Composition>`select ${columns} from gazette_composition where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function findOpen(db: Db): Promise<Composition | undefined> {
  const { rows } = await sql<Composition>`select ${columns} from gazette_composition
    where state in ('draft', 'reviewed')`.execute(db)
  return rows[0]
}

type Composed = { readonly by: string | null; readonly name: string; readonly on: PlainDate }

export type NewComposition = CompositionContent &
  Pick<Composition, 'id' | 'title' | 'year' | 'number' | 'serial' | 'sponsor' | 'publisher'> & {
    readonly composed: Composed
  }

/** False when the id is known, another issue is open, or the number is taken. */
export async function insertComposition(tx: Tx, row: NewComposition): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`insert into gazette_composition (id, title, year, number, serial, month,
      published_on, sponsor, publisher, sections, acts, chronicle, composed_by, composed_name, composed_on)
    values (${row.id}, ${row.title}, ${row.year}, ${row.number}, ${row.serial}, ${row.month}::date,
      ${row.publishedOn}::date, ${row.sponsor}, ${row.publisher}, ${JSON.stringify(row.sections)}::jsonb,
      ${JSON.stringify(row.acts)}::jsonb, ${JSON.stringify(row.chronicle)}::jsonb, ${row.composed.by}::uuid,
      ${row.composed.name}, ${row.composed.on}::date)
    on conflict do nothing returning id`.execute(tx)
  return rows.length > 0
}

/** A new content is a draft of whoever saved it, reviewed by nobody. */
export async function updateContent(
  tx: Tx,
  row: CompositionContent & { readonly id: string; readonly composed: Composed },
): Promise<void> {
  await sql`update gazette_composition set month = ${row.month}::date, published_on = ${row.publishedOn}::date,
      sections = ${JSON.stringify(row.sections)}::jsonb, acts = ${JSON.stringify(row.acts)}::jsonb,
      chronicle = ${JSON.stringify(row.chronicle)}::jsonb, state = 'draft', composed_by = ${row.composed.by}::uuid,
      composed_name = ${row.composed.name}, composed_on = ${row.composed.on}::date, reviewed_by = null,
      reviewed_name = null, reviewed_on = null, reviewed_digest = null, version = version + 1
    where id = ${row.id}`.execute(tx)
}

export async function setReviewed(
  tx: Tx,
  row: Composed & { readonly id: string; readonly digest: string },
): Promise<void> {
  await sql`update gazette_composition set state = 'reviewed', reviewed_by = ${row.by}::uuid, reviewed_name = ${row.name},
      reviewed_on = ${row.on}::date, reviewed_digest = ${row.digest}, version = version + 1 where id = ${row.id}`.execute(
    tx,
  )
}

/** The review no longer stands, because what was reviewed has changed. */
export async function clearReview(tx: Tx, id: string): Promise<void> {
  await sql`update gazette_composition set state = 'draft', reviewed_by = null, reviewed_name = null, reviewed_on = null,
      reviewed_digest = null, version = version + 1 where id = ${id}`.execute(tx)
}

export async function setVoid(tx: Tx, { id, reason }: { readonly id: string; readonly reason: string }): Promise<void> {
  await sql`update gazette_composition set state = 'void', void_reason = ${reason}, version = version + 1
    where id = ${id}`.execute(tx)
}

export async function setSigned(tx: Tx, id: string): Promise<void> {
  await sql`update gazette_composition set state = 'signed', version = version + 1 where id = ${id}`.execute(tx)
}

/** The last number of a year and the last serial up to it, of issues on record and composed; the newest issue's names. */
export async function lastNumbers(
  db: Db,
  year: number,
): Promise<{
  readonly number: number
  readonly serial: number | null
  readonly title: string | null
  readonly sponsor: string | null
  readonly publisher: string | null
}> {
  const { rows } = await sql<{
    number: number | null
    serial: number | null
    title: string | null
    sponsor: string | null
    publisher: string | null
  }>`
    with numbered as (
      select year, number, serial from gazette_issue
      union all select year, number, serial from gazette_composition where state <> 'void'),
    newest as (select title, sponsor, publisher from gazette_issue
      order by year desc nulls last, number desc nulls last limit 1)
    select (select max(number) from numbered where year = ${year}) as number,
      (select max(serial) from numbered where year <= ${year}) as serial, newest.title, newest.sponsor, newest.publisher
    from (select 1) one left join newest on true`.execute(db)
  const [row] = rows
  return {
    number: row?.number ?? 0,
    serial: row?.serial ?? null,
    title: row?.title ?? null,
    sponsor: row?.sponsor ?? null,
    publisher: row?.publisher ?? null,
  }
}
