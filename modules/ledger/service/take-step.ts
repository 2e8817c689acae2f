import { findPlainDate, yearOf } from '@guangyue/kernel/calendar'
import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { LeadCannotVerify, NotTheLead, StepNotPossible, TaskUnknown } from '../errors.ts'
import { taskChanged, taskStepped, tasksAssigned } from '../events.ts'
import { datesOf } from '../model/light.ts'
import { after, type By, type Step, stateLabels, stepNames, steps, type TaskState } from '../model/steps.ts'
import { readTypedDate } from '../model/typed-date.ts'
import type { Extension, Task, TaskChange } from '../store/tasks.ts'
import * as store from '../store/tasks.ts'
import { agreedPast } from './agreed-past.ts'
import { eventOf } from './confirm.ts'
import { hangTasks } from './hang-tasks.ts'
import { refuseToApprove, roleIn, type TaskRole } from './task-role.ts'
import { openStates } from './typed-tasks.ts'

export interface StepInput {
  readonly id: string
  readonly version: number
  readonly step: Step
  readonly words: string
  /** For ask-extension: the new day, or a phrase. */
  readonly due?: string | null
}

/** Takes one step of the table in `model/steps.ts`. Refuses what the state, the person's unit or missing words forbid. */
export async function takeStep(ctx: Ctx, input: StepInput): Promise<{ version: number; state: TaskState }> {
  ctx.require('ledger.step')
  return ctx.transact((tx) => takeStepIn(ctx, tx, input))
}

/** The same inside a transaction. */
export async function takeStepIn(ctx: Ctx, tx: Tx, input: StepInput): Promise<{ version: number; state: TaskState }> {
  const [task] = await store.lockTasks(tx, [input.id])
  if (!task) throw new TaskUnknown()
  const role = await roleIn(ctx, tx, task)
  if (!role.sees) throw new TaskUnknown()
  checkAuthority(role, input.step)
  if (task.version !== input.version) throw new StaleVersion(input, task)
  const state = after(task.state, input.step, task.suspendedIn)
  if (state === null) {
    throw new StepNotPossible(steps[input.step].label, { name: task.state, label: stateLabels[task.state] })
  }
  checkWords(input)
  await applyStep(ctx, tx, { task, input, state })
  await record(ctx, tx, { task, input, state })
  return { version: task.version + 1, state }
}

/** The steps that the actor may take on a task now. */
export function possibleSteps(
  role: TaskRole,
  task: Pick<Task, 'state' | 'extension' | 'suspendedIn'>,
): readonly Step[] {
  return stepNames.filter(
    (step) =>
      mayTake(role, steps[step].by) &&
      after(task.state, step, task.suspendedIn) !== null &&
      fitsExtension(step, task.extension),
  )
}

/** An extension is answered when it was asked, and asked when none waits. */
function fitsExtension(step: Step, extension: Extension | null): boolean {
  if (step === 'grant-extension' || step === 'refuse-extension') return extension !== null
  return step !== 'ask-extension' || extension === null
}

function mayTake(role: TaskRole, by: By): boolean {
  if (by === 'lead') return role.isLead
  if (by === 'first-lead') return role.isFirstLead
  if (by === 'approver') return role.mayApprove
  return by === 'verifier' ? role.mayVerify && !role.ownTask : role.maySteer
}

function checkAuthority(role: TaskRole, step: Step): void {
  const { by, label } = steps[step]
  if (mayTake(role, by)) return
  if (by === 'lead' || by === 'first-lead') throw new NotTheLead(role.leads.join('、'), label)
  if (by === 'verifier' && role.ownTask) throw new LeadCannotVerify()
  if (by === 'approver') refuseToApprove(role)
  role.refuse(by === 'verifier' ? 'ledger.verify' : 'ledger.steer')
}

function checkWords({ step, words }: StepInput): void {
  if (steps[step].words === 'needed' && words === '') {
    const message =
      step === 'report'
        ? '请写明完成情况，例如：已于6月25日上线，办理132件'
        : step === 'approve-part'
          ? '请写明批准的意见'
          : '请写明原因'
    throw new InputInvalid([{ field: 'words', message }])
  }
}

interface Stepping {
  readonly task: Task
  readonly input: StepInput
  readonly state: TaskState
}

async function applyStep(ctx: Ctx, tx: Tx, stepping: Stepping): Promise<void> {
  const { task, input, state } = stepping
  const change: TaskChange = { id: task.id, version: task.version, changedAt: ctx.now, state }
  const written = await store.updateTask(tx, { ...change, ...(await effectOf(ctx, tx, stepping)) })
  if (!written) throw new StaleVersion(input, task)
}

