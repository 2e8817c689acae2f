import { addMonths } from '@guangyue/kernel/calendar'
import { peopleOfRole } from '@guangyue/modules/identity'
import { bodiesOn } from '@guangyue/modules/organisations'
import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { keepFile } from '@guangyue/platform/files'
import { InputInvalid, type UploadedFile } from '@guangyue/platform/http'
import { evidenceKinds } from '../dispatch/write-report.ts'
import { findDocuments } from '../store/documents.ts'
import { findTask } from '../store/tasks.ts'
import { InspectionUnknown, NotOfTheTeam } from './errors.ts'
import { roleInInspection } from './role.ts'
import * as store from './store.ts'

type Form = Omit<store.Inspection, 'plannedOn' | 'plannedName' | 'subjects' | 'version'> & {
  /** Null for a new one. */
  readonly version: number | null
  readonly documentIds: readonly string[]
  readonly taskIds: readonly string[]
}

const MAX_FILES = 50

/**
 * Plans an inspection, or changes the version seen. The plan comes before the inspection (政府督查工作条例 15), so a new one
 * does not begin in the past; the same body for the same document again within a month needs a reason.
 */
export async function saveInspection(ctx: Ctx, form: Form): Promise<{ id: string; version: number }> {
  ctx.require('ledger.inspect')
  const faults = await nameFaults(ctx, form)
  if (faults.length > 0) throw new InputInvalid(faults)
  const names = new Map((await bodiesOn(ctx)).map(({ id, short }) => [id, short]))
  return ctx.transact(async (tx) => {
    await store.lockInspections(tx)
    const before = await store.findInspection(tx, form.id)
    if (form.version === null && before?.version === 1 && before.title === form.title && before.plan === form.plan) {
      return { id: before.id, version: before.version }
    }
    const row = await rowOf(ctx, tx, { form, before })
    await refuseRepeat(tx, row, names)
    if (!(await store.upsertInspection(tx, row))) throw new StaleVersion(form, before)
    await ctx.audit(tx, 'ledger.plan-inspection', {
      thing: `inspection/${form.id}`,
      basis: '政府督查工作条例 第十五条',
      before,
      after: row,
    })
    return { id: form.id, version: row.version + 1 }
  })
}

/** The inspection as it is to stand. Refuses days that do not fit and subjects that the ledger does not have. */
async function rowOf(
  ctx: Ctx,
  tx: Tx,
  { form, before }: { readonly form: Form; readonly before: store.Inspection | undefined },
): Promise<store.Inspection> {
  const faults = dayFaults(ctx, form, before)
  if (faults.length > 0) throw new InputInvalid(faults)
  const { documentIds: _, taskIds: __, ...rest } = form
  return {
    ...rest,
    plannedOn: before?.plannedOn ?? ctx.today,
    plannedName: before?.plannedName ?? ctx.actor.name,
    subjects: await subjectsOf(tx, form),
    version: form.version ?? 0,
  }
}

function dayFaults(ctx: Ctx, { fromDay, toDay }: Form, before: store.Inspection | undefined): FieldFault[] {
  const past = fromDay < ctx.today && fromDay !== before?.fromDay
  return [
    ...(past ? [{ field: 'fromDay', message: '督查要先定方案再开展，开始日期不能早于今天' }] : []),
    ...(toDay < fromDay ? [{ field: 'toDay', message: '结束日期不能早于开始日期' }] : []),
  ]
}

async function nameFaults(ctx: Ctx, form: Form): Promise<FieldFault[]> {
  const known = new Set((await bodiesOn(ctx)).map(({ id }) => id))
  const people = new Set((await teamPeople(ctx)).map(({ id }) => id))
  return [
    ...(form.bodyIds.some((id) => !known.has(id)) ? [{ field: 'bodyIds', message: '请重新选择被督查单位' }] : []),
    ...(form.verifierBodyId !== null && !known.has(form.verifierBodyId)
      ? [{ field: 'verifierBodyId', message: '请重新选择核验单位' }]
      : []),
    ...(form.members.some(({ accountId }) => accountId !== null && !people.has(accountId))
      ? [{ field: 'members', message: '有的成员账号已停用，请重新选择' }]
      : []),
  ]
}

/** Whole documents, and single tasks of them. */
async function subjectsOf(tx: Tx, { documentIds, taskIds }: Form): Promise<store.Inspection['subjects']> {
  const documents = await findDocuments(tx, documentIds)
  if (documentIds.some((id) => !documents.has(id))) {
    throw new InputInvalid([{ field: 'documentIds', message: '台账中没有其中的文件，请重新选择' }])
  }
  const tasks = await Promise.all(
    [...new Set(taskIds)].map(async (id) => {
      const task = await findTask(tx, id)
      if (!task) throw new InputInvalid([{ field: 'taskIds', message: '没有其中的任务，请重新选择' }])
      return { documentId: task.documentId, taskId: task.id }
    }),
  )
  return [...[...documents.keys()].map((documentId) => ({ documentId, taskId: null })), ...tasks]
}

async function refuseRepeat(tx: Tx, row: store.Inspection, names: ReadonlyMap<string, string>): Promise<void> {
  if (row.repeatReason !== null) return
  const repeats = await store.listRepeats(tx, {
    ...row,
    documentIds: row.subjects.map(({ documentId }) => documentId),
    after: addMonths(row.fromDay, -1),
    before: addMonths(row.fromDay, 1),
  })
  if (repeats.length === 0) return
  const told = repeats.map(({ bodyId, title, fromDay }) => `${names.get(bodyId) ?? ''}（${fromDay}“${title}”）`)
  throw new InputInvalid([
    {
      field: 'repeatReason',
      message: `一个月内已就同一文件督查：${[...new Set(told)].join('、')}。请合并或错开；确需再查的，请写明理由`,
    },
  ])
}

/** Accounts that can be put on a team: whoever works with the ledger. */
export async function teamPeople(
  ctx: Ctx,
): Promise<readonly { id: string; name: string; title: string | null; bodyId: string | null }[]> {
  const found = await Promise.all(
    (['supervision', 'officer', 'head'] as const).map((role) => peopleOfRole(ctx.db, role)),
  )
  return [...new Map(found.flat().map(({ id, name, title, bodyId }) => [id, { id, name, title, bodyId }])).values()]
}

/** Keeps a paper or photograph of an inspection: of its team and the office. Refuses other files by their bytes. */
export async function addInspectionFile(
  ctx: Ctx,
  { id, file }: { readonly id: string; readonly file: UploadedFile },
): Promise<store.KeptFile> {
  ctx.require('ledger.act')
  return ctx.transact(async (tx) => {
    const inspection = await store.lockInspection(tx, id)
    const role = inspection && roleInInspection(ctx, inspection)
    if (!inspection || !role?.seesAll) throw new InspectionUnknown()
    if (!role.mayRecord) throw new NotOfTheTeam()
    if ((await store.listInspectionFiles(tx, id)).length >= MAX_FILES) {
      throw new InputInvalid([{ field: 'file', message: `一次督查最多附 ${MAX_FILES} 个文件` }])
    }
    const kept = await keepFile(ctx, tx, { ...file, accepted: evidenceKinds })
    await store.insertInspectionFile(tx, { inspectionId: id, fileId: kept.id })
    await ctx.audit(tx, 'ledger.add-inspection-file', { thing: `inspection/${id}`, after: { digest: kept.digest } })
    return { id: kept.id, name: kept.name, kind: kept.kind, bytes: kept.bytes }
  })
}
