import { type PlainDate, plainDate } from '@guangyue/kernel/calendar'

/** Legal time decides deadlines, validity and stamps. A demonstration stands on one instant until it is moved. */
export interface LegalTime {
  /** ISO instant in UTC. */
  readonly now: string
  /** The city's civil day. */
  readonly today: PlainDate
}

/** The legal time: the standing instant if there is one, else the machine's. `zone` is the city's IANA time zone. */
export function legalTime(standsAt: string | null, zone: string): LegalTime {
  const instant = standsAt === null ? new Date() : new Date(standsAt)
  return { now: instant.toISOString(), today: civilDay(instant, zone) }
}

/** The civil day of an instant in a time zone. */
export function civilDay(instant: Date, zone: string): PlainDate {
  return plainDate(formatOf(zone).format(instant))
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  // sv-SE writes YYYY-MM-DD
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(zone, format)
  return format
}
