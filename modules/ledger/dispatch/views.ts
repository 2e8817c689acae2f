import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import type { z } from 'zod'
import { TaskUnknown } from '../errors.ts'
import { citeOf } from '../service/cite.ts'
import { historyOf } from '../service/history.ts'
import { readKept } from '../service/kept-file.ts'
import { reachOf } from '../service/reach.ts'
import { roleIn } from '../service/task-role.ts'
import { unitNames } from '../service/unit-names.ts'
import { findDocuments } from '../store/documents.ts'
import { findMeasure } from '../store/measures.ts'
import { findTask, listTargets } from '../store/tasks.ts'
import type { getReportEndpoint, listDutiesEndpoint, reportDetail } from './api.ts'
import { countByUnit, type Duty, type DutyFilter, listDuties, listEscalations } from './duty-store.ts'
import { PeriodUnknown, ReportUnknown } from './errors.ts'
import { owing } from './model.ts'
import { type ReportRole, roleInReport } from './report-role.ts'
import * as store from './store.ts'

/** How dispatch runs, and every period, newest first. */
export async function periodsView(ctx: Ctx) {
  ctx.require('ledger.read')
  const [schemes, periods] = await Promise.all([store.listSchemes(ctx.db), store.listPeriods(ctx.db)])
  return { schemes: schemes.map((scheme) => ({ ...scheme })), periods: periods.map((period) => ({ ...period })) }
}

/** A period with how each unit stands in it; a department sees its own. */
export async function periodView(ctx: Ctx, id: string) {
  ctx.require('ledger.read')
  const period = await store.findPeriod(ctx.db, id)
  if (!period) throw new PeriodUnknown()
  const bodies = reachOf(ctx)
  const units = await countByUnit(ctx.db, { periodId: id, bodies })
  const escalations = (await listEscalations(ctx.db, { periodId: id })).filter(
    ({ bodyId }) => bodies === null || bodies.includes(bodyId),
  )
  const unitOf = await unitNames(ctx, [...units, ...escalations])
  return {
    ...period,
    units: units.map(({ bodyId, ...counts }) => ({ unit: unitOf(bodyId), ...counts })),
    escalations: escalations.map(({ bodyId, periodId: _, ...row }) => ({ unit: unitOf(bodyId), ...row })),
  }
}

/** One page of reports, as the actor's part in them asks. Without a period: of those that are open. */
export async function dutiesView(ctx: Ctx, query: z.output<NonNullable<typeof listDutiesEndpoint.query>>) {
  ctx.require('ledger.read')
  const { period, unit, as, states, page, limit, text } = query
  const open = period === undefined ? ({ open: true } as const) : { periodId: period }
  const filter: DutyFilter = {
    ...partOf(ctx, as),
    ...open,
    ...(states && { states }),
    text,
    limit,
    offset: (page - 1) * limit,
  }
  const ofUnit = unit !== undefined && (filter.bodies === null || filter.bodies.includes(unit)) ? [unit] : []
  const bodies = unit === undefined ? filter.bodies : ofUnit
  const rows = await listDuties(ctx.db, { ...filter, bodies })
  return { items: await presentDuties(ctx, rows), total: rows[0]?.total ?? 0 }
}

function partOf(
  ctx: Ctx,
  as: 'mine' | 'sign' | 'below' | 'office' | 'all',
): Pick<DutyFilter, 'bodies' | 'states' | 'toLeads' | 'toOffice' | 'toSign'> {
  const own = ctx.actor.bodies
  switch (as) {
    case 'mine':
      return { bodies: own }
    case 'sign':
      return {
        bodies: ctx.actor.bodyId !== null && ctx.actor.roles.includes('head') ? [ctx.actor.bodyId] : [],
        toSign: ctx.actor.accountId ?? undefined,
      }
    case 'below':
      return { bodies: null, toLeads: own, states: ['signed'] }
    case 'office':
      return { bodies: reachOf(ctx), toOffice: true, states: ['signed'] }
    case 'all':
      return { bodies: reachOf(ctx) }
  }
}

async function presentDuties(ctx: Ctx, rows: readonly Duty[]) {
  const documents = await findDocuments(
    ctx.db,
    rows.map(({ documentId }) => documentId),
  )
  const unitOf = await unitNames(ctx, rows)
  return rows.map((row) => ({
    id: row.id,
    taskId: row.taskId,
    title: row.title,
    cite: citeOf(documents.get(row.documentId), row.path),
    unit: unitOf(row.bodyId),
    role: row.role,
    part: row.parentId !== null,
    state: row.state,
    percent: isOpenTo(ctx, row) ? row.percent : null,
    draftedName: row.draftedName,
    ownDraft: row.draftedBy !== null && row.draftedBy === ctx.actor.accountId,
    signedOn: row.signedOn,
    periodId: row.periodId,
    month: row.month,
    due: row.due,
    above: row.above,
    late: row.signedOn === null ? owing.includes(row.state) && ctx.today > row.due : row.signedOn > row.due,
    version: row.version,
  }))
}

