import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

/** A signed issue as it was recorded. */
export interface SignedIssue {
  readonly position: number
  readonly compositionId: string
  readonly issueId: string
  /** Key and label of the issue on record. */
  readonly key: string
  readonly label: string
  readonly content: string
  readonly contentHash: string
  readonly statement: string
  readonly hash: string
  readonly previous: string
  readonly signature: string
  readonly publicKey: string
  readonly sealId: number
  readonly seal: string
  readonly txtFileId: string
  readonly docxFileId: string
  readonly pdfFileId: string
  readonly pages: number
  readonly signedName: string
  readonly signedOn: PlainDate
}

const select = sql`select s.position, s.composition_id as "compositionId", s.issue_id as "issueId", i.key, i.label, s.content,
  s.content_hash as "contentHash", s.statement, s.hash, s.previous, s.signature, s.public_key as "publicKey",
  s.seal_id as "sealId", s.seal, s.txt_file_id as "txtFileId", s.docx_file_id as "docxFileId", s.pdf_file_id as "pdfFileId",
  s.pages, s.signed_name as "signedName", s.signed_on as "signedOn"
  from gazette_signed_issue s join gazette_issue i on i.id = s.issue_id`

/** The whole chain, first to last. */
export async function listSigned(db: Db): Promise<readonly SignedIssue[]> {
  return (await sql<SignedIssue>`${select} order by s.position`.execute(db)).rows
}

export async function findSigned(
  db: Db,
  by: { readonly compositionId: string } | { readonly issueId: string } | { readonly key: string },
): Promise<SignedIssue | undefined> {
  const where =
    'compositionId' in by
      ? sql`s.composition_id = ${by.compositionId}`
      : 'issueId' in by
        ? sql`s.issue_id = ${by.issueId}`
        : sql`i.key = ${by.key}`
  return (await sql<SignedIssue>`${select} where ${where}`.execute(db)).rows[0]
}

/** Where the chain ends now; undefined before the first issue. */
export async function lastSigned(db: Db): Promise<Pick<SignedIssue, 'position' | 'hash'> | undefined> {
  const { rows } = await sql<Pick<SignedIssue, 'position' | 'hash'>>`select position, hash from gazette_signed_issue
    order by position desc limit 1`.execute(db)
  return rows[0]
}

export type NewSignedIssue = Omit<SignedIssue, 'key' | 'label'> & {
  readonly signedBy: string | null
  readonly signedAt: string
}

/** False when another issue took the place in the chain. */
export async function insertSigned(tx: Tx, row: NewSignedIssue): Promise<boolean> {
  const { rows } =
    await sql`insert into gazette_signed_issue (position, composition_id, issue_id, content, content_hash,
      statement, hash, previous, signature, public_key, seal_id, seal, txt_file_id, docx_file_id, pdf_file_id, pages,
      signed_by, signed_name, signed_on, signed_at)
    values (${row.position}, ${row.compositionId}, ${row.issueId}, ${row.content}, ${row.contentHash}, ${row.statement},
      ${row.hash}, ${row.previous}, ${row.signature}, ${row.publicKey}, ${row.sealId}, ${row.seal}, ${row.txtFileId},
      ${row.docxFileId}, ${row.pdfFileId}, ${row.pages}, ${row.signedBy}::uuid, ${row.signedName}, ${row.signedOn}::date,
      ${row.signedAt}::timestamptz)
    on conflict do nothing returning position`.execute(tx)
  return rows.length > 0
}

/** Notes what the issue prints; false when one of them was printed before. */
export async function insertPrintings(
  tx: Tx,
  { compositionId, manuscripts }: { readonly compositionId: string; readonly manuscripts: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql`insert into gazette_printing (manuscript_id, composition_id)
    select id, ${compositionId}::uuid from unnest(${manuscripts}::uuid[]) id on conflict do nothing
    returning manuscript_id`.execute(tx)
  return rows.length === manuscripts.length
}
