import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { TaskUnknown } from '../errors.ts'
import { daysLeft, lightOfDate, lightOfTask } from '../model/light.ts'
import { eventLabels } from '../model/steps.ts'
import { findDocuments, type LedgerDocument } from '../store/documents.ts'
import { findMeasure, type Measure } from '../store/measures.ts'
import { listLateParts } from '../store/requests.ts'
import {
  countLights,
  listTasks,
  type TaskFilter,
  type TaskKey,
  type TaskListRow,
  type TaskPage,
} from '../store/task-list.ts'
import {
  findTask,
  listEvents,
  listMilestones,
  listParties,
  listTargets,
  listTasksOfMeasure,
  type Task,
} from '../store/tasks.ts'
import { citeOf } from './cite.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { reachOf } from './reach.ts'
import { possibleSteps } from './take-step.ts'
import { roleIn } from './task-role.ts'

type PageInput = Omit<TaskFilter, 'reach'> & Omit<TaskPage, 'after'> & { readonly after?: string }

/** One page of tasks that the actor may see, with the figures by light of the whole filter. */
export async function pageOfTasks(ctx: Ctx, input: PageInput) {
  ctx.require('ledger.read')
  const filter = { ...input, reach: reachOf(ctx), after: readCursor<TaskKey>(input.after), limit: input.limit + 1 }
  const rows = await listTasks(ctx.db, ctx.today, filter)
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    items: await presentRows(ctx, page),
    next: rows.length > input.limit && last ? cursorOf(last.key) : null,
    figures: await countLights(ctx.db, ctx.today, filter),
  }
}

/** Rows of a list with their citations and days left. */
export async function presentRows(ctx: Ctx, rows: readonly TaskListRow[]) {
  const documents = await findDocuments(
    ctx.db,
    rows.map(({ documentId }) => documentId),
  )
  return rows.map(({ key: _, documentId, measureTitle: __, path, ...row }) => ({
    ...row,
    cite: citeOf(documents.get(documentId), path),
    daysLeft: daysLeft(row.nextDue, ctx.today),
    // A draft is never listed.
    state: row.state as Exclude<TaskListRow['state'], 'draft'>,
  }))
}

/** One task with all that belongs to it, and what the actor may do about it. Refuses (TaskUnknown) what is out of reach. */
export async function taskView(ctx: Ctx, id: string) {
  ctx.require('ledger.read')
  const task = await findTask(ctx.db, id)
  if (!task) throw new TaskUnknown()
  const role = await roleIn(ctx, ctx.db, task)
  if (!role.sees) throw new TaskUnknown()
  const measure = await findMeasure(ctx.db, task.measureId)
  const document = (await findDocuments(ctx.db, [task.documentId])).get(task.documentId)
  if (!measure || !document) throw new TaskUnknown()
  const [own] = await presentRows(ctx, await rowsOf(ctx, [id]))
  if (!own) throw new TaskUnknown()
  return {
    ...own,
    source: measure.source,
    measureId: measure.id,
    measureTitle: measure.title,
    clause: clauseOf(task, measure),
    ...(await partsOf(ctx, task, document)),
    ...(await familyOf(ctx, task)),
    originalDue: task.originalDue,
    lateReason: task.lateReason,
    laterThan: own.parent === null ? null : ((await listLateParts(ctx.db, { ids: [id] }))[0]?.above.due ?? null),
    lateParts: (await listLateParts(ctx.db, { parents: [id] })).map((part) => ({
      id: part.id,
      title: part.title,
      due: part.due,
    })),
    extension: task.extension ? { ...task.extension } : null,
    may: [...possibleSteps(role, task)],
    mayEdit: role.mayEdit && !isOver(task),
    mayBreakDown: role.mayBreakDown && !isOver(task),
  }
}

function isOver({ state }: Task): boolean {
  return ['proposed', 'refused', 'verified', 'closed', 'cancelled', 'merged', 'split'].includes(state)
}

function rowsOf(ctx: Ctx, ids: readonly string[], parents: readonly string[] = []): Promise<readonly TaskListRow[]> {
  return listTasks(ctx.db, ctx.today, {
    as: 'any',
    state: 'all',
    reach: null,
    sort: 'text',
    limit: 200,
    ...(parents.length > 0 ? { parents } : { ids }),
  })
}

function clauseOf({ spanStart, spanEnd }: Task, { reading }: Measure) {
  if (reading.text === null) return null
  return { text: reading.text, start: spanStart ?? 0, end: spanEnd ?? reading.text.length }
}

async function partsOf(ctx: Ctx, task: Task, document: LedgerDocument) {
  const parties = await listParties(ctx.db, [task.id])
  const events = await listEvents(ctx.db, task.id)
  const names = await bodyNames(
    ctx.db,
    [...parties, ...events].flatMap(({ bodyId }) => bodyId ?? []).concat(document.supervisorBodyId ?? []),
    ctx.today,
  )
  const milestones = await listMilestones(ctx.db, [task.id])
  return {
    parties: parties.map(({ role, name, bodyId, viaGroup }) => ({
      role,
      name,
      body: bodyId === null ? null : { id: bodyId, name: names.get(bodyId)?.name ?? name },
      group: viaGroup,
    })),
    supervisor: names.get(document.supervisorBodyId ?? '')?.short ?? document.supervisorName,
    milestones: milestones.map(({ taskId: _, ordinal: __, startOn, kind, ...milestone }) => ({
      ...milestone,
      kind: kind as 'by',
      start: startOn,
      light: milestone.reachedOn ? ('done' as const) : lightOfDate(milestone.due, ctx.today),
      daysLeft: daysLeft(milestone.due, ctx.today),
    })),
    targets: (await listTargets(ctx.db, [task.id])).map(({ taskId: _, ordinal: __, op, ...target }) => ({
      ...target,
      op: op as '>=',
    })),
    history: events.map(({ at, step, actorName, bodyId, words }) => ({
      at,
      step,
      label: eventLabels[step] ?? step,
      who: actorName,
      body: names.get(bodyId ?? '')?.short ?? null,
      words,
    })),
  }
}

async function familyOf(ctx: Ctx, task: Task) {
  const parent = task.parentId === null ? undefined : await findTask(ctx.db, task.parentId)
  const all = await listTasksOfMeasure(ctx.db, task.measureId)
  const siblings = all.filter((other) => other.id !== task.id && other.parentId === task.parentId)
  return {
    parentTitle: parent?.title ?? null,
    children: await presentRows(ctx, await rowsOf(ctx, [], [task.id])),
    siblings: siblings.map((other) => ({
      id: other.id,
      title: other.title,
      light: lightOfTask(other, ctx.today),
      state: other.state as Exclude<Task['state'], 'draft'>,
      nextDue: other.nextDue,
    })),
  }
}
