import { bodyNames } from '@guangyue/modules/organisations'
import { type Ctx, type Db, StaleVersion, type Tx } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { InputInvalid } from '@guangyue/platform/http'
import { NotTheLead, StepNotPossible, TasksDoNotFit, TaskUnknown } from '../errors.ts'
import { tasksAssigned } from '../events.ts'
import { chosenParty, faultsOf } from '../model/faults.ts'
import type { DraftParty, DraftTask } from '../model/ledger.ts'
import { datesOf } from '../model/light.ts'
import { stateLabels } from '../model/steps.ts'
import { type MilestoneRow, type TaskRows, taskRows } from '../model/task-rows.ts'
import { findDocument } from '../store/documents.ts'
import * as store from '../store/tasks.ts'
import { eventOf } from './confirm.ts'
import { dayOf } from './draft.ts'
import { hangTasks } from './hang-tasks.ts'
import { roleIn } from './task-role.ts'
import { readTypedTasks, type TypedTask } from './typed-draft.ts'

type Edit = Omit<TypedTask, 'id' | 'span'>

const OPEN: readonly store.Task['state'][] = ['assigned', 'in-progress', 'returned', 'suspended', 'reported']

/** What is to be different of a task; what is not said stays. */
export interface EditInput extends Partial<Edit> {
  readonly id: string
  readonly version: number
  readonly reason: string
  /** As the history calls it. */
  readonly step: 'edit' | 'sheet-return'
  /** What comes before a field's name in a refusal. */
  readonly field: string
}

/** Corrects a task that exists; the reason stands in its history. */
export async function editTask(
  ctx: Ctx,
  input: Edit & { readonly id: string; readonly version: number; readonly reason: string },
): Promise<{ version: number }> {
  ctx.require('ledger.confirm')
  return ctx.transact(async (tx) => {
    if (!(await editTaskIn(ctx, tx, { ...input, step: 'edit', field: '' }))) {
      const current = await store.findTask(tx, input.id)
      throw current ? new StaleVersion(input, current) : new TaskUnknown()
    }
    return { version: input.version + 1 }
  })
}

/** The same inside a transaction; false when the version is another. Dates that stay keep that they were reached. */
export async function editTaskIn(ctx: Ctx, tx: Tx, input: EditInput): Promise<boolean> {
  const [task] = await store.lockTasks(tx, [input.id])
  if (!task || task.version !== input.version) return false
  const held = await heldOf(tx, task)
  const typed = { ...held.edit, ...said(input), id: task.id }
  const [rows] = await rowsOf(ctx, tx, { task, typed: [typed], field: input.field, parties: held.chosen })
  if (!rows) return false
  const reached = (row: MilestoneRow) => held.own.find(({ phrase, due }) => phrase === row.phrase && due === row.due)
  const own = rows.milestones
    .filter(({ inherited }) => !inherited)
    .map((row) => ({ ...row, reachedOn: reached(row)?.reachedOn ?? null }))
  const milestones = [...own, ...held.inherited]
  const parties = input.leads || input.supports ? rows.parties : held.parties
  const next = { ...rows, parties, milestones }
  const change = { id: task.id, version: task.version, changedAt: ctx.now, title: next.title, ...datesOf(milestones) }
  if (!(await store.updateTask(tx, change))) return false
  await store.replaceDetails(tx, [next])
  await store.insertEvents(tx, [
    eventOf(ctx, { taskId: task.id, step: input.step, toState: task.state, words: input.reason }),
  ])
  await ctx.audit(tx, `ledger.${input.step}`, {
    thing: `task/${task.id}`,
    before: { ...task, ...held.edit },
    after: next,
    reason: input.reason,
  })
  await hangTasks(ctx, tx, [task.id])
  return true
}

function said({ title, leads, supports, dates, targets }: EditInput): Partial<Edit> {
  return {
    ...(title !== undefined && { title }),
    ...(leads !== undefined && { leads }),
    ...(supports !== undefined && { supports }),
    ...(dates !== undefined && { dates }),
    ...(targets !== undefined && { targets }),
  }
}

