import type { Act, Person, Post, Procedure } from '@guangyue/kernel/process'
import type { Ctx, Db } from '@guangyue/platform/db'
import { bodyKeys } from '../organisations/index.ts'
import { CaseUnknown } from './errors.ts'
import { type CaseFile, listParts } from './store.ts'
import { stepOf } from './words.ts'

/** What the actor is to one case. Somebody's own case is never handled by them, whatever their office. */
export type CaseRole =
  | { readonly kind: 'applicant' }
  /** `unit` is the own body, where it has part in the case; null for who only reads, for a body above. */
  | { readonly kind: 'unit'; readonly unit: string | null; readonly posts: readonly Post[] }

const postsByRole: Readonly<Record<string, Post>> = { clerk: 'clerk', officer: 'officer', head: 'head' }

/** The posts that the actor's roles stand for. */
export function postsOf({ actor }: Pick<Ctx, 'actor'>): readonly Post[] {
  return actor.roles.flatMap((role) => postsByRole[role] ?? [])
}

/** Refuses (CaseUnknown) whoever neither applied nor belongs to a unit that has part in the case, or one above. */
export async function roleIn(ctx: Ctx, db: Db, file: Pick<CaseFile, 'id' | 'applicantId'>): Promise<CaseRole> {
  const { accountId, bodyId, bodies } = ctx.actor
  if (accountId !== null && file.applicantId === accountId) return { kind: 'applicant' }
  if (!ctx.can('cases.handle')) throw new CaseUnknown()
  const parts = await listParts(db, file.id)
  const keys = await bodyKeys(db, bodies)
  const units = new Set(parts.map(({ unit }) => unit))
  if (![...keys.values()].some((key) => units.has(key))) throw new CaseUnknown()
  const own = keys.get(bodyId ?? '')
  return { kind: 'unit', unit: own !== undefined && units.has(own) ? own : null, posts: postsOf(ctx) }
}

/**
 * As whom the actor does an act. Of several posts the one that the act needs. Where a window took the application in for
 * somebody without an account, the accepting unit hands in and withdraws on their behalf.
 */
export function personFor(
  role: CaseRole,
  {
    act,
    procedure,
    file,
  }: { readonly act: Act; readonly procedure: Procedure; readonly file: Pick<CaseFile, 'applicantId'> },
): Person | undefined {
  if (role.kind === 'applicant') return role
  const { unit, posts } = role
  if (unit === null) return undefined
  const forApplicant = act.type === 'supplement' || act.type === 'withdraw'
  if (forApplicant)
    return file.applicantId === null && unit === procedure.acceptance.unit ? { kind: 'applicant' } : undefined
  const wanted = postFor(act, procedure)
  const post = posts.find((one) => one === wanted) ?? posts[0]
  return post && { kind: 'unit', unit, post }
}

function postFor(act: Act, procedure: Procedure): Post {
  if (act.type === 'do-step') return stepOf(procedure, act.step)?.post ?? 'officer'
  return act.type === 'extend' || act.type === 'terminate' || act.type === 'correct' ? 'head' : 'officer'
}
