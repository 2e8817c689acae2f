import { bodyNames } from '@guangyue/modules/organisations'
import type { Db } from '@guangyue/platform/db'
import type { DraftFault, DraftParty, DraftTask } from '../model/ledger.ts'
import type { Measure } from '../store/measures.ts'

/** A body as people read it. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** A party with the names of its bodies. */
export interface PartyView extends Omit<DraftParty, 'members' | 'candidates'> {
  readonly members: Named[]
  readonly candidates: Named[]
}

export interface DraftTaskView extends Omit<DraftTask, 'leads' | 'supports' | 'dates' | 'targets'> {
  readonly leads: PartyView[]
  readonly supports: PartyView[]
  readonly dates: DraftTask['dates'][number][]
  readonly targets: DraftTask['targets'][number][]
}

export interface DraftView {
  readonly version: number
  readonly faults: DraftFault[]
  readonly tasks: DraftTaskView[]
}

/** A draft as the review shows it, with the names that bodies have on the day. */
export async function presentDraft(
  db: Db,
  measure: Pick<Measure, 'version' | 'faults' | 'draft'>,
  day: string,
): Promise<DraftView> {
  const parties = measure.draft.flatMap((task) => [...task.leads, ...task.supports])
  const ids = parties.flatMap(({ members, candidates }) => [...members, ...candidates])
  const names = await bodyNames(db, ids, day)
  const named = (id: string): Named => ({ id, name: names.get(id)?.short ?? id })
  const view = (party: DraftParty): PartyView => ({
    ...party,
    members: party.members.map(named),
    candidates: party.candidates.map(named),
  })
  return {
    version: measure.version,
    faults: [...measure.faults],
    tasks: measure.draft.map((task) => ({
      ...task,
      leads: task.leads.map(view),
      supports: task.supports.map(view),
      dates: [...task.dates],
      targets: [...task.targets],
    })),
  }
}
