import type { Calendar, PlainDate } from '../calendar/index.ts'
import { isPast, runningClock } from './clocks.ts'
import type { Act, CaseEvent } from './events.ts'
import type { Procedure } from './procedure.ts'
import { stateOf } from './state.ts'

/** What the law makes of silence by itself on a day: deemed acceptance, or a tacit decision. The program takes it. */
export function dueAct(
  procedure: Procedure,
  events: readonly CaseEvent[],
  { today, calendar }: { readonly today: PlainDate; readonly calendar: Calendar },
): Act | undefined {
  if (!isPast(runningClock(procedure, events), today, calendar)) return undefined
  const { phase } = stateOf(events)
  if (phase === 'submitted') return { type: 'deem-accepted' }
  return phase === 'reviewing' && procedure.tacit ? { type: 'decide-tacitly' } : undefined
}
