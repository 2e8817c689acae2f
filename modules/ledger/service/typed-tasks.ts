import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx, Db, Tx } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { InputInvalid } from '@guangyue/platform/http'
import { TasksDoNotFit } from '../errors.ts'
import { tasksAssigned } from '../events.ts'
import { faultsOf } from '../model/faults.ts'
import type { DraftParty, DraftTask } from '../model/ledger.ts'
import { type TaskRows, taskRows } from '../model/task-rows.ts'
import { findDocument } from '../store/documents.ts'
import * as store from '../store/tasks.ts'
import { eventOf } from './confirm.ts'
import { dayOf } from './draft.ts'
import { hangTasks } from './hang-tasks.ts'
import { readTypedTasks, type TypedTask } from './typed-draft.ts'

/** A task as a person writes it. */
export type TaskEdit = Omit<TypedTask, 'id' | 'span'>

/** A task that is to be, under an identity that the screen made. */
export interface Part extends TaskEdit {
  readonly id: string
  readonly lateReason?: string | null
}

/** States in which a task can still be broken down, merged or split. */
export const openStates: readonly store.Task['state'][] = [
  'assigned',
  'in-progress',
  'returned',
  'suspended',
  'reported',
]

interface Typing {
  readonly task: store.Task
  readonly typed: readonly (TaskEdit & { readonly id: string })[]
  readonly field: string
  readonly parties?: readonly DraftParty[]
}

/** Typed tasks as rows to store; refuses by field what has no known lead. */
export async function typedRows(
  ctx: Ctx,
  db: Db,
  { task, typed, field, parties = [] }: Typing,
): Promise<readonly TaskRows[]> {
  const document = await findDocument(db, task.documentId)
  const milestones = await store.listMilestones(db, [task.id])
  const known = milestones.map((row) => ({ ...row, kind: row.kind as 'by', start: row.startOn, index: null }))
  const drafts = await readTypedTasks(db, typed, { day: dayOf(document, ctx), known, parties, field })
  const faults = drafts.flatMap((draft, at) => leadFaults(draft, field === '' ? '' : `${field}.${at}.`))
  if (faults.length > 0) throw new InputInvalid(faults)
  const members = drafts.flatMap((draft) => [...draft.leads, ...draft.supports].flatMap((party) => party.members))
  const names = await bodyNames(db, members, ctx.today)
  return drafts.map((draft, ordinal) =>
    taskRows(draft, ordinal, {
      milestones: document?.milestones ?? [],
      nameOf: (id) => names.get(id)?.short ?? id,
      newId: ctx.newId,
    }),
  )
}

function leadFaults(draft: DraftTask, prefix: string): readonly FieldFault[] {
  return faultsOf([draft])
    .filter(({ blocking }) => blocking)
    .map(({ message }) => ({ field: `${prefix}leads`, message }))
}

/** A task to add; one that is `proposed` is given to nobody yet. `words` go into its history. */
export interface NewPart extends TaskRows, Pick<store.NewTask, 'lateReason' | 'parentId'> {
  readonly state: 'assigned' | 'proposed'
  readonly words: string | null
}

/** Stores tasks of a clause, hangs them on it and tells; those that are there already are left. Refuses ids of other clauses. */
export async function addTasks(
  ctx: Ctx,
  tx: Tx,
  {
    from,
    step,
    tasks,
  }: {
    readonly from: store.Task
    readonly step: string
    readonly tasks: readonly NewPart[]
  },
): Promise<string[]> {
  const before = await store.lockTasks(
    tx,
    tasks.map(({ id }) => id),
  )
  if (before.some(({ measureId }) => measureId !== from.measureId))
    throw new TasksDoNotFit('有任务的编号已被别的措施使用')
  const fresh = tasks.filter(({ id }) => !before.some((known) => known.id === id))
  const stored = await store.insertTasks(
    tx,
    fresh.map((task) => ({ ...task, measureId: from.measureId, changedAt: ctx.now })),
  )
  if (stored.size !== fresh.length) throw new TasksDoNotFit('有任务的编号已被使用，请刷新后重试')
  const taskIds = fresh.map(({ id }) => id)
  await store.insertEvents(
    tx,
    fresh.map(({ id: taskId, state, words }) =>
      eventOf(ctx, { taskId, step: state === 'proposed' ? 'propose-part' : step, toState: state, words }),
    ),
  )
  await hangTasks(ctx, tx, taskIds)
  const given = fresh.filter(({ state }) => state === 'assigned')
  const bodyIds = [...new Set(given.flatMap(({ parties }) => parties.flatMap(({ bodyId }) => bodyId ?? [])))]
  if (given.length > 0) await ctx.publish(tx, tasksAssigned({ taskIds: given.map(({ id }) => id), bodyIds }))
  return tasks.map(({ id }) => id)
}
