import type { Role } from './grants.ts'

/** Who acts. `bodies` is the actor's own body with everything below it. */
export interface Actor {
  readonly kind: 'anyone' | 'account' | 'system'
  readonly accountId: string | null
  readonly name: string
  readonly bodyId: string | null
  readonly bodies: readonly string[]
  readonly roles: readonly Role[]
}

/** A visitor who has not signed in. */
export const anyone: Actor = { kind: 'anyone', accountId: null, name: '访客', bodyId: null, bodies: [], roles: [] }

/** The program itself: reactions to events, what falls due, loading a pack. */
export const systemActor: Actor = { kind: 'system', accountId: null, name: '系统', bodyId: null, bodies: [], roles: [] }
