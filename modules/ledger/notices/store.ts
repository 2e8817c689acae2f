import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { lightSql } from '../store/task-list.ts'
import type { NoticeContent, NoticeKind } from './content.ts'

export type NoticeState = 'draft' | 'reviewed' | 'issued'

export interface Notice {
  readonly id: string
  readonly kind: NoticeKind
  readonly periodId: string | null
  readonly month: PlainDate | null
  readonly bodyIds: readonly string[]
  readonly content: NoticeContent
  readonly series: string
  readonly state: NoticeState
  readonly draftedBy: string | null
  readonly draftedName: string
  readonly draftedOn: PlainDate
  readonly reviewedName: string | null
  readonly reviewedOn: PlainDate | null
  readonly year: number | null
  readonly serial: number | null
  readonly issuedName: string | null
  readonly issuedOn: PlainDate | null
  readonly docxFileId: string | null
  readonly pdfFileId: string | null
  readonly published: boolean
  readonly version: number
}

const columns = sql`n.id, n.kind, n.period_id as "periodId", p.month, n.body_ids as "bodyIds", n.content, n.series, n.state,
  n.drafted_by as "draftedBy", n.drafted_name as "draftedName", n.drafted_on as "draftedOn",
  n.reviewed_name as "reviewedName", n.reviewed_on as "reviewedOn", n.year, n.serial, n.issued_name as "issuedName",
  n.issued_on as "issuedOn", n.docx_file_id as "docxFileId", n.pdf_file_id as "pdfFileId", n.published, n.version`
const from = sql`ledger_notice n left join ledger_period p on p.id = n.period_id`

export interface NoticeFilter {
  readonly kind?: NoticeKind
  readonly state?: NoticeState
  readonly published?: true
  /** Addressed to at least one of these bodies; null for all. */
  readonly bodies: readonly string[] | null
}

/** Those not issued first, then the newest. */
export async function listNotices(db: Db, filter: NoticeFilter): Promise<readonly Notice[]> {
  const { kind = null, state = null, published = null, bodies } = filter
  const { rows } = await sql<Notice>`select ${columns} from ${from}
    where (${kind}::text is null or n.kind = ${kind}) and (${state}::text is null or n.state = ${state})
      and (${published}::boolean is null or n.published) and (${bodies}::uuid[] is null or n.body_ids && ${bodies}::uuid[])
    order by n.issued_on desc nulls first, n.year desc, n.series, n.serial desc, n.drafted_on desc, n.id desc`.execute(
    db,
  )
  return rows
}

export async function findNotice(db: Db, id: string): Promise<Notice | undefined> {
  const { rows } = await sql<Notice>`select ${columns} from ${from} where n.id = ${id}`.execute(db)
  return rows[0]
}

export async function lockNotice(tx: Tx, id: string): Promise<Notice | undefined> {
  const { rows } = await sql<Notice>`select ${columns} from ${from} where n.id = ${id} for update of n`.execute(tx)
  return rows[0]
}

/** False when the id is known. */
export async function insertNotice(
  tx: Tx,
  row: Pick<
    Notice,
    'id' | 'kind' | 'periodId' | 'bodyIds' | 'content' | 'series' | 'draftedBy' | 'draftedName' | 'draftedOn'
  >,
): Promise<boolean> {
  const result = await sql`insert into ledger_notice (id, kind, period_id, body_ids, content, series, drafted_by,
      drafted_name, drafted_on)
    values (${row.id}, ${row.kind}, ${row.periodId}, ${row.bodyIds}::uuid[], ${JSON.stringify(row.content)}::jsonb,
      ${row.series}, ${row.draftedBy}, ${row.draftedName}, ${row.draftedOn}) on conflict do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

/** A new text is a draft of whoever wrote it, reviewed by nobody. */
export async function updateText(
  tx: Tx,
  row: Pick<Notice, 'id' | 'content' | 'series' | 'draftedBy' | 'draftedName' | 'draftedOn'>,
): Promise<void> {
  await sql`update ledger_notice set content = ${JSON.stringify(row.content)}::jsonb, series = ${row.series},
      state = 'draft', drafted_by = ${row.draftedBy}, drafted_name = ${row.draftedName}, drafted_on = ${row.draftedOn},
      reviewed_by = null, reviewed_name = null, reviewed_on = null, written = default, version = version + 1
    where id = ${row.id}`.execute(tx)
}

export async function setReviewed(
  tx: Tx,
  row: { readonly id: string; readonly by: string | null; readonly name: string; readonly on: PlainDate },
): Promise<void> {
  await sql`update ledger_notice set state = 'reviewed', reviewed_by = ${row.by}, reviewed_name = ${row.name},
      reviewed_on = ${row.on}, version = version + 1 where id = ${row.id}`.execute(tx)
}

/**
 * The next serial of a series in a year. Its row stays locked until the transaction ends, so that whoever comes at the
 * same time waits, and a number that is not used in the end was never given.
 */
export async function takeSerial(
  tx: Tx,
  { series, year }: { readonly series: string; readonly year: number },
): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into ledger_notice_series as s (series, year, last)
    values (${series}, ${year}, 1)
    on conflict (series, year) do update set last = s.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

export async function setIssued(
  tx: Tx,
  row: {
    readonly id: string
    readonly year: number
    readonly serial: number
    readonly name: string
    readonly on: PlainDate
    readonly docx: string
    readonly pdf: string
  },
): Promise<void> {
  await sql`update ledger_notice set state = 'issued', year = ${row.year}, serial = ${row.serial},
      issued_name = ${row.name}, issued_on = ${row.on}, docx_file_id = ${row.docx}, pdf_file_id = ${row.pdf},
      version = version + 1 where id = ${row.id}`.execute(tx)
}

export async function setPublished(
  tx: Tx,
  { id, published }: { readonly id: string; readonly published: boolean },
): Promise<void> {
  await sql`update ledger_notice set published = ${published}, version = version + 1 where id = ${id}`.execute(tx)
}

/** The series of the text that was written last. */
export async function lastSeries(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ series: string }>`select series from ledger_notice
    order by written desc limit 1`.execute(db)
  return rows[0]?.series
}

export interface UnitDue {
  readonly bodyId: string
  readonly overdue: number
  readonly near: number
}

/** Units that lead open tasks which are overdue or near their day. */
export async function listUnitsDue(db: Db, today: PlainDate): Promise<readonly UnitDue[]> {
  const { rows } =
    await sql<UnitDue>`select p.body_id as "bodyId", count(*) filter (where l.light = 'red')::int as overdue,
      count(*) filter (where l.light = 'yellow')::int as near
    from (select t.id, ${lightSql(today)} as light from ledger_task t
        where t.state in ('assigned', 'in-progress', 'returned', 'reported')) l
      join ledger_task_party p on p.task_id = l.id and p.role = 'lead' and p.body_id is not null
    where l.light in ('red', 'yellow') group by p.body_id order by overdue desc, near desc, p.body_id`.execute(db)
  return rows
}
