import type { Actor } from './actor.ts'

export const roles = [
  'citizen',
  'clerk',
  'officer',
  'head',
  'supervision',
  'editor',
  'rule-editor',
  'auditor',
  'administrator',
  'leader',
] as const
export type Role = (typeof roles)[number]

/** How far a grant reaches: everything in the city, things of the actor's body and those below it, or the actor's own. */
export type Reach = 'city' | 'bodies' | 'own'

/** Who may do an action: anyone at all, anyone signed in, or roles each with its reach. */
export type Grant = 'anyone' | 'signed-in' | Readonly<Partial<Record<Role, Reach>>>
export type Grants = Readonly<Record<string, Grant>>

/** What an action is about, as far as authority needs to know. */
export interface Thing {
  /** Bodies that the thing belongs to (lead, supports, owner). */
  readonly bodies?: readonly string[]
  readonly accountId?: string | null
}

/**
 * Whether the grant lets the actor act on the thing. Without a thing the question is whether the actor may do it
 * to anything at all (that decides whether a page or button is offered). The program itself may do everything.
 */
export function isAllowed(grant: Grant | undefined, actor: Actor, thing?: Thing): boolean {
  if (grant === undefined) return false
  if (actor.kind === 'system' || grant === 'anyone') return true
  if (actor.kind !== 'account') return false
  if (grant === 'signed-in') return true
  return actor.roles.some((role) => {
    const reach = grant[role]
    return reach !== undefined && (thing === undefined || reaches(reach, actor, thing))
  })
}

function reaches(reach: Reach, actor: Actor, thing: Thing): boolean {
  if (reach === 'city') return true
  if (reach === 'own') return thing.accountId != null && thing.accountId === actor.accountId
  return (thing.bodies ?? []).some((body) => actor.bodies.includes(body))
}
