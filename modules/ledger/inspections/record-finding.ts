import { findPlainDate, type PlainDate } from '@guangyue/kernel/calendar'
import { bodiesOn, nationalCalendar } from '@guangyue/modules/organisations'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { type FileKind, keepFile } from '@guangyue/platform/files'
import { InputInvalid, type UploadedFile } from '@guangyue/platform/http'
import { findingStepped } from '../events.ts'
import { raiseProblems } from '../problems/raise.ts'
import { stepBy } from '../service/history.ts'
import { roleIn } from '../service/task-role.ts'
import { insertSteps } from '../store/history.ts'
import { findTask } from '../store/tasks.ts'
import {
  FindingStepNotPossible,
  FindingUnknown,
  InspectionNotBegun,
  InspectionUnknown,
  NotOfTheTeam,
} from './errors.ts'
import * as findings from './finding-store.ts'
import { inspectionReach, roleInInspection } from './role.ts'
import { findInspection, type Inspection, type KeptFile, lockInspection } from './store.ts'

/** What is photographed on the spot. */
const photographs: readonly FileKind[] = ['png', 'jpeg']
const MAX_PHOTOGRAPHS = 20

export interface FindingForm {
  /** Made by the screen; the same one sent again is the same finding. */
  readonly id: string
  readonly inspectionId: string
  readonly text: string
  readonly taskId: string | null
  readonly basis: string | null
  readonly bodyId: string
  /** Working days by the national calendar, or a day. */
  readonly term: { readonly days: number } | { readonly due: string }
}

/**
 * Enters a finding of an inspection that has begun, tells its owner, and puts the problem on the list. Refuses who is
 * not of the team, a finding without basis, and a day in the past.
 */
export async function addFinding(ctx: Ctx, form: FindingForm): Promise<{ id: string; due: string }> {
  ctx.require('ledger.act')
  const known = (await bodiesOn(ctx)).some(({ id }) => id === form.bodyId)
  return ctx.transact(async (tx) => {
    const inspection = await readyInspection(ctx, tx, form.inspectionId)
    const [before] = await findings.listFindings(tx, { ids: [form.id], reach: null })
    if (before?.inspectionId === inspection.id) return { id: before.id, due: before.due }
    if (!known) throw new InputInvalid([{ field: 'bodyId', message: '请选择责任单位' }])
    await checkBasis(ctx, tx, { form, inspection })
    const { due, termDays } = await dueOf(ctx, form.term)
    const { text, basis, taskId, bodyId } = form
    const by = { foundOn: ctx.today, foundBy: ctx.actor.accountId, foundName: ctx.actor.name }
    const row = { id: form.id, inspectionId: inspection.id, text, basis, taskId, bodyId, termDays, due, ...by }
    if (!(await findings.insertFinding(tx, row))) {
      throw new InputInvalid([{ field: 'id', message: '这条发现属于另一次督查，请刷新后重新登记' }])
    }
    await insertSteps(tx, 'finding', [{ id: form.id, step: 'find', words: null, ...stepBy(ctx) }])
    const raised = { source: 'finding' as const, sourceId: form.id, helpWanted: null, raisedBodyId: ctx.actor.bodyId }
    await raiseProblems(ctx, tx, [{ taskId, bodyId, text, due, ...raised }])
    await ctx.audit(tx, 'ledger.add-finding', { thing: `finding/${form.id}`, after: row })
    await ctx.publish(tx, findingStepped({ findingId: form.id, step: 'find' }))
    return { id: form.id, due }
  })
}

/** The inspection, locked: begun, and the actor enters findings in it. */
async function readyInspection(ctx: Ctx, tx: Tx, id: string): Promise<Inspection> {
  const inspection = await lockInspection(tx, id)
  const role = inspection && roleInInspection(ctx, inspection)
  if (!inspection || !role?.seesAll) throw new InspectionUnknown()
  if (!role.mayRecord) throw new NotOfTheTeam()
  if (ctx.today < inspection.fromDay) throw new InspectionNotBegun(inspection.fromDay)
  return inspection
}

async function checkBasis(
  ctx: Ctx,
  tx: Tx,
  { form, inspection: { subjects } }: { readonly form: FindingForm; readonly inspection: Inspection },
): Promise<void> {
  if (form.taskId === null) {
    if (form.basis) return
    throw new InputInvalid([
      { field: 'basis', message: '请选择任务，或写明依据的条款，例如：澜政发〔2023〕6号 一（一）' },
    ])
  }
  const task = await findTask(tx, form.taskId)
  const concerned = task && subjects.some((one) => one.taskId === task.id || one.documentId === task.documentId)
  if (!task || (!concerned && !(await roleIn(ctx, tx, task)).sees)) {
    throw new InputInvalid([{ field: 'taskId', message: '没有这项任务，请重新选择' }])
  }
}

/** The last day to mend. Working days are counted from today, today not included. */
export async function dueOf(
  ctx: Ctx,
  term: FindingForm['term'],
): Promise<{ readonly due: PlainDate; readonly termDays: number | null }> {
  if ('days' in term) {
    const calendar = (await nationalCalendar()).asKnownOn(ctx.today)
    return { due: calendar.addWorkingDays(ctx.today, term.days), termDays: term.days }
  }
  const due = findPlainDate(term.due)
  if (!due || due < ctx.today) throw new InputInvalid([{ field: 'term.due', message: '整改期限不能早于今天' }])
  return { due, termDays: null }
}

/** Keeps a photograph of a finding, of the team. Refuses by its bytes what is no picture. */
export async function addPhotograph(
  ctx: Ctx,
  { id, file }: { readonly id: string; readonly file: UploadedFile },
): Promise<KeptFile> {
  ctx.require('ledger.act')
  return ctx.transact(async (tx) => {
    const finding = await findings.lockFinding(tx, id)
    const seen = await findings.listFindings(tx, { ids: [id], reach: inspectionReach(ctx) })
    if (!finding || seen.length === 0) throw new FindingUnknown()
    const inspection = await findInspection(tx, finding.inspectionId)
    if (!inspection || !roleInInspection(ctx, inspection).mayRecord) throw new NotOfTheTeam()
    if (finding.state !== 'open') throw new FindingStepNotPossible('补充照片', finding.state)
    const known = await findings.listFindingFiles(tx, id)
    if (known.filter(({ part }) => part === 'found').length >= MAX_PHOTOGRAPHS) {
      throw new InputInvalid([{ field: 'file', message: `一条发现最多附 ${MAX_PHOTOGRAPHS} 张照片` }])
    }
    const kept = await keepFile(ctx, tx, { ...file, accepted: photographs })
    await findings.insertFindingFile(tx, { findingId: id, fileId: kept.id, part: 'found' })
    await ctx.audit(tx, 'ledger.add-photograph', { thing: `finding/${id}`, after: { digest: kept.digest } })
    return { id: kept.id, name: kept.name, kind: kept.kind, bytes: kept.bytes }
  })
}
