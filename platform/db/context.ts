import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { ActionNotAllowed, type Actor, type Grants, isAllowed, SignInNeeded, type Thing } from '../access/index.ts'
import type { LegalTime } from '../clock/index.ts'
import type { OpenCity } from './city.ts'
import { newId } from './connect.ts'
import type { Tables } from './generated/tables.ts'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** A past-tense fact with ids, not rows. Delivered after the commit, perhaps twice. */
export interface DomainEvent {
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

export interface AuditEntry {
  /** Kind and id of the thing, e.g. `task/018f…`. */
  readonly thing: string
  /** The clause, law or instruction acted on. */
  readonly basis?: string
  /** States before and after; only their digests are kept. */
  readonly before?: unknown
  readonly after?: unknown
  /** Why, in the actor's words; no personal data. */
  readonly reason?: string
}

/** Who acts, in which city, at what legal time, with which rights; and the one way to change anything. */
export interface Ctx {
  readonly city: OpenCity
  readonly actor: Actor
  readonly today: LegalTime['today']
  readonly now: LegalTime['now']
  readonly lang: 'zh' | 'en'
  readonly db: Db
  newId(): string
  can(action: string, thing?: Thing): boolean
  /** Every action that the actor may do to something. */
  actions(): readonly string[]
  /** Throws SignInNeeded or ActionNotAllowed when the actor may not. */
  require(action: string, thing?: Thing): void
  /** Change, audit record and event in one transaction. */
  transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  audit(tx: Tx, action: string, entry: AuditEntry): Promise<void>
  publish(tx: Tx, event: DomainEvent): Promise<void>
}

/** Several acts in one transaction of the caller's, at a time of its choosing; the caller hands on what they publish. */
export interface JointWork {
  readonly tx: Tx
  readonly time: LegalTime
  readonly publish: (event: DomainEvent & { readonly id: string }) => void
}

export interface CtxParts {
  readonly city: OpenCity
  readonly actor: Actor
  readonly grants: Grants
  readonly lang?: 'zh' | 'en'
  readonly joint?: JointWork
}

/** A context for one request, job or command. */
export function contextFor({ city, actor, grants, lang = 'zh', joint }: CtxParts): Ctx {
  const time = joint?.time ?? city.time()
  return {
    city,
    actor,
    lang,
    today: time.today,
    now: time.now,
    db: joint?.tx ?? city.db,
    newId,
    can: (action, thing) => isAllowed(grants[action], actor, thing),
    actions: () => Object.keys(grants).filter((action) => isAllowed(grants[action], actor)),
    require(action, thing) {
      if (isAllowed(grants[action], actor, thing)) return
      throw actor.kind === 'anyone' ? new SignInNeeded() : new ActionNotAllowed(action)
    },
    transact: (work) => (joint ? work(joint.tx) : city.db.transaction().execute(work)),
    async audit(tx, action, entry) {
      await sql`insert into audit_record
        (era, legal_at, actor_kind, actor_id, body_id, action, thing, basis, before_digest, after_digest, reason)
        select max(era), ${time.now}::timestamptz, ${actor.kind}, ${actor.accountId}::uuid, ${actor.bodyId}::uuid,
          ${action}, ${entry.thing}, ${entry.basis ?? null}, ${digestOf(entry.before)}, ${digestOf(entry.after)},
          ${entry.reason ?? null} from audit_era`.execute(tx)
    },
    async publish(tx, event) {
      if (joint) {
        joint.publish({ ...event, id: newId() })
        return
      }
      await sql`insert into outbox_event (id, name, payload)
        values (${newId()}::uuid, ${event.name}, ${JSON.stringify(event.payload)}::jsonb)`.execute(tx)
      await sql`select pg_notify('guangyue_outbox', ${city.key})`.execute(tx)
    },
  }
}

function digestOf(value: unknown): string | null {
  return value === undefined
    ? null
    : createHash('sha256')
        .update(JSON.stringify(sorted(value)))
        .digest('hex')
}

/** Keys in one order, so that the same state has the same digest. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
