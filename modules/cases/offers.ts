import type { Calendar, PlainDate } from '@guangyue/kernel/calendar'
import { type Act, type CaseEvent, type StepOutcome, stateOf, takeAct } from '@guangyue/kernel/process'
import type { ReplyOf } from '@guangyue/platform/http'
import type { Item } from '../catalogue/index.ts'
import type { PersonsAct } from './act.ts'
import type { BareAct, getCaseEndpoint } from './api.ts'
import { type CaseRole, personFor } from './role.ts'
import type { CaseFile } from './store.ts'
import { holdsOf } from './submit.ts'
import { stepOf } from './words.ts'

type Offer = ReplyOf<typeof getCaseEndpoint>['may'][number]

interface Standing {
  readonly file: CaseFile
  readonly item: Item
  readonly events: readonly CaseEvent[]
  readonly role: CaseRole
  readonly today: PlainDate
  readonly calendar: Calendar
  /** Whom a step may be handed over to. */
  readonly units: readonly { readonly key: string; readonly name: string }[]
}

/**
 * What somebody may do to a case now. Each act is tried on the procedure with whatever words it needs, so that no button
 * is offered that would be refused for anything but what is still to be typed.
 */
export function offersOf(standing: Standing): Offer[] {
  const { item, events, today, units } = standing
  const { procedure } = item
  const state = stateOf(events)
  const may = (act: PersonsAct) => isTaken(standing, act)
  const bare = (type: BareAct, act: PersonsAct): Offer[] => (may(act) ? [{ type }] : [])
  const words = '—'
  const steps = state.open.flatMap(({ key }) => stepOf(procedure, key) ?? [])
  const extension = procedure.extension
  return [
    ...procedure.acceptance.checks.flatMap(({ key, name }): Offer[] =>
      may({ type: 'check', check: key, missing: [] }) ? [{ type: 'check', check: key, name }] : [],
    ),
    ...bare('accept', { type: 'accept' }),
    ...bare('ask-supplement', { type: 'ask-supplement', missing: state.lacking.length > 0 ? state.lacking : [words] }),
    ...bare('not-accept', { type: 'not-accept', reasons: words, remedy: words }),
    ...(may({ type: 'supplement', materials: state.lacking })
      ? [{ type: 'supplement' as const, lacking: [...state.lacking] }]
      : []),
    ...steps.flatMap(({ key, name, outcomes }): Offer[] => {
      const open = outcomes.filter((outcome) => may({ type: 'do-step', step: key, outcome: outcome.key, words }))
      return open.length === 0
        ? []
        : [
            {
              type: 'do-step',
              step: key,
              name,
              outcomes: open.map(outcomeView),
            },
          ]
    }),
    ...steps.flatMap(({ key, name }): Offer[] =>
      may({ type: 'transfer', step: key, to: words, reasons: words })
        ? [{ type: 'transfer', step: key, name, units: [...units] }]
        : [],
    ),
    ...(procedure.grounds.some(({ key }) => may({ type: 'suspend', ground: key, noticedOn: today }))
      ? [{ type: 'suspend' as const, grounds: procedure.grounds.map((ground) => ({ ...ground })) }]
      : []),
    ...bare('resume', { type: 'resume' }),
    ...(extension && may({ type: 'extend', by: extension.most, reasons: words, noticedOn: today })
      ? [{ type: 'extend' as const, most: extension.most.n, unit: extension.most.unit, basis: extension.basis }]
      : []),
    ...bare('withdraw', { type: 'withdraw', reasons: words }),
    ...bare('terminate', { type: 'terminate', reasons: words }),
    ...bare('correct', { type: 'correct', words, reasons: words }),
    ...bare('deliver', { type: 'deliver', how: words }),
    ...bare('archive', { type: 'archive' }),
  ]
}

export function outcomeView({ key, name, reasons, leads }: StepOutcome) {
  return { key, name, reasons, decides: leads === 'decide' }
}

function isTaken({ file, item, events, role, today, calendar }: Standing, act: PersonsAct): boolean {
  const by = personFor(role, { act: act as Act, procedure: item.procedure, file })
  if (!by) return false
  return takeAct(item.procedure, events, act, { on: today, by, calendar, holds: holdsOf(item, file.answers) }).ok
}
