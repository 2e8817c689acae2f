import { headsOf } from '@guangyue/modules/identity'
import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import { DomainError } from '@guangyue/platform/errors'
import { type FileKind, keepFile } from '@guangyue/platform/files'
import { InputInvalid, type UploadedFile } from '@guangyue/platform/http'
import { taskChanged } from '../events.ts'
import { tell } from '../messages.ts'
import { raiseProblems, rewordRaised } from '../problems/raise.ts'
import { type Act, changeSeen } from '../service/change-seen.ts'
import { eventOf } from '../service/confirm.ts'
import { hangTasks } from '../service/hang-tasks.ts'
import { recordStep } from '../service/history.ts'
import { listSteps } from '../store/history.ts'
import { insertEvents, listTargets, lockTasks, updateTask } from '../store/tasks.ts'
import { NotTheUnit, OwnSignature, PeriodClosed, ReportNotPossible, ReportUnknown } from './errors.ts'
import { owing } from './model.ts'
import { type ReportRole, roleInReport } from './report-role.ts'
import * as store from './store.ts'

/** Pictures and papers; anything else is refused by its bytes. */
export const evidenceKinds: readonly FileKind[] = ['png', 'jpeg', 'pdf', 'docx', 'xlsx']
const MAX_FILES = 20

export interface ReportText {
  readonly progress: string
  readonly percent: number | null
  readonly figures: readonly { readonly ordinal: number; readonly value: number }[]
  readonly problems: string
  readonly helpWanted: string
  /** Signed reports from below that are taken into this one. */
  readonly merges: readonly string[]
}

const unsigned = { signedBy: null, signedName: null, signedOn: null }

/** Saves a unit's draft; what came back and is written anew is signed by nobody. A stale version gives both texts back; nothing is written after the period has closed. */
export async function saveReport(ctx: Ctx, input: Act & ReportText): Promise<{ version: number }> {
  return change(ctx, input, async (tx, { report, role }) => {
    if (!role.mayWrite) throw new NotTheUnit(role.unit, '填写')
    if (!owing.includes(report.state)) throw new ReportNotPossible('修改', report.state)
    await checkFigures(tx, report, input)
    await checkMerges(tx, report, input.merges)
    const { progress, percent, figures, problems, helpWanted } = input
    const drafted = { draftedBy: ctx.actor.accountId, draftedName: ctx.actor.name, ...unsigned }
    await store.updateReport(tx, {
      id: report.id,
      progress,
      percent,
      figures,
      problems,
      helpWanted,
      ...drafted,
      state: 'draft',
    })
    if (report.role === 'lead') await store.replaceMerges(tx, { into: report.id, ids: input.merges })
    await record(ctx, tx, { report, step: 'save', words: null })
  })
}

/**
 * Tells the unit's heads of a draft that waits for their signature, once for each text of it. Whoever wrote it is not
 * told: they cannot sign. Refuses an empty report and a version that is not current.
 */
export async function askSignature(ctx: Ctx, input: Act): Promise<{ told: number }> {
  return ctx.transact(async (tx) => {
    const { report, role } = await readyReport(ctx, tx, input.id)
    if (report.version !== input.version) throw new StaleVersion(input, report)
    if (!role.mayWrite) throw new NotTheUnit(role.unit, '提请签发')
    if (report.state !== 'draft') throw new ReportNotPossible('提请签发', report.state)
    if (report.progress === '') throw new InputInvalid([{ field: 'progress', message: '进展还没有写，不能提请签发' }])
    const accountIds = (await headsOf(tx, report.bodyId)).filter((head) => head !== report.draftedBy)
    await tell(ctx, tx, {
      template: 'report-to-sign',
      params: { title: role.task.title, who: report.draftedName ?? '' },
      href: `/desk/ledger/reports/${report.id}`,
      onceKey: `sign/${report.id}/${report.version}`,
      accountIds,
    })
    const last = (await listSteps(tx, 'report', report.id)).at(-1)
    if (last?.step !== 'ask') await record(ctx, tx, { report, step: 'ask', words: null })
    return { told: accountIds.length }
  })
}

/**
 * Signs a report as head of its unit. What it says of problems goes to the list of problems by itself, and the task is
 * under way from then on. Refuses who wrote it, an empty report, and a report on a closed period.
 */
