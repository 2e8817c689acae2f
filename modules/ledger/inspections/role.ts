import type { Ctx } from '@guangyue/platform/db'
import { reachOf } from '../service/reach.ts'
import type { Finding } from './finding-store.ts'
import type { Inspection, Reach } from './store.ts'

/** Whose inspections and findings the actor sees; null for all. Bodies inspected learn of one by its findings. */
export function inspectionReach(ctx: Ctx): Reach | null {
  const bodies = reachOf(ctx)
  return bodies === null ? null : { accountId: ctx.actor.accountId, bodies }
}

/** What the actor is to one inspection. */
export interface InspectionRole {
  /** Sees the plan and every finding: the office, who reads the whole city, the team, the verifying unit. */
  readonly seesAll: boolean
  readonly mayPlan: boolean
  /** Enters findings: the team and the office. */
  readonly mayRecord: boolean
}

export function roleInInspection(ctx: Ctx, inspection: Inspection): InspectionRole {
  const { accountId } = ctx.actor
  const member = accountId !== null && inspection.members.some((one) => one.accountId === accountId)
  const mayPlan = ctx.can('ledger.inspect')
  return {
    seesAll: reachOf(ctx) === null || member || verifies(ctx, inspection.verifierBodyId),
    mayPlan,
    mayRecord: mayPlan || member,
  }
}

/** What the actor is to one finding. */
export interface FindingRole {
  readonly mayMend: boolean
  /** A head of the very unit. */
  readonly isHead: boolean
  /** Belongs to the very unit, so never verifies. */
  readonly own: boolean
  /** The office, or the unit that the plan names, unless that is the owner. */
  readonly mayVerify: boolean
  readonly mayClose: boolean
}

export function roleInFinding(ctx: Ctx, finding: Finding): FindingRole {
  const { bodyId, roles } = ctx.actor
  const own = bodyId === finding.bodyId
  const verifier = finding.verifierBodyId === finding.bodyId ? null : finding.verifierBodyId
  return {
    own,
    mayMend: ctx.can('ledger.report', { bodies: [finding.bodyId] }),
    isHead: own && roles.includes('head'),
    mayVerify: !own && verifies(ctx, verifier),
    mayClose: ctx.can('ledger.inspect'),
  }
}

function verifies(ctx: Ctx, verifier: string | null): boolean {
  return ctx.can('ledger.verify', { bodies: verifier === null ? [] : [verifier] })
}