/** What a step changes besides the state. */
async function effectOf(ctx: Ctx, tx: Tx, { task, input }: Stepping): Promise<Partial<TaskChange>> {
  switch (input.step) {
    case 'report':
      return { reportedOn: ctx.today }
    case 'return':
      return { reportedOn: null }
    case 'suspend':
      return { suspendedIn: task.state }
    case 'resume':
      return { suspendedIn: null }
    case 'ask-extension':
      return { extension: extensionOf(ctx, task, input) }
    case 'refuse-extension':
      askedOrRefuse(task, input.step)
      return { extension: null }
    case 'grant-extension':
      return grant(tx, task, askedOrRefuse(task, input.step))
    case 'approve-part':
      await checkAbove(tx, task)
      return { agreedPast: await agreedPast(tx, task, task.due) }
    default:
      return {}
  }
}

function askedOrRefuse({ extension, state }: Task, step: Step): Extension {
  if (extension) return extension
  throw new StepNotPossible(steps[step].label, { name: state, label: '没有待批的延期申请' })
}

function extensionOf(ctx: Ctx, task: Task, { due, words }: StepInput): Extension {
  const refuse = (message: string) => new InputInvalid([{ field: 'due', message }])
  if (!task.due) throw refuse('这项任务没有规定日期，不需要延期')
  if (!due) throw refuse('请填写拟延至的日期，例如 2021-09-30')
  const read = readTypedDate(due, yearOf(ctx.today))
  if ('problem' in read) throw refuse(read.problem)
  const day = findPlainDate(read.date.due ?? '')
  if (!day) throw refuse('请填写具体日期，例如 2021-09-30')
  if (day <= task.due) throw refuse(`拟延至的日期应晚于现在的时限 ${task.due}`)
  return { due: day, phrase: read.date.phrase, reason: words, by: ctx.actor.name, on: ctx.today }
}

/** A part of a task that has ended meanwhile is no longer approved. */
async function checkAbove(tx: Tx, { parentId, state }: Task): Promise<void> {
  const above = parentId === null ? undefined : await store.findTask(tx, parentId)
  if (above && !openStates.includes(above.state)) {
    throw new StepNotPossible('批准', { name: state, label: `的上级任务${stateLabels[above.state]}` })
  }
}

/** The last own date moves; earlier ones that were not reached stay as they are. */
async function grant(tx: Tx, task: Task, { due, phrase }: Extension): Promise<Partial<TaskChange>> {
  await store.updateLastDate(tx, { taskId: task.id, due, phrase })
  const dates = datesOf(await store.listMilestones(tx, [task.id]))
  const agreed = await agreedPast(tx, task, dates.due)
  return { ...dates, originalDue: task.originalDue ?? task.due, extension: null, agreedPast: agreed }
}

async function record(ctx: Ctx, tx: Tx, { task, input, state }: Stepping): Promise<void> {
  const { step, words, due } = input
  const said = step === 'ask-extension' ? `拟延至 ${due}：${words}` : words
  await store.insertEvents(tx, [eventOf(ctx, { taskId: task.id, step, toState: state, words: said || null })])
  await ctx.audit(tx, `ledger.${step}`, {
    thing: `task/${task.id}`,
    before: { state: task.state, due: task.due },
    after: { state, due: due ?? task.due },
    reason: words || undefined,
  })
  await hangTasks(ctx, tx, [task.id])
  await ctx.publish(tx, taskStepped({ taskId: task.id, step, state, by: ctx.actor.accountId }))
  if (step === 'approve-part') {
    const bodyIds = (await store.listParties(tx, [task.id])).flatMap(({ bodyId }) => bodyId ?? [])
    await ctx.publish(tx, tasksAssigned({ taskIds: [task.id], bodyIds }))
  }
}

/** A lead says that one of the task's own dates was kept; the light follows the next one. */
export async function reachMilestone(
  ctx: Ctx,
  input: { readonly id: string; readonly milestone: string; readonly version: number; readonly words: string },
): Promise<{ version: number }> {
  ctx.require('ledger.act')
  return ctx.transact(async (tx) => {
    const [task] = await store.lockTasks(tx, [input.id])
    if (!task) throw new TaskUnknown()
    const role = await roleIn(ctx, tx, task)
    if (!role.sees) throw new TaskUnknown()
    if (!role.isLead && !role.maySteer) throw new NotTheLead(role.leads.join('、'), '登记节点')
    if (task.version !== input.version) throw new StaleVersion(input, task)
    const reached = await store.updateMilestoneReached(tx, { id: input.milestone, taskId: task.id, on: ctx.today })
    if (!reached)
      throw new StepNotPossible('再次登记', { name: task.state, label: '的这个节点已经登记过，或不属于本任务' })
    const dates = datesOf(await store.listMilestones(tx, [task.id]))
    await store.updateTask(tx, { id: task.id, version: task.version, changedAt: ctx.now, ...dates })
    await store.insertEvents(tx, [
      eventOf(ctx, { taskId: task.id, step: 'reach-milestone', toState: task.state, words: input.words }),
    ])
    await ctx.audit(tx, 'ledger.reach-milestone', { thing: `task/${task.id}`, after: { milestone: input.milestone } })
    await hangTasks(ctx, tx, [task.id])
    await ctx.publish(tx, taskChanged({ taskId: task.id, step: 'reach-milestone', by: ctx.actor.accountId }))
    return { version: task.version + 1 }
  })
}
