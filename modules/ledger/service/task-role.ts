import type { Ctx, Db } from '@guangyue/platform/db'
import { findDocument } from '../store/documents.ts'
import { findTask, listParties, type Task } from '../store/tasks.ts'

/** What the actor is to one task. */
export interface TaskRole {
  /** Names of the leads, the first reports for all. */
  readonly leads: readonly string[]
  readonly sees: boolean
  readonly isLead: boolean
  readonly isFirstLead: boolean
  readonly maySteer: boolean
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
  const verifiers = await verifiersOf(db, task)
  const isLead = ctx.can('ledger.report', { bodies: leadBodies })
  return {
    leads: leads.map(({ name }) => name),
    sees: ctx.can('ledger.read', { bodies: [...all, ...verifiers] }),
    isLead,
    isFirstLead: ctx.can('ledger.report', { bodies: first?.bodyId ? [first.bodyId] : [] }),
    maySteer: ctx.can('ledger.steer'),
    mayVerify: ctx.can('ledger.verify', { bodies: verifiers }),
    ownTask: ctx.actor.bodyId !== null && leadBodies.includes(ctx.actor.bodyId),
    mayEdit: ctx.can('ledger.confirm'),
    mayBreakDown: ctx.can('ledger.break-down', { bodies: leadBodies }),
    refuse: (action) => ctx.require(action, { bodies: [] }),
  }
}

/** Units that may verify beside the office: the document's supervising body, and the leads of the task above. */
async function verifiersOf(db: Db, task: Task): Promise<readonly string[]> {
  const document = await findDocument(db, task.documentId)
  const above = task.parentId === null ? undefined : await findTask(db, task.parentId)
  const parties = above ? await listParties(db, [above.id]) : []
  const leads = parties.filter(({ role }) => role === 'lead').flatMap(({ bodyId }) => bodyId ?? [])
  return [...leads, ...(document?.supervisorBodyId ? [document.supervisorBodyId] : [])]
}
