import type { CityModule } from '../http/index.ts'

const KEEP_DAYS = 30

/**
 * What the jobs leave behind is of no use later: events that were handed on and days that were worked off, a month
 * after. By the machine's clock, because this is no act of the city.
 */
export const cleanUpModule: CityModule = {
  name: 'jobs',
  async daily({ city }) {
    const old = `< now() - interval '${KEEP_DAYS} days'`
    await city.pool.query(`delete from outbox_event where dispatched_at ${old}`)
    await city.pool.query(`delete from daily_run where done_at ${old} and day < (select max(day) from daily_run)`)
  },
}