/** A task as it stands, in the shape of an edit; a group stands as its printed name. */
async function heldOf(tx: Tx, task: store.Task) {
  const rows = await store.listParties(tx, [task.id])
  const milestones = await store.listMilestones(tx, [task.id])
  const names = (role: 'lead' | 'support') => {
    const own = rows.filter((row) => row.role === role)
    return [...new Map(own.map((row) => [row.viaGroup ?? row.name, row])).entries()].map(
      ([name, { bodyId, viaGroup }]) => ({
        name,
        bodyId: viaGroup === null ? bodyId : null,
      }),
    )
  }
  const own = milestones.filter(({ inherited }) => !inherited)
  return {
    parties: rows.map(({ taskId: _, ...row }) => row),
    /** Names whose bodies were chosen by a person stay so. */
    chosen: rows.flatMap(({ name, bodyId, viaGroup }) =>
      bodyId === null || viaGroup !== null ? [] : [chosenParty(name, bodyId)],
    ),
    own,
    inherited: milestones.filter(({ inherited }) => inherited),
    edit: {
      title: task.title,
      leads: names('lead'),
      supports: names('support'),
      dates: own.map(({ phrase, due }) => ({ phrase, due })),
      targets: (await store.listTargets(tx, [task.id])).map(({ taskId: _, ordinal: __, op, ...target }) => ({
        ...target,
        op: op as '>=',
      })),
    },
  }
}

export interface Part extends Edit {
  readonly id: string
  readonly lateReason?: string | null
}

/**
 * A lead breaks its task down to units below or beside it. A part ends no later than the task unless a reason is given.
 * The same parts sent again are the same parts.
 */
export async function breakDown(
  ctx: Ctx,
  { id, parts }: { readonly id: string; readonly parts: readonly Part[] },
): Promise<{ taskIds: string[] }> {
  ctx.require('ledger.break-down')
  const task = await store.findTask(ctx.db, id)
  if (!task) throw new TaskUnknown()
  const role = await roleIn(ctx, ctx.db, task)
  if (!role.sees) throw new TaskUnknown()
  if (!role.mayBreakDown) throw new NotTheLead(role.leads.join('、'), '分解任务')
  if (!OPEN.includes(task.state)) {
    throw new StepNotPossible('分解', { name: task.state, label: stateLabels[task.state] })
  }
  const rows = await rowsOf(ctx, ctx.db, { task, typed: parts, field: 'parts' })
  checkNotLater(task, rows, parts)
  return ctx.transact(async (tx) => {
    const taskIds = await addTasks(ctx, tx, {
      from: task,
      step: 'break-down',
      tasks: rows.map((row, at) => ({ ...row, lateReason: parts[at]?.lateReason ?? null, parentId: task.id })),
    })
    await ctx.audit(tx, 'ledger.break-down', { thing: `task/${task.id}`, after: { taskIds } })
    return { taskIds }
  })
}

function checkNotLater(task: store.Task, rows: readonly TaskRows[], parts: readonly Part[]): void {
  const faults: FieldFault[] = rows.flatMap((row, at) => {
    const late = task.due !== null && row.due !== null && row.due > task.due && !parts[at]?.lateReason
    const message = `晚于上级任务的时限 ${task.due}。请提前，或写明原因`
    return late ? [{ field: `parts.${at}.dates.0.due`, message }] : []
  })
  if (faults.length > 0) throw new InputInvalid(faults)
}

/** Replaces one task by several of the same clause; the old one stays, marked as split. */
export async function splitTask(
  ctx: Ctx,
  input: { readonly id: string; readonly version: number; readonly reason: string; readonly into: readonly Part[] },
): Promise<{ taskIds: string[] }> {
  ctx.require('ledger.confirm')
  const seen = await store.findTask(ctx.db, input.id)
  if (!seen) throw new TaskUnknown()
  const rows = await rowsOf(ctx, ctx.db, { task: seen, typed: input.into, field: 'into' })
  return ctx.transact(async (tx) => {
    const [task] = await store.lockTasks(tx, [seen.id])
    if (!task || !OPEN.includes(task.state)) throw new TasksDoNotFit('这项任务已经结束或已拆分，不能再拆分')
    const change = { id: task.id, version: input.version, changedAt: ctx.now, state: 'split' as const }
    if (!(await store.updateTask(tx, change))) throw new StaleVersion(input, task)
    const taskIds = await addTasks(ctx, tx, {
      from: task,
      step: 'from-split',
      tasks: rows.map((row) => ({ ...row, lateReason: null, parentId: task.parentId })),
    })
    const said = { taskId: task.id, step: 'split', toState: 'split' as const, words: input.reason }
    await store.insertEvents(tx, [eventOf(ctx, said)])
    await hangTasks(ctx, tx, [task.id])
    await ctx.audit(tx, 'ledger.split', { thing: `task/${task.id}`, after: { taskIds }, reason: input.reason })
    return { taskIds }
  })
}

