import { readFile } from 'node:fs/promises'
import { type Calendar, calendarFrom } from '@guangyue/kernel/calendar'

const file = new URL('../../packs/national/holidays.json', import.meta.url)

/** Days off and worked weekends by the State Council's yearly notices, each with the day on which it became known. */
export async function nationalCalendar(): Promise<Calendar> {
  return calendarFrom(JSON.parse(await readFile(file, 'utf8')))
}
