const SECOND_NANOS = 1_000_000_000n

/** Whether a zone of the tz database is known here. */
export function isZone(name: string): boolean {
  return formatOf(name) !== undefined
}

/**
 * The offset from UTC, in seconds, that a zone has when its clocks show a local time (nanoseconds since 1970-01-01
 * as told there). Undefined for an unknown zone or a time outside the years that ECMAScript knows.
 */
export function offsetOfZone(zone: string, localNanos: bigint): number | undefined {
  const format = formatOf(zone)
  if (!format) return undefined
  const local = Number(localNanos / SECOND_NANOS)
  if (Math.abs(local) > 8_000_000_000_000) return undefined
  // the offset at the same number read as UTC is at most a day off; asked again there it is the one wanted
  const first = offsetAt(format, local)
  return offsetAt(format, local - first)
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, makeFormat(zone))
  return formats.get(zone)
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Za-z]/.test(timeZone)) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', year: 'numeric' })
  } catch {
    // the only way to ask whether a zone exists
    return undefined
  }
}

/** `GMT+08:00` → 28800. */
function offsetAt(format: Intl.DateTimeFormat, utcSeconds: number): number {
  const name = format.formatToParts(utcSeconds * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const match = /([-+])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(name)
  if (!match) return 0
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return match[1] === '-' ? -seconds : seconds
}
