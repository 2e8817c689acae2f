import type { PlainDate } from '@guangyue/kernel/calendar'
import type pg from 'pg'
import type { OpenCity } from './city.ts'
import type { Tx } from './context.ts'

/** How far a demonstration is played, from a day to a day, and on which scale. */
export interface DemonstrationPlay {
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly scale: number
  /** The last day played whole; null before the first. */
  readonly playedTo: PlainDate | null
  /** Why it stands still; null while all is well. */
  readonly problem: string | null
}

/** The play of a city; undefined where none was ever begun. */
export async function findPlay(city: OpenCity): Promise<DemonstrationPlay | undefined> {
  if (!city.demonstration) return undefined
  const { rows } = await city.pool.query<DemonstrationPlay>(
    `select first_day as "firstDay", last_day as "lastDay", scale, played_to as "playedTo", problem
     from demonstration_play`,
  )
  return rows[0]
}

/** Whether days are still to be played: then the player alone does the daily work and moves the legal time. */
export async function isBeingPlayed(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select 1 from demonstration_play where played_to is distinct from last_day and problem is null',
  )
  return rowCount === 1
}

/** Begins a play; one that was begun stays as it is. */
export async function beginPlay(
  city: OpenCity,
  play: Pick<DemonstrationPlay, 'firstDay' | 'lastDay' | 'scale'>,
): Promise<void> {
  await city.pool.query(
    `insert into demonstration_play (first_day, last_day, scale) values ($1, $2, $3)
     on conflict on constraint demonstration_play_pkey do nothing`,
    [play.firstDay, play.lastDay, play.scale],
  )
}

/** Keeps the place, in the transaction of the day. */
export async function keepPlace(tx: Tx, playedTo: PlainDate): Promise<void> {
  await tx.updateTable('demonstration_play').set({ played_to: playedTo, problem: null }).execute()
}

export async function tellPlayProblem(city: OpenCity, problem: string): Promise<void> {
  await city.pool.query('update demonstration_play set problem = $1', [problem])
}
