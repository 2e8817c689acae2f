import { daysBetween, type PlainDate } from '../calendar/index.ts'
import { lightOf } from './light.ts'
import type { Light } from './model.ts'

/** A date that a clause fixes: 6月底前, 9月30日. It is never moved, whatever day it falls on. */
export interface FixedDate {
  readonly started: PlainDate
  readonly due: PlainDate
  /** The day on which it was done, if it was. */
  readonly stopped: PlainDate | null
}

/** Calendar days used and left at the end of `asOf`, the due date counted; a stop after `asOf` does not exist. */
export function readFixedDate({ started, due, stopped }: FixedDate, asOf: PlainDate): FixedDateReading {
  const isStopped = stopped !== null && stopped <= asOf
  const at = isStopped ? stopped : asOf
  const left = daysBetween(at, due)
  const standing = { left, total: Math.max(0, daysBetween(started, due)), past: left < 0 }
  return { used: Math.max(0, daysBetween(started, at)), left, light: isStopped ? 'stopped' : lightOf(standing) }
}

export interface FixedDateReading {
  readonly used: number
  readonly left: number
  readonly light: Light
}
