import type { Ctx, Db } from '@guangyue/platform/db'
import { OwnRequest } from '../errors.ts'
import { findAsker } from '../store/requests.ts'
import { listPartiesAround, type Task } from '../store/tasks.ts'
import { officeBodies } from './bodies.ts'

/** What the actor is to one task. */
export interface TaskRole {
  /** Names of the leads, the first reports for all. */
  readonly leads: readonly string[]
  readonly sees: boolean
  readonly isLead: boolean
  readonly isFirstLead: boolean
  readonly maySteer: boolean
  /** Of the office, and neither the one who asked nor, for a part, of the unit that breaks its task down. */
  readonly mayApprove: boolean
  readonly mayVerify: boolean
  /** The actor's own unit is among the leads: it never verifies. */
  readonly ownTask: boolean
  readonly mayEdit: boolean
  readonly mayBreakDown: boolean
  /** Throws the refusal for an action. */
  refuse(action: string): void
}

/**
 * Reads who the parties are, unless they are given as `listPartiesAround` found them, and weighs them against the actor's
 * bodies and roles.
 */
export async function roleIn(
  ctx: Ctx,
  db: Db,
  task: Task,
  given?: Awaited<ReturnType<typeof listPartiesAround>>,
): Promise<TaskRole> {
  const around = given ?? (await listPartiesAround(db, task))
  const parties = around.filter(({ taskId }) => taskId === task.id)
  const leads = parties.filter(({ role }) => role === 'lead')
  const leadBodies = leads.flatMap(({ bodyId }) => bodyId ?? [])
  const [first] = leads
  const all = parties.flatMap(({ bodyId }) => bodyId ?? [])
  // leads of the task above may verify its parts
  const above = around.flatMap(({ taskId, role, bodyId }) =>
    taskId !== task.id && role === 'lead' && bodyId ? [bodyId] : [],
  )
  const verifiers = task.supervisorId === null ? above : [...above, task.supervisorId]
  const maySteer = ctx.can('ledger.steer')
  return {
    leads: leads.map(({ name }) => name),
    sees: ctx.can('ledger.read', { bodies: notGiven(task) ? verifiers : [...all, ...verifiers] }),
    isLead: ctx.can('ledger.report', { bodies: leadBodies }),
    isFirstLead: ctx.can('ledger.report', { bodies: first?.bodyId ? [first.bodyId] : [] }),
    maySteer,
    mayApprove: maySteer && !(await isOwnRequest(ctx, db, { task, above })),
    mayVerify: ctx.can('ledger.verify', { bodies: verifiers }) || (await verifiesOffice(ctx, db, leadBodies)),
    ownTask: ctx.actor.bodyId !== null && leadBodies.includes(ctx.actor.bodyId),
    mayEdit: ctx.can('ledger.confirm'),
    mayBreakDown: ctx.can('ledger.break-down', { bodies: leadBodies }),
    refuse: (action) => ctx.require(action, { bodies: [] }),
  }
}

/** A leader of the city verifies what the office leads (decision 0010). */
async function verifiesOffice(ctx: Ctx, db: Db, leadBodies: readonly string[]): Promise<boolean> {
  if (!ctx.can('ledger.verify-office')) return false
  const office = await officeBodies(db)
  return leadBodies.some((bodyId) => office.includes(bodyId))
}

/** A part that waits for approval or was refused: its units know nothing of it. */
function notGiven({ state }: Pick<Task, 'state'>): boolean {
  return state === 'proposed' || state === 'refused'
}

/** Throws why the actor does not answer what was asked for a task. */
export function refuseToApprove(role: TaskRole): void {
  if (role.maySteer) throw new OwnRequest()
  role.refuse('ledger.steer')
}

async function isOwnRequest(
  ctx: Ctx,
  db: Db,
  { task, above }: { readonly task: Task; readonly above: readonly string[] },
): Promise<boolean> {
  if (task.state === 'proposed' && ctx.actor.bodyId !== null && above.includes(ctx.actor.bodyId)) return true
  if (task.state !== 'proposed' && task.extension === null) return false
  return ctx.actor.accountId !== null && (await findAsker(db, task.id)) === ctx.actor.accountId
}
