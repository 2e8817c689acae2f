import type { Ctx, Db } from '@guangyue/platform/db'
import { OwnRequest } from '../errors.ts'
import { findDocument } from '../store/documents.ts'
import { findAsker } from '../store/requests.ts'
import { findTask, listParties, type Task } from '../store/tasks.ts'

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

/** Reads who the parties are, and weighs them against the actor's bodies and roles. */
export async function roleIn(ctx: Ctx, db: Db, task: Task): Promise<TaskRole> {
  const parties = await listParties(db, [task.id])
  const leads = parties.filter(({ role }) => role === 'lead')
  const leadBodies = leads.flatMap(({ bodyId }) => bodyId ?? [])
  const [first] = leads
  const all = parties.flatMap(({ bodyId }) => bodyId ?? [])
  const above = await leadsAbove(db, task)
  const verifiers = [...above, ...(await supervisorsOf(db, task))]
  const maySteer = ctx.can('ledger.steer')
  return {
    leads: leads.map(({ name }) => name),
    sees: ctx.can('ledger.read', { bodies: notGiven(task) ? verifiers : [...all, ...verifiers] }),
    isLead: ctx.can('ledger.report', { bodies: leadBodies }),
    isFirstLead: ctx.can('ledger.report', { bodies: first?.bodyId ? [first.bodyId] : [] }),
    maySteer,
    mayApprove: maySteer && !(await isOwnRequest(ctx, db, { task, above })),
    mayVerify: ctx.can('ledger.verify', { bodies: verifiers }),
    ownTask: ctx.actor.bodyId !== null && leadBodies.includes(ctx.actor.bodyId),
    mayEdit: ctx.can('ledger.confirm'),
    mayBreakDown: ctx.can('ledger.break-down', { bodies: leadBodies }),
    refuse: (action) => ctx.require(action, { bodies: [] }),
  }
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

/** Leads of the task above; they may verify its parts. */
async function leadsAbove(db: Db, { parentId }: Task): Promise<readonly string[]> {
  const above = parentId === null ? undefined : await findTask(db, parentId)
  const parties = above ? await listParties(db, [above.id]) : []
  return parties.filter(({ role }) => role === 'lead').flatMap(({ bodyId }) => bodyId ?? [])
}

/** The document's supervising body, which may verify beside the office. */
async function supervisorsOf(db: Db, task: Task): Promise<readonly string[]> {
  const document = await findDocument(db, task.documentId)
  return document?.supervisorBodyId ? [document.supervisorBodyId] : []
}
