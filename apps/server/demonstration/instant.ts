import type { OpenCity } from '@guangyue/platform/db'

/** The instant of a day and clock in the city's zone, as ISO. */
export async function instantOf(city: OpenCity, day: string, clock: string): Promise<string> {
  const { rows } = await city.pool.query<{ at: string }>('select ($1::timestamp at time zone $2) as at', [
    `${day} ${clock}`,
    city.facts.zone,
  ])
  return new Date(rows[0]?.at ?? day).toISOString()
}
