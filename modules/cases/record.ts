import type { Calendar } from '@guangyue/kernel/calendar'
import type { CaseEvent } from '@guangyue/kernel/process'
import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import type { Item } from '../catalogue/index.ts'
import { type Projection, projected } from './model.ts'
import { type CaseFile, insertEvents, putParts, updateProjection } from './store.ts'

export interface Recording {
  readonly file: Pick<CaseFile, 'id' | 'number'>
  readonly item: Item
  /** All before. */
  readonly events: readonly CaseEvent[]
  readonly added: readonly CaseEvent[]
  readonly calendar: Calendar
  /** What was sent, given back where another was quicker. */
  readonly sent: unknown
}

/**
 * Appends events to a case and writes what follows from them. Refuses (StaleVersion) where another appended first: the
 * numbers of the events decide.
 */
export async function record(ctx: Ctx, tx: Tx, recording: Recording): Promise<Projection> {
  const { file, item, events, added, calendar, sent } = recording
  const { accountId, name } = ctx.actor
  const row = { caseId: file.id, after: events.length, at: ctx.now, actorId: accountId, actorName: name, events: added }
  if (!(await insertEvents(tx, row))) throw new StaleVersion(sent, { version: events.length + 1 })
  const projection = projected(item.procedure, [...events, ...added], { asOf: ctx.today, calendar })
  await updateProjection(tx, file.id, projection)
  await putParts(tx, file, projection.parts)
  return projection
}
