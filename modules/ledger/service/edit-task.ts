import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import { TaskUnknown } from '../errors.ts'
import { taskChanged } from '../events.ts'
import { chosenParty } from '../model/faults.ts'
import { datesOf } from '../model/light.ts'
import type { MilestoneRow } from '../model/task-rows.ts'
import { touchProposed } from '../store/requests.ts'
import * as store from '../store/tasks.ts'
import { agreedPast } from './agreed-past.ts'
import { eventOf } from './confirm.ts'
import { hangTasks } from './hang-tasks.ts'
import { type TaskEdit, typedRows } from './typed-tasks.ts'

/** What is to be different of a task; what is not said stays. */
export interface EditInput extends Partial<TaskEdit> {
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
  input: TaskEdit & { readonly id: string; readonly version: number; readonly reason: string },
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
  const [rows] = await typedRows(ctx, tx, { task, typed: [typed], field: input.field, parties: held.chosen })
  if (!rows) return false
  const reached = (row: MilestoneRow) => held.own.find(({ phrase, due }) => phrase === row.phrase && due === row.due)
  const own = rows.milestones
    .filter(({ inherited }) => !inherited)
    .map((row) => ({ ...row, reachedOn: reached(row)?.reachedOn ?? null }))
  const milestones = [...own, ...held.inherited]
  const parties = input.leads || input.supports ? rows.parties : held.parties
  const next = { ...rows, parties, milestones }
  const dates = datesOf(milestones)
  const change = { id: task.id, version: task.version, changedAt: ctx.now, title: next.title, ...dates }
  // The office, which corrects, agrees by that to a part that ends after its task.
  const agreed = await agreedPast(tx, task, dates.due)
  if (!(await store.updateTask(tx, { ...change, agreedPast: agreed }))) return false
  await touchProposed(tx, task.id)
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
  await ctx.publish(tx, taskChanged({ taskId: task.id, step: input.step, by: ctx.actor.accountId }))
  return true
}

function said({ title, leads, supports, dates, targets }: EditInput): Partial<TaskEdit> {
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
