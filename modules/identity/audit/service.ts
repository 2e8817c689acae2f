import { bodyNames } from '@guangyue/modules/organisations'
import { type AuditReport, verifyAudit } from '@guangyue/platform/audit'
import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { actName } from './act-names.ts'
import type { AuditFilter, AuditRecord } from './api.ts'
import { csvOf } from './csv.ts'
import * as store from './store.ts'

const PAGE = 100
const MOST_EXPORTED = 100_000

export interface AuditList {
  readonly records: AuditRecord[]
  readonly next: number | null
  readonly seals: number
  readonly sealedAt: string | null
  readonly unsealed: number
  readonly actions: { action: string; name: string }[]
}

/** A page of the audit, newest first, with how far it is sealed. */
export async function readAudit(ctx: Ctx, filter: AuditFilter & { before?: number }): Promise<AuditList> {
  ctx.require('identity.read-audit')
  const before = filter.before ?? null
  const found = await store.listRecords(ctx.db, { filter, zone: ctx.city.facts.zone, before, limit: PAGE + 1 })
  const shown = found.slice(0, PAGE)
  const names = await thingNames(ctx, shown)
  const records = shown.map((row) => ({
    ...row,
    actionName: actName(row.action),
    thingName: names.get(row.thing) ?? null,
  }))
  return {
    records,
    next: found.length > PAGE ? (records.at(-1)?.id ?? null) : null,
    ...(await store.sealState(ctx.db)),
    actions: (await store.listActions(ctx.db)).map((action) => ({ action, name: actName(action) })),
  }
}

/** Names of the accounts and bodies among the things acted on, by kind and id. */
async function thingNames(ctx: Ctx, rows: readonly store.AuditRow[]): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string) => [
    ...new Set(rows.flatMap(({ thing }) => (thing.startsWith(`${kind}/`) ? thing.slice(kind.length + 1) : []))),
  ]
  const accounts = await store.findAccountNames(ctx.db, idsOf('account'))
  const bodies = await bodyNames(ctx.db, idsOf('body'), ctx.today)
  return new Map([
    ...[...accounts].map(([id, name]) => [`account/${id}`, name] as const),
    ...[...bodies].map(([id, { short }]) => [`body/${id}`, short] as const),
  ])
}

/** The filtered audit as a table; taking it out is itself audited. */
export async function exportAudit(ctx: Ctx, filter: AuditFilter): Promise<Download> {
  ctx.require('identity.read-audit')
  const page = { filter, zone: ctx.city.facts.zone, before: null, limit: MOST_EXPORTED }
  const records = await store.listRecords(ctx.db, page)
  await ctx.transact((tx) =>
    ctx.audit(tx, 'identity.export-audit', { thing: `city/${ctx.city.key}`, after: { records: records.length } }),
  )
  const head = [
    '编号',
    '法定时间',
    '机器时间',
    '办理人',
    '事项',
    '代码',
    '对象',
    '依据',
    '理由',
    '改前摘要',
    '改后摘要',
    '封签',
  ]
  const rows = records.map((record) => [
    record.id,
    record.legalAt,
    record.machineAt,
    record.actor,
    actName(record.action),
    record.action,
    record.thing,
    record.basis,
    record.reason,
    record.beforeDigest,
    record.afterDigest,
    record.sealed ? '已封签' : '待封签',
  ])
  const mark = ctx.city.demonstration ? '演示数据-' : ''
  return {
    name: `${mark}审计记录-${ctx.today}.csv`,
    type: 'text/csv; charset=utf-8',
    body: Buffer.from(csvOf([head, ...rows])),
  }
}

/** Recomputes the whole chain; that it was asked for is audited. */
export async function checkAudit(ctx: Ctx): Promise<AuditReport> {
  ctx.require('identity.read-audit')
  const report = await verifyAudit(ctx.db)
  await ctx.transact((tx) =>
    ctx.audit(tx, 'identity.verify-audit', { thing: `city/${ctx.city.key}`, after: { faults: report.faults.length } }),
  )
  return report
}
