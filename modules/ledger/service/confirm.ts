import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { StaleVersion } from '@guangyue/platform/db'
import {
  AlreadyConfirmed,
  DraftNotReady,
  MeasureUnknown,
  NotConfirmed,
  TasksDoNotFit,
  TasksUnderWay,
} from '../errors.ts'
import { measuresConfirmed, tasksAssigned } from '../events.ts'
import { taskRows } from '../model/task-rows.ts'
import { findDocuments, type LedgerDocument } from '../store/documents.ts'
import { findMeasure, listFaultless, type Measure, markConfirmed, markDraft, type Seen } from '../store/measures.ts'
import { insertEvents, insertTasks, listTouched, type NewTask, type TaskEvent, withdrawTasks } from '../store/tasks.ts'
import { presentDraft } from './draft-view.ts'
import { hangTasks, unhangTasks } from './hang-tasks.ts'

/**
 * Confirms one measure as the person saw it: its tasks exist from now on, given to their leads. Of two people who
 * confirm at once one wins; the other is told by whom and when. Refuses a measure without a known lead.
 */
export async function confirmMeasure(ctx: Ctx, seen: Seen): Promise<{ version: number; taskIds: readonly string[] }> {
  ctx.require('ledger.confirm')
  return ctx.transact(async (tx) => {
    const [measure] = await markConfirmed(tx, [seen], {
      accountId: ctx.actor.accountId,
      name: ctx.actor.name,
      at: ctx.now,
    })
    if (!measure) throw await whyNot(ctx, tx, seen)
    const taskIds = await giveOut(ctx, tx, [measure])
    return { version: measure.version, taskIds }
  })
}

async function whyNot(ctx: Ctx, tx: Tx, seen: Seen): Promise<Error> {
  const measure = await findMeasure(tx, seen.id)
  if (!measure) return new MeasureUnknown()
  if (measure.state === 'confirmed') return new AlreadyConfirmed(measure.confirmedName, measure.confirmedAt)
  if (measure.version !== seen.version) return new StaleVersion(null, await presentDraft(tx, measure, ctx.today))
  return new DraftNotReady(measure.faults.filter(({ blocking }) => blocking))
}

export interface ConfirmScope {
  readonly documentId?: string
  readonly issueId?: string
  /** Only these, in the versions seen. */
  readonly measures?: readonly Seen[]
}

/** Confirms all measures of the scope that have no fault at all, in one transaction. The others stay drafts. */
export async function confirmMeasures(
  ctx: Ctx,
  scope: ConfirmScope,
): Promise<{ confirmed: number; tasks: number; leftFaulty: number; leftChanged: number }> {
  ctx.require('ledger.confirm')
  return ctx.transact(async (tx) => {
    const faultless = await listFaultless(tx, scope)
    const asked = new Map(scope.measures?.map(({ id, version }) => [id, version]))
    const wanted = scope.measures ? faultless.filter(({ id }) => asked.has(id)) : faultless
    const unchanged = wanted.filter(({ id, version }) => (asked.get(id) ?? version) === version)
    const measures = await markConfirmed(tx, unchanged, {
      accountId: ctx.actor.accountId,
      name: ctx.actor.name,
      at: ctx.now,
    })
    const taskIds = await giveOut(ctx, tx, measures)
    const leftFaulty = scope.measures ? scope.measures.length - wanted.length : 0
    return {
      confirmed: measures.length,
      tasks: taskIds.length,
      leftFaulty,
      leftChanged: wanted.length - measures.length,
    }
  })
}

/** Makes the tasks of confirmed measures, hangs them on their clauses, and tells. */
async function giveOut(ctx: Ctx, tx: Tx, measures: readonly Measure[]): Promise<readonly string[]> {
  if (measures.length === 0) return []
  const documents = await findDocuments(
    tx,
    measures.map(({ documentId }) => documentId),
  )
  const tasks = await newTasks(ctx, tx, { measures, documents })
  const stored = await insertTasks(tx, tasks)
  if (stored.size !== tasks.length) throw new TasksDoNotFit('有任务的编号已被别的措施使用')
  await insertEvents(
    tx,
    tasks.map(({ id }) => eventOf(ctx, { taskId: id, step: 'confirm', toState: 'assigned', words: null })),
  )
  for (const { id, title, draft } of measures) {
    await ctx.audit(tx, 'ledger.confirm', { thing: `measure/${id}`, after: { title, draft } })
  }
  const taskIds = tasks.map(({ id }) => id)
  await hangTasks(ctx, tx, taskIds)
  const bodyIds = [...new Set(tasks.flatMap(({ parties }) => parties.flatMap(({ bodyId }) => bodyId ?? [])))]
  await ctx.publish(tx, measuresConfirmed({ measureIds: measures.map(({ id }) => id), taskIds }))
  await ctx.publish(tx, tasksAssigned({ taskIds, bodyIds }))
  return taskIds
}

async function newTasks(
  ctx: Ctx,
  tx: Tx,
  from: { measures: readonly Measure[]; documents: ReadonlyMap<string, LedgerDocument> },
): Promise<readonly NewTask[]> {
  const parties = from.measures.flatMap(({ draft }) => draft.flatMap((task) => [...task.leads, ...task.supports]))
  const names = await bodyNames(
    tx,
    parties.flatMap(({ members }) => members),
    ctx.today,
  )
  return from.measures.flatMap((measure) =>
    measure.draft.map((task, ordinal) => ({
      ...taskRows(task, ordinal, {
        milestones: from.documents.get(measure.documentId)?.milestones ?? [],
        nameOf: (id) => names.get(id)?.short ?? id,
        newId: ctx.newId,
      }),
      measureId: measure.id,
      parentId: null,
      state: 'assigned' as const,
      lateReason: null,
      changedAt: ctx.now,
    })),
  )
}

/** Takes a confirmation back while nothing has happened on the tasks. */
export async function unconfirmMeasure(ctx: Ctx, seen: Seen): Promise<{ version: number }> {
  ctx.require('ledger.confirm')
  return ctx.transact(async (tx) => {
    const taken = await markDraft(tx, seen)
    const measure = await findMeasure(tx, seen.id)
    if (!measure) throw new MeasureUnknown()
    if (!taken)
      throw measure.state === 'draft'
        ? new NotConfirmed()
        : new StaleVersion(null, await presentDraft(tx, measure, ctx.today))
    const touched = await listTouched(tx, seen.id)
    if (touched.length > 0) throw new TasksUnderWay(touched)
    const taskIds = await withdrawTasks(tx, seen.id, ctx.now)
    await insertEvents(
      tx,
      taskIds.map((taskId) => eventOf(ctx, { taskId, step: 'unconfirm', toState: 'draft', words: null })),
    )
    await unhangTasks(tx, taskIds)
    await ctx.audit(tx, 'ledger.unconfirm', { thing: `measure/${seen.id}`, before: { draft: measure.draft } })
    return { version: measure.version }
  })
}

/** An event of a task by the context's actor, now. */
export function eventOf(ctx: Ctx, what: Pick<TaskEvent, 'taskId' | 'step' | 'toState' | 'words'>): TaskEvent {
  return { ...what, at: ctx.now, actorId: ctx.actor.accountId, actorName: ctx.actor.name, bodyId: ctx.actor.bodyId }
}
