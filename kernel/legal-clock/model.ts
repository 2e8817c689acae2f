import type { Instant, PlainDate } from '../calendar/index.ts'
import type { ProvisionRef } from '../provision/index.ts'

/** Terms that end with a day. */
export type DayUnit = 'working-day' | 'calendar-day' | 'month'
/** Terms that end at a moment: round the clock, or within the office hours of working days. */
export type HourUnit = 'hour' | 'working-hour'

export interface Term<Unit> {
  readonly n: number
  readonly unit: Unit
}

/** What happened to a clock. `At` is a day, or an instant for terms in hours. Grounds and bases are carried, not judged. */
export type ClockEvent<At, Unit> =
  | {
      readonly type: 'suspended'
      readonly at: At
      readonly ground?: string
      readonly basis?: readonly ProvisionRef[]
      /** When the party was told. Where the law wants notice, the service appends no suspension without it. */
      readonly noticedOn?: At
    }
  | { readonly type: 'resumed'; readonly at: At }
  | {
      readonly type: 'extended'
      readonly at: At
      readonly by: Term<Unit>
      readonly ground?: string
      readonly decidedBy?: string
      readonly basis?: readonly ProvisionRef[]
    }
  /** Another body is responsible from now on; the count goes on. */
  | { readonly type: 'transferred'; readonly at: At; readonly to: string }
  /** The whole term begins anew; what was counted, suspended and extended before is gone. */
  | { readonly type: 'restarted'; readonly at: At }
  | { readonly type: 'stopped'; readonly at: At; readonly outcome?: string }

export type ClockEventType = ClockEvent<unknown, unknown>['type']

export interface Clock<At, Unit> {
  readonly started: At
  readonly term: Term<Unit>
  readonly basis?: readonly ProvisionRef[]
  /** In any order: they are put in order of time, those of one moment stay as listed. */
  readonly events: readonly ClockEvent<At, Unit>[]
}

export type DayClock = Clock<PlainDate, DayUnit>
export type HourClock = Clock<Instant, HourUnit>

export type Light = 'green' | 'yellow' | 'red' | 'paused' | 'stopped'

export interface ClockReading<At, Step> {
  readonly ok: true
  /** Null while suspended: it is not known then. */
  readonly lastDay: At | null
  /** The last day before it was moved off days on which nobody works; null while suspended. */
  readonly termEnd: At | null
  /** True when the last day (while suspended: what is used) leans on a year whose holidays were not yet announced. */
  readonly provisional: boolean
  /** Counted days or hours up to and including the as-of day, not past a suspension or stop. */
  readonly used: number
  /** Counted days or hours left; past the last day minus those since. */
  readonly left: number
  /** The whole term with its extensions, in counted days or hours. */
  readonly total: number
  readonly light: Light
  /** Events that changed nothing, such as a second suspension during the first. */
  readonly withoutEffect: readonly ClockEventType[]
  /** From the start to the last day; while suspended to the as-of day. */
  readonly explanation: readonly Step[]
}

export interface ClockFault {
  readonly ok: false
  readonly code: 'not-started' | 'event-before-start' | 'term-out-of-range' | 'units-do-not-mix' | 'out-of-calendar'
  /** Chinese, for an officer. */
  readonly message: string
}