/** One report with what goes with it, and what the actor may do about it. */
export async function reportView(ctx: Ctx, id: string): Promise<z.input<typeof getReportEndpoint.reply>> {
  ctx.require('ledger.read')
  const { report, role } = await seen(ctx, id)
  const period = await store.findPeriod(ctx.db, report.periodId)
  const measure = await findMeasure(ctx.db, role.task.measureId)
  if (!period || !measure) throw new ReportUnknown()
  const [own] = await presentDuties(ctx, [
    {
      ...report,
      ...period,
      id: report.id,
      version: report.version,
      title: role.task.title,
      documentId: role.task.documentId,
      path: measure.path,
      parentId: role.task.parentId,
      above: await store.findAbove(ctx.db, report, role.task.parentId),
      total: 1,
    },
  ])
  if (!own) throw new ReportUnknown()
  const earlier = (await store.listOfTask(ctx.db, report.taskId)).find(
    ({ bodyId, month, progress }) => bodyId === report.bodyId && month < period.month && progress !== '',
  )
  return {
    ...own,
    ...wordsFor(ctx, report),
    closedOn: period.closedOn,
    targets: (await listTargets(ctx.db, [report.taskId])).map(({ taskId: _, op, ...target }) => ({
      ...target,
      op: op as '>=',
    })),
    files: isOpenTo(ctx, report) ? [...(await store.listReportFiles(ctx.db, id))] : [],
    signedName: report.signedName,
    answer: report.answer,
    answeredBy: report.answeredBy,
    answeredOn: report.answeredOn,
    before: earlier ? { ...textOf(earlier), month: earlier.month, state: earlier.state } : null,
    below: await belowOf(ctx, report),
    history: await historyOf(ctx.db, { kind: 'report', id, labels: stepLabels }),
    may: period.closedOn === null ? mayDo(ctx, report, role) : [],
  }
}

const stepLabels: Readonly<Record<string, string>> = {
  save: '保存草稿',
  ask: '提请签发',
  sign: '签发',
  recall: '撤回签发',
  accept: '采纳',
  return: '退回',
  waive: '任务不再在办，免报',
  claim: '任务恢复办理，须报送',
}

type Act = z.output<typeof reportDetail>['may'][number]

function mayDo(ctx: Ctx, report: store.Report, role: ReportRole): Act[] {
  const waits = report.state === 'signed' && report.mergedInto === null
  const acts: Readonly<Record<Act, boolean>> = {
    write: role.mayWrite && owing.includes(report.state),
    sign: role.isHead && report.state === 'draft' && report.draftedBy !== ctx.actor.accountId && report.progress !== '',
    recall: role.isHead && waits,
    accept: role.toOffice && ctx.can('ledger.steer') && waits,
    return: role.mayAnswer && (waits || (report.state === 'accepted' && ctx.can('ledger.steer'))),
  }
  return (Object.keys(acts) as Act[]).filter((act) => acts[act])
}

async function belowOf(ctx: Ctx, report: store.Report) {
  const rows = await store.listBelow(ctx.db, report)
  const unitOf = await unitNames(ctx, rows)
  const files = await store.countFiles(
    ctx.db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...wordsFor(ctx, row),
    id: row.id,
    unit: unitOf(row.bodyId),
    state: row.state,
    merged: row.mergedInto === report.id,
    free: row.state === 'signed' && (row.mergedInto === null || row.mergedInto === report.id),
    files: files.get(row.id) ?? 0,
  }))
}

/** The reports on a task, newest period first. */
export async function reportsOfTask(ctx: Ctx, taskId: string) {
  ctx.require('ledger.read')
  const task = await findTask(ctx.db, taskId)
  if (!task || !(await roleIn(ctx, ctx.db, task)).sees) throw new TaskUnknown()
  const rows = (await store.listOfTask(ctx.db, taskId)).filter((row) => row.progress !== '' && isOpenTo(ctx, row))
  const unitOf = await unitNames(ctx, rows)
  return {
    items: rows.map((row) => ({
      ...textOf(row),
      id: row.id,
      month: row.month,
      unit: unitOf(row.bodyId),
      role: row.role,
      state: row.state,
      signedOn: row.signedOn,
    })),
  }
}

/** A file of a report that the actor sees. */
export async function readEvidence(
  ctx: Ctx,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): Promise<Download> {
  ctx.require('ledger.read')
  const { report } = await seen(ctx, id)
  if (!isOpenTo(ctx, report)) throw new ReportUnknown()
  const known = (await store.listReportFiles(ctx.db, id)).some((file) => file.id === fileId)
  if (!known) throw new ReportUnknown()
  const { name, body } = await readKept(ctx, fileId)
  return { name, type: 'application/octet-stream', body }
}

async function seen(ctx: Ctx, id: string): Promise<{ report: store.Report; role: ReportRole }> {
  const report = await store.findReport(ctx.db, id)
  if (!report) throw new ReportUnknown()
  const role = await roleInReport(ctx, ctx.db, report)
  if (!role.sees) throw new ReportUnknown()
  return { report, role }
}

/** A draft is open to its own unit only; others read what is signed. */
function isOpenTo(ctx: Ctx, report: Pick<store.Report, 'state' | 'bodyId'>): boolean {
  return report.state !== 'draft' || ctx.actor.bodies.includes(report.bodyId)
}

function wordsFor(ctx: Ctx, report: store.Report) {
  return isOpenTo(ctx, report)
    ? textOf(report)
    : { progress: '', percent: null, figures: [], problems: '', helpWanted: '' }
}

function textOf({ progress, percent, figures, problems, helpWanted }: store.Report) {
  return { progress, percent, figures: figures.map((figure) => ({ ...figure })), problems, helpWanted }
}