export async function signReport(ctx: Ctx, input: Act): Promise<{ version: number }> {
  return change(ctx, input, async (tx, { report, role }) => {
    if (!role.isHead) throw new NotTheUnit(role.unit, '的负责人签发')
    if (report.state !== 'draft') throw new ReportNotPossible('签发', report.state)
    if (report.draftedBy === ctx.actor.accountId) throw new OwnSignature()
    if (report.progress === '') throw new InputInvalid([{ field: 'progress', message: '进展还没有写，不能签发' }])
    const signed = { signedBy: ctx.actor.accountId, signedName: ctx.actor.name, signedOn: ctx.today }
    const unanswered = { answer: null, answeredBy: null, answeredOn: null }
    await store.updateReport(tx, { id: report.id, ...signed, ...unanswered, state: 'signed' })
    if (report.role === 'lead') await store.settleMerges(tx, report.id)
    await raiseOf(ctx, tx, report)
    await start(ctx, tx, role)
    await record(ctx, tx, { report, step: 'sign', words: null })
  })
}

/** Takes a signature back before anybody answered. */
export async function recallReport(ctx: Ctx, input: Act): Promise<{ version: number }> {
  return change(ctx, input, async (tx, { report, role }) => {
    if (!role.isHead) throw new NotTheUnit(role.unit, '的负责人撤回')
    if (report.state !== 'signed' || report.mergedInto !== null) throw new ReportNotPossible('撤回', report.state)
    await store.updateReport(tx, { id: report.id, state: 'draft', ...unsigned })
    await record(ctx, tx, { report, step: 'recall', words: null })
  })
}

/** Accepts what goes to the office, or returns a signed report with the reason; a lead returns what comes up to it. */
export async function answerReport(
  ctx: Ctx,
  input: Act & { readonly answer: 'accept' | 'return'; readonly words: string },
): Promise<{ version: number }> {
  return change(ctx, input, async (tx, { report, role }) => {
    const accepts = input.answer === 'accept'
    if (!role.mayAnswer) ctx.require('ledger.steer')
    if (accepts && (!role.toOffice || !ctx.can('ledger.steer'))) {
      throw new ReportNotPossible('采纳（由牵头单位汇总）', report.state)
    }
    const possible = report.state === 'signed' || (report.state === 'accepted' && !accepts)
    if (!possible || report.mergedInto !== null) throw new ReportNotPossible(accepts ? '采纳' : '退回', report.state)
    if (!accepts && input.words === '') throw new InputInvalid([{ field: 'words', message: '请写明退回的原因' }])
    const answered = { answer: input.words || null, answeredBy: ctx.actor.name, answeredOn: ctx.today }
    await store.updateReport(tx, { id: report.id, ...answered, state: accepts ? 'accepted' : 'returned' })
    await record(ctx, tx, { report, step: input.answer, words: input.words || null })
    await ctx.publish(tx, {
      name: 'ledger.report-answered',
      payload: {
        reportId: report.id,
        answer: input.answer,
        bodyId: report.bodyId,
        taskId: report.taskId,
        by: ctx.actor.accountId,
      },
    })
  })
}

/** Accepts many at once; those that changed meanwhile, or that may not be accepted, are left and counted. */
export async function acceptReports(ctx: Ctx, reports: readonly Act[]): Promise<{ accepted: number; left: number }> {
  ctx.require('ledger.steer')
  let accepted = 0
  for (const report of reports) {
    const done = await answerReport(ctx, { ...report, answer: 'accept', words: '' }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DomainError) return false
        throw error
      },
    )
    if (done) accepted += 1
  }
  return { accepted, left: reports.length - accepted }
}

/** Keeps a file as evidence of a report that its unit still writes. */
export async function addEvidence(
  ctx: Ctx,
  { id, file }: { readonly id: string; readonly file: UploadedFile },
): Promise<{ id: string; name: string; kind: string; bytes: number }> {
  return ctx.transact(async (tx) => {
    const { report, role } = await readyReport(ctx, tx, id)
    if (!role.mayWrite) throw new NotTheUnit(role.unit, '附证明材料')
    if (!owing.includes(report.state)) throw new ReportNotPossible('附证明材料', report.state)
    if ((await store.listReportFiles(tx, id)).length >= MAX_FILES) {
      throw new InputInvalid([{ field: 'file', message: `一份报告最多附 ${MAX_FILES} 个文件` }])
    }
    const kept = await keepFile(ctx, tx, { ...file, accepted: evidenceKinds })
    await store.insertReportFile(tx, { reportId: id, fileId: kept.id })
    await ctx.audit(tx, 'ledger.add-evidence', { thing: `report/${id}`, after: { digest: kept.digest } })
    return { id: kept.id, name: kept.name, kind: kept.kind, bytes: kept.bytes }
  })
}