/** Takes other tasks of the same clause into one: their dates and targets come along, they stay marked as merged. */
export async function mergeTasks(
  ctx: Ctx,
  input: {
    readonly id: string
    readonly version: number
    readonly others: readonly { readonly id: string; readonly version: number }[]
    readonly reason: string
  },
): Promise<{ version: number }> {
  ctx.require('ledger.confirm')
  return ctx.transact(async (tx) => {
    const ids = [input.id, ...input.others.map(({ id }) => id)]
    const locked = await store.lockTasks(tx, ids)
    const target = locked.find(({ id }) => id === input.id)
    const others = locked.filter(({ id }) => id !== input.id)
    if (!target) throw new TaskUnknown()
    checkMergeable(target, others, new Set(ids).size)
    const milestones = await store.listMilestones(tx, ids)
    const own = milestones.filter(({ inherited }) => !inherited).map((row, ordinal) => ({ ...row, ordinal }))
    const inherited = milestones.filter((row) => row.inherited && row.taskId === target.id)
    const targets = (await store.listTargets(tx, ids)).map((row, ordinal) => ({ ...row, ordinal }))
    const parties = (await store.listParties(tx, [target.id])).map(({ taskId: _, ...row }) => row)
    for (const { id, version } of input.others) {
      const merged = { id, version, changedAt: ctx.now, state: 'merged' as const, mergedInto: target.id }
      if (!(await store.updateTask(tx, merged))) throw new StaleVersion(input, others)
    }
    const all = [...own, ...inherited]
    const change = { id: target.id, version: input.version, changedAt: ctx.now, ...datesOf(all) }
    if (!(await store.updateTask(tx, change))) throw new StaleVersion(input, target)
    await moveDetails(tx, { target: { id: target.id, parties, milestones: all, targets }, others })
    await store.insertEvents(tx, [
      eventOf(ctx, { taskId: target.id, step: 'take-in', toState: target.state, words: input.reason }),
      ...others.map(({ id }) => eventOf(ctx, { taskId: id, step: 'merge', toState: 'merged', words: input.reason })),
    ])
    await hangTasks(ctx, tx, ids)
    await ctx.audit(tx, 'ledger.merge', { thing: `task/${target.id}`, after: { ids }, reason: input.reason })
    return { version: input.version + 1 }
  })
}

/** The others keep their parties, so that their units still find them; their dates and targets are the target's now. */
async function moveDetails(
  tx: Tx,
  { target, others }: { target: Parameters<typeof store.replaceDetails>[1][number]; others: readonly store.Task[] },
): Promise<void> {
  const parties = await store.listParties(
    tx,
    others.map(({ id }) => id),
  )
  const emptied = others.map(({ id }) => ({
    id,
    parties: parties.filter(({ taskId }) => taskId === id).map(({ taskId: _, ...row }) => row),
    milestones: [],
    targets: [],
  }))
  await store.replaceDetails(tx, [...emptied, target])
}

function checkMergeable(target: store.Task, others: readonly store.Task[], asked: number): void {
  if (others.length + 1 !== asked) throw new TasksDoNotFit('要合并的任务中有的已不存在')
  if ([target, ...others].some(({ state }) => !OPEN.includes(state)))
    throw new TasksDoNotFit('要合并的任务中有的已经结束')
  if (others.some(({ measureId }) => measureId !== target.measureId))
    throw new TasksDoNotFit('只能合并同一条措施的任务')
}

interface Typing {
  readonly task: store.Task
  readonly typed: readonly (Edit & { readonly id: string })[]
  readonly field: string
  readonly parties?: readonly DraftParty[]
}

/** Typed tasks as rows to store; refuses by field what has no known lead. */
async function rowsOf(ctx: Ctx, db: Db, { task, typed, field, parties = [] }: Typing): Promise<readonly TaskRows[]> {
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

async function addTasks(
  ctx: Ctx,
  tx: Tx,
  {
    from,
    step,
    tasks,
  }: {
    readonly from: store.Task
    readonly step: string
    readonly tasks: readonly (TaskRows & Pick<store.NewTask, 'lateReason' | 'parentId'>)[]
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
    fresh.map((task) => ({ ...task, measureId: from.measureId, state: 'assigned', changedAt: ctx.now })),
  )
  if (stored.size !== fresh.length) throw new TasksDoNotFit('有任务的编号已被使用，请刷新后重试')
  const taskIds = fresh.map(({ id }) => id)
  await store.insertEvents(
    tx,
    taskIds.map((taskId) => eventOf(ctx, { taskId, step, toState: 'assigned', words: null })),
  )
  await hangTasks(ctx, tx, taskIds)
  const bodyIds = [...new Set(fresh.flatMap(({ parties }) => parties.flatMap(({ bodyId }) => bodyId ?? [])))]
  if (taskIds.length > 0) await ctx.publish(tx, tasksAssigned({ taskIds, bodyIds }))
  return tasks.map(({ id }) => id)
}
