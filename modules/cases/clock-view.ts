import { addDays, type Calendar, daysBetween, type PlainDate } from '@guangyue/kernel/calendar'
import { type ClockDay, readDayClock } from '@guangyue/kernel/legal-clock'
import type { CaseClock, Procedure } from '@guangyue/kernel/process'
import type { ReplyOf } from '@guangyue/platform/http'
import type { getCaseEndpoint } from './api.ts'
import type { CaseLight } from './model.ts'
import { stepOf, termWords } from './words.ts'

export type ClockView = ReplyOf<typeof getCaseEndpoint>['clocks'][number]

const LONGEST_OVER = 60
const kinds = { acceptance: '受理期限', statutory: '法定期限', promised: '承诺期限', step: '步骤期限' } as const
const lights = {
  green: 'on-time',
  yellow: 'near',
  red: 'overdue',
  paused: 'suspended',
  stopped: 'done',
} as const satisfies Record<string, CaseLight>

/**
 * A clock of a case as a page draws it: every day from its start, counted or why not, and the days past its last one (at
 * most 60). One that has stopped is drawn to the day on which it did.
 */
export function clockView(
  procedure: Procedure,
  { kind, step, clock }: CaseClock,
  { today, calendar }: { readonly today: PlainDate; readonly calendar: Calendar },
): Omit<ClockView, 'cite'> & { readonly basis: string | null } {
  const read = readDayClock(clock, today, calendar)
  if (!read.ok) throw new TypeError(read.message)
  const stopped = clock.events.find(({ type }) => type === 'stopped')?.at ?? null
  const end = stopped ?? today
  const groundOf = (key: string | null) => procedure.grounds.find((ground) => ground.key === key)?.name ?? '中止'
  const days = read.explanation.filter(({ day }) => stopped === null || day <= stopped)
  const late = read.lastDay === null ? 0 : Math.max(0, Math.min(LONGEST_OVER, daysBetween(read.lastDay, end)))
  const named = step === null ? undefined : stepOf(procedure, step)?.name
  return {
    kind,
    label: named ?? kinds[kind],
    length: termWords(clock.term),
    basis: kind === 'acceptance' ? procedure.acceptance.basis : kind === 'step' ? null : procedure.terms.basis,
    lastDay: read.lastDay,
    used: read.used,
    left: read.left,
    light: lights[read.light],
    provisional: read.provisional,
    days: [
      ...days.map((day) => drawn(day, end, groundOf)),
      ...Array.from({ length: late }, (_, at) => ({
        date: addDays(read.lastDay ?? end, at + 1),
        kind: 'over' as const,
        number: at + 1,
      })),
    ],
  }
}

function drawn(
  { day, counted, ordinal, why, kind, ground }: ClockDay,
  end: PlainDate,
  groundOf: (key: string | null) => string,
): ClockView['days'][number] {
  if (counted) return { date: day, kind: day <= end ? 'counted' : 'left', number: ordinal ?? 0 }
  if (why === 'suspended') return { date: day, kind: 'suspended', why: groundOf(ground) }
  const reason = why === 'first-day' ? '始日' : kind === 'holiday' ? '假日' : '周末'
  return { date: day, kind: 'not-counted', why: reason }
}
