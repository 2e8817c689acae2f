import type { Db } from '@guangyue/platform/db'
import { type SqlBool, sql } from 'kysely'
import type { AuditFilter, AuditRecord } from './api.ts'

export type AuditRow = Omit<AuditRecord, 'actionName' | 'thingName'>

export interface AuditPage {
  readonly filter: AuditFilter
  /** The city's time zone, in which days are meant. */
  readonly zone: string
  readonly before: number | null
  readonly limit: number
}

/** Records that the filter lets through, newest first. An actor is found by part of the name, a thing by its beginning. */
export async function listRecords(db: Db, page: AuditPage): Promise<readonly AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select r.id, r.legal_at as "legalAt", r.machine_at as "machineAt",
      case r.actor_kind when 'system' then '系统' when 'anyone' then '访客' else coalesce(a.name, '（已无此账号）') end as actor,
      r.action, r.thing, r.basis, r.reason, r.before_digest as "beforeDigest", r.after_digest as "afterDigest",
      coalesce(r.era < s.era or (r.era = s.era and r.txid <= s.through_txid), false) as sealed
    from audit_record r left join account a on a.id = r.actor_id
    left join (select era, through_txid from audit_seal order by id desc limit 1) s on true
    where ${sql.join(conditions(page), sql` and `)}
    order by r.id desc limit ${page.limit}`.execute(db)
  return rows
}

/** Names of accounts, by id. */
export async function findAccountNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function listActions(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ action: string }>`
    with recursive known as (
      (select action from audit_record order by action limit 1)
      union all
      select (select action from audit_record where action > k.action order by action limit 1) from known k where k.action is not null)
    select action from known where action is not null`.execute(db)
  return rows.map(({ action }) => action)
}

export async function sealState(db: Db): Promise<{ seals: number; sealedAt: string | null; unsealed: number }> {
  const { rows } = await sql<{ seals: number; sealedAt: string | null; unsealed: number }>`
    with last as (select id, era, through_txid, sealed_at from audit_seal order by id desc limit 1)
    select coalesce((select id from last), 0)::int as seals, (select sealed_at from last) as "sealedAt",
      (select count(*) from audit_record r where not exists (
        select 1 from last l where r.era < l.era or (r.era = l.era and r.txid <= l.through_txid)))::int as unsealed`.execute(
    db,
  )
  return rows[0] ?? { seals: 0, sealedAt: null, unsealed: 0 }
}

function conditions({ filter, zone, before }: AuditPage) {
  const all = [sql<SqlBool>`true`]
  if (before !== null) all.push(sql`r.id < ${before}`)
  if (filter.action) all.push(sql`r.action = ${filter.action}`)
  if (filter.thing) all.push(sql`r.thing like ${`${likePart(filter.thing)}%`}`)
  if (filter.from) all.push(sql`r.legal_at >= (${filter.from}::date)::timestamp at time zone ${zone}`)
  if (filter.to) all.push(sql`r.legal_at < (${filter.to}::date + 1)::timestamp at time zone ${zone}`)
  if (filter.actor) {
    const part = `%${likePart(filter.actor)}%`
    all.push(
      filter.actor === '系统'
        ? sql`r.actor_kind = 'system'`
        : sql`r.actor_id in (select id from account where name like ${part} or username like ${part})`,
    )
  }
  return all
}

function likePart(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
