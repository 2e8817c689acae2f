import { weekdayOf } from '@guangyue/kernel/calendar'
import { activeActors, readMessages } from '@guangyue/modules/identity'
import type { Play } from './play.ts'

/** On Mondays everybody has read what came until then. */
export async function readInboxes({ db, today, as }: Play): Promise<void> {
  if (weekdayOf(today) !== 1) return
  for (const person of await activeActors(db)) await readMessages(as(person, '08:55'), null)
}
