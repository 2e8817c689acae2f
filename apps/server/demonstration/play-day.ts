import { addDays, type PlainDate } from '@guangyue/kernel/calendar'
import { playCaseDay } from '@guangyue/modules/cases'
import { activeActors } from '@guangyue/modules/identity'
import { type Habits, playLedgerDay } from '@guangyue/modules/ledger'
import { type Actor, type Grants, systemActor } from '@guangyue/platform/access'
import {
  type Cities,
  type Ctx,
  contextFor,
  type DomainEvent,
  keepPlace,
  type OpenCity,
  type Tx,
} from '@guangyue/platform/db'
import { DomainError } from '@guangyue/platform/errors'
import type { CityModule } from '@guangyue/platform/http'
import { sql } from 'kysely'
import { instantOf } from './instant.ts'

export interface Playing {
  readonly cities: Cities
  readonly city: OpenCity
  readonly modules: readonly CityModule[]
  readonly grants: Grants
  readonly habits: Habits
  readonly scale: number
  /** The pack, for what it plays beside the ledger; nothing unless given. */
  readonly folder?: URL
  /** The day failed before: acts that are refused are now left out. */
  readonly careful?: boolean
  /** Asked before each act: whether the program is ending. */
  readonly stopped: () => boolean
  readonly log?: (sentence: string, error?: unknown) => void
}

/** The program ends; the day is given up and played again at the next start. */
export class PlayStopped extends Error {
  override readonly name = 'PlayStopped'
}

type Published = DomainEvent & { readonly id: string }

/** Messages leave the house after the commit only, so the dispatcher hands these on, a day's together. */
const MESSAGES = 'identity.messages-written'

/**
 * Plays one day in one transaction: the legal time moves to it, the daily work of every module runs, people act, what
 * reacts to their acts runs as the program, and the place is kept. A day that was killed leaves nothing behind.
 */
export async function playDay(playing: Playing, day: PlainDate): Promise<void> {
  const { cities, city } = playing
  const midnight = new Date(await instantOf(city, day, '00:00'))
  await cities.moveTime(city.key, clockOf(midnight, '09:00'))
  await city.db.transaction().execute(async (tx) => {
    const work = workOf(playing, { tx, day, midnight })
    await daily(playing, { tx, ctx: work.as(systemActor, '08:30'), day })
    await work.handOn()
    const { as, handOn } = work
    const attempt = (act: () => Promise<unknown>) => attemptIn(tx, act, playing)
    const { folder } = playing
    if (folder) await attempt(async () => playCaseDay(await casesOf(playing, { today: day, as }), folder))
    await playLedgerDay({ today: day, scale: playing.scale, as, handOn, attempt }, playing.habits)
    await work.handOn()
    await publishMessages(playing, tx, work.messages)
    await keepPlace(tx, day)
  })
}

/** Who acts on cases, in the middle of the morning. */
async function casesOf(
  { habits }: Playing,
  { today, as }: { readonly today: PlainDate; readonly as: (actor: Actor, clock: string) => Ctx },
) {
  const actors = new Map((await activeActors(as(systemActor, '10:00').db)).map((actor) => [actor.username, actor]))
  return {
    today,
    lastDay: habits.to,
    as: (username: string) => {
      const actor = actors.get(username)
      return actor && as(actor, '10:00')
    },
  }
}

/** The days of a play that are still to come. */
export function* daysAfter(playedTo: PlainDate | null, first: PlainDate, last: PlainDate): Generator<PlainDate> {
  for (let day = playedTo === null ? first : addDays(playedTo, 1); day <= last; day = addDays(day, 1)) yield day
}

interface Day {
  readonly tx: Tx
  readonly day: PlainDate
  readonly midnight: Date
}

/** Contexts of the day's transaction, and handing on what they publish. */
function workOf({ city, grants, modules, stopped }: Playing, { tx, day, midnight }: Day) {
  const waiting: Published[] = []
  const messages: string[] = []
  const publish = (event: Published) => {
    if (event.name === MESSAGES) messages.push(...(event.payload.messageIds as readonly string[]))
    else waiting.push(event)
  }
  const contexts = new Map<string, Ctx>()
  const as = (actor: Actor, clock: string): Ctx => {
    if (stopped()) throw new PlayStopped('the program ends')
    const key = `${actor.accountId} ${clock}`
    const known = contexts.get(key)
    if (known) return known
    const time = { now: clockOf(midnight, clock), today: day }
    const ctx = contextFor({ city, actor, grants, joint: { tx, time, publish } })
    contexts.set(key, ctx)
    return ctx
  }
  const handOn = async () => {
    const ctx = as(systemActor, '17:30')
    for (let event = waiting.shift(); event; event = waiting.shift()) {
      for (const { reactions } of modules) await reactions?.[event.name]?.(ctx, event)
    }
  }
  return { as, handOn, messages }
}

/** One act; a careful day takes back what a refused one has written, and goes on. */
async function attemptIn(tx: Tx, act: () => Promise<unknown>, { careful, log }: Playing): Promise<void> {
  if (!careful) {
    await act()
    return
  }
  await sql`savepoint act`.execute(tx)
  try {
    await act()
    await sql`release savepoint act`.execute(tx)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    await sql`rollback to savepoint act`.execute(tx)
    log?.(`演示推演略过一步：${error.message}`, error)
  }
}

async function daily({ modules }: Playing, { tx, ctx, day }: { tx: Tx; ctx: Ctx; day: PlainDate }): Promise<void> {
  for (const { name, daily } of modules) {
    if (!daily) continue
    await daily(ctx)
    await tx
      .insertInto('daily_run')
      .values({ module: name, day })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

async function publishMessages({ city, grants }: Playing, tx: Tx, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  await contextFor({ city, actor: systemActor, grants }).publish(tx, { name: MESSAGES, payload: { messageIds } })
}

function clockOf(midnight: Date, clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return new Date(midnight.getTime() + (hours * 60 + minutes) * 60_000).toISOString()
}
