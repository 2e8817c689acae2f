import type { KnownCalendar, PlainDate } from '@guangyue/kernel/calendar'
import type { Actor } from '@guangyue/platform/access'
import type { Ctx, Db } from '@guangyue/platform/db'
import type { Cast, Person } from './cast.ts'
import type { Draws } from './draws.ts'
import type { Habits } from './habits.ts'

/** What the program gives to the play of one day: its transaction, and people who act in it at a clock of the day. */
export interface Stage {
  readonly today: PlainDate
  /** 1 is the city as it is; 10 breaks each task down to ten times as many parts; below 1 some measures are left out. */
  readonly scale: number
  as(actor: Actor, clock: string): Ctx
  /** Hands on what was published so far; what reacts is done when it returns. */
  handOn(): Promise<void>
  /** One act. On a day that failed before, an act that is refused is left out and the rest goes on. */
  attempt(act: () => Promise<unknown>): Promise<void>
}

/** All that a scene needs to know. */
export interface Play {
  readonly stage: Stage
  readonly today: PlainDate
  readonly db: Db
  readonly habits: Habits
  readonly draws: Draws
  readonly cast: Cast
  readonly calendar: KnownCalendar
  /** The context of a person in this day's transaction. */
  as(person: Person, clock: string): Ctx
}

/** A share of a unit's own: units differ in how they keep their days. At most double, at least a fifth. */
export function sloppy(play: Play, bodyKey: string, share: number): number {
  return share * (0.2 + 1.8 * play.draws.share('temper', bodyKey))
}