/** Takes a file off a report that its unit still writes; the bytes stay in the store. */
export async function removeEvidence(ctx: Ctx, { id, fileId }: { readonly id: string; readonly fileId: string }) {
  await ctx.transact(async (tx) => {
    const { report, role } = await readyReport(ctx, tx, id)
    if (!role.mayWrite) throw new NotTheUnit(role.unit, '改动证明材料')
    if (!owing.includes(report.state)) throw new ReportNotPossible('改动证明材料', report.state)
    if (await store.deleteReportFile(tx, { reportId: id, fileId })) {
      await ctx.audit(tx, 'ledger.remove-evidence', { thing: `report/${id}`, before: { fileId } })
    }
  })
}

interface Ready {
  readonly report: store.Report
  readonly role: ReportRole
}

/** The report, locked, in a period that is held open until the transaction ends. */
async function readyReport(ctx: Ctx, tx: Tx, id: string): Promise<Ready> {
  const [report] = await store.lockReports(tx, [id])
  if (!report) throw new ReportUnknown()
  const role = await roleInReport(ctx, tx, report)
  if (!role.sees) throw new ReportUnknown()
  if (!(await store.holdOpenPeriod(tx, report.periodId))) throw new PeriodClosed()
  return { report, role }
}

function change(ctx: Ctx, input: Act, act: (tx: Tx, ready: Ready) => Promise<void>): Promise<{ version: number }> {
  return changeSeen(ctx, input, {
    lock: (tx) => readyReport(ctx, tx, input.id),
    versionOf: ({ report }) => report.version,
    current: ({ report }) => report,
    act,
  })
}

function record(
  ctx: Ctx,
  tx: Tx,
  { report, step, words }: { readonly report: store.Report; readonly step: string; readonly words: string | null },
): Promise<void> {
  return recordStep(ctx, tx, { kind: 'report', id: report.id, step, state: report.state, words })
}

/** Each figure stands for one of the task's targets, once. */
async function checkFigures(tx: Tx, report: store.Report, { figures }: ReportText): Promise<void> {
  const known = new Set((await listTargets(tx, [report.taskId])).map(({ ordinal }) => ordinal))
  const faults = figures.flatMap(({ ordinal }, at) =>
    known.has(ordinal) && figures.findIndex((one) => one.ordinal === ordinal) === at
      ? []
      : [{ field: `figures.${at}`, message: '任务没有这个目标，或同一目标填了两次' }],
  )
  if (faults.length > 0) throw new InputInvalid(faults)
}

async function checkMerges(tx: Tx, report: store.Report, merges: readonly string[]): Promise<void> {
  if (merges.length === 0) return
  const below = report.role === 'lead' ? await store.listBelow(tx, report) : []
  const free = new Set(
    below.flatMap(({ id, state, mergedInto }) =>
      mergedInto === report.id || (state === 'signed' && mergedInto === null) ? [id] : [],
    ),
  )
  if (merges.every((id) => free.has(id))) return
  throw new InputInvalid([{ field: 'merges', message: '所选的报告中有的尚未签报或已汇总，请刷新后重新选择' }])
}

async function raiseOf(ctx: Ctx, tx: Tx, report: store.Report): Promise<void> {
  if (report.problems === '') return
  const helpWanted = report.helpWanted || null
  const fresh = await raiseProblems(ctx, tx, [
    {
      taskId: report.taskId,
      bodyId: report.bodyId,
      source: 'report',
      sourceId: report.id,
      text: report.problems,
      helpWanted,
      raisedBodyId: report.bodyId,
      due: null,
    },
  ])
  if (fresh.length === 0) await rewordRaised(ctx, tx, { sourceId: report.id, text: report.problems, helpWanted })
}

/** The first signed report of its lead starts a task that nobody has started. */
async function start(ctx: Ctx, tx: Tx, { task: { id }, toOffice }: ReportRole): Promise<void> {
  if (!toOffice) return
  const [task] = await lockTasks(tx, [id])
  if (task?.state !== 'assigned') return
  await updateTask(tx, { id: task.id, version: task.version, changedAt: ctx.now, state: 'in-progress' })
  await insertEvents(tx, [eventOf(ctx, { taskId: task.id, step: 'start', toState: 'in-progress', words: '首次签报' })])
  await hangTasks(ctx, tx, [task.id])
  await ctx.publish(tx, taskChanged({ taskId: task.id, step: 'start', by: ctx.actor.accountId }))
}
