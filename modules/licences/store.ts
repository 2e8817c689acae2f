import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Field, Holder, StoredState } from './model.ts'
import type { Signatures } from './signed-file.ts'

export interface Licence {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly number: string
  readonly code: string
  /** Key of the body that issued it, and its name on that day. */
  readonly body: string
  readonly issuer: string
  readonly accountId: string | null
  readonly holder: Holder
  readonly fields: readonly Field[]
  readonly basis: string
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
  readonly signedText: string
  readonly signatures: Signatures
  readonly issuedAt: string
  readonly state: StoredState
  readonly version: number
}

const columns = sql`id, type, name, number, code, body, issuer, account_id as "accountId", holder, fields, basis,
  valid_from as "validFrom", valid_to as "validTo", signed_text as "signedText", signatures, issued_at as "issuedAt",
  state, version`

export async function findLicence(
  db: Db,
  by: { readonly id: string } | { readonly code: string } | { readonly issueKey: string },
): Promise<Licence | undefined> {
  const where =
    'id' in by ? sql`id = ${by.id}` : 'code' in by ? sql`code = ${by.code}` : sql`issue_key = ${by.issueKey}`
  return (await sql<Licence>`select ${columns} from licence where ${where}`.execute(db)).rows[0]
}

/** The licences that an account holds, the newest first. */
export async function listHeld(db: Db, accountId: string): Promise<readonly Licence[]> {
  const { rows } = await sql<Licence>`select ${columns} from licence where account_id = ${accountId}
    order by issued_at desc, number desc`.execute(db)
  return rows
}

/** Who issues under the same key waits here until the other is done. */
export async function waitForIssue(tx: Tx, issueKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`licence ${issueKey}`}, 0))`.execute(tx)
}

/** The next number of a type and year; others wait until this transaction ends, so that none is left out. */
export async function nextSerial(tx: Tx, type: string, year: number): Promise<number> {
  const { rows } = await sql<{
    last: number
  }>`insert into licence_number (type, year, last) values (${type}, ${year}, 1)
    on conflict (type, year) do update set last = licence_number.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

export interface NewLicence extends Omit<Licence, 'state' | 'version'> {
  readonly issueKey: string
  readonly year: number
  readonly serial: number
  readonly itemVersion: string
}

export async function insertLicence(tx: Tx, row: NewLicence): Promise<void> {
  await sql`insert into licence (id, issue_key, type, name, year, serial, number, code, body, issuer, account_id, holder, fields,
      basis, item_version, valid_from, valid_to, signed_text, signatures, issued_at, state, version)
    values (${row.id}, ${row.issueKey}, ${row.type}, ${row.name}, ${row.year}, ${row.serial}, ${row.number}, ${row.code},
      ${row.body}, ${row.issuer}, ${row.accountId}, ${JSON.stringify(row.holder)}::jsonb, ${JSON.stringify(row.fields)}::jsonb,
      ${row.basis}, ${row.itemVersion}, ${row.validFrom}, ${row.validTo}, ${row.signedText},
      ${JSON.stringify(row.signatures)}::jsonb, ${row.issuedAt}, 'valid', 1)`.execute(tx)
}

export interface NewAct {
  readonly licenceId: string
  readonly number: number
  readonly type: string
  readonly reason: string
  readonly at: string
  readonly actorId: string | null
  readonly actorName: string
}

/** False when another was quicker: the number is taken. */
export async function insertAct(tx: Tx, row: NewAct): Promise<boolean> {
  const done = await sql`insert into licence_act (licence_id, number, type, reason, at, actor_id, actor_name)
    values (${row.licenceId}, ${row.number}, ${row.type}, ${row.reason}, ${row.at}, ${row.actorId}, ${row.actorName})
    on conflict (licence_id, number) do nothing`.execute(tx)
  return done.numAffectedRows === 1n
}

export async function updateState(tx: Tx, id: string, state: StoredState, version: number): Promise<void> {
  await tx.updateTable('licence').set({ state, version }).where('id', '=', id).execute()
}

export async function insertRelease(
  tx: Tx,
  row: { readonly id: string; readonly licenceId: string; readonly fields: readonly string[]; readonly until: string },
  at: string,
): Promise<void> {
  await sql`insert into licence_release (id, licence_id, fields, until, released_at)
    values (${row.id}, ${row.licenceId}, ${row.fields}, ${row.until}, ${at})`.execute(tx)
}

/** Ends every release of a licence that still runs. */
export async function endReleases(tx: Tx, licenceId: string, at: string): Promise<void> {
  await sql`update licence_release set withdrawn_at = ${at} where licence_id = ${licenceId} and withdrawn_at is null`.execute(
    tx,
  )
}

/** The release that runs at an instant; the newest counts. */
export async function runningRelease(
  db: Db,
  licenceId: string,
  at: string,
): Promise<{ readonly fields: readonly string[]; readonly until: string } | undefined> {
  const { rows } = await sql<{ fields: string[]; until: string }>`select fields, until from licence_release
    where licence_id = ${licenceId} and withdrawn_at is null and until > ${at}
    order by released_at desc, id desc limit 1`.execute(db)
  return rows[0]
}

export interface Showing {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly fields: readonly string[]
}

export async function insertShowing(tx: Tx, row: Showing & { readonly licenceId: string }): Promise<void> {
  await sql`insert into licence_showing (id, licence_id, at, who, fields)
    values (${row.id}, ${row.licenceId}, ${row.at}, ${row.who}, ${row.fields})`.execute(tx)
}

/** The newest showings first. */
export async function listShowings(db: Db, licenceId: string): Promise<readonly Showing[]> {
  const { rows } = await sql<Showing>`select id, at, who, fields from licence_showing where licence_id = ${licenceId}
    order by at desc, id desc limit 100`.execute(db)
  return rows
}
