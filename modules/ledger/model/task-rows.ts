import type { DocumentMilestone, DraftParty, DraftTask } from './ledger.ts'
import { datesOf } from './light.ts'

export interface PartyRow {
  readonly role: 'lead' | 'support'
  readonly ordinal: number
  readonly name: string
  readonly bodyId: string | null
  readonly viaGroup: string | null
}

export interface MilestoneRow {
  readonly id: string
  readonly ordinal: number
  readonly phrase: string
  readonly kind: string
  readonly due: string | null
  readonly startOn: string | null
  readonly rule: string | null
  readonly inherited: boolean
  readonly name: string | null
  readonly reachedOn: string | null
}

export interface TargetRow {
  readonly ordinal: number
  readonly phrase: string
  readonly metric: string
  readonly op: string
  readonly value: number
  readonly unit: string
}

/** A task with everything that belongs to it, ready to be stored. */
export interface TaskRows {
  readonly id: string
  readonly ordinal: number
  readonly title: string
  readonly span: { readonly start: number; readonly end: number } | null
  readonly due: string | null
  readonly duePhrase: string | null
  readonly nextDue: string | null
  readonly parties: readonly PartyRow[]
  readonly milestones: readonly MilestoneRow[]
  readonly targets: readonly TargetRow[]
}

export interface RowContext {
  /** General dates of the document; those that its measures inherit are added, marked. */
  readonly milestones: readonly DocumentMilestone[]
  /** Name of a body by id, for members of groups. */
  readonly nameOf: (bodyId: string) => string
  readonly newId: () => string
}

/** What a draft task becomes. Groups become their members; nobody is support where it leads, nor twice. */
export function taskRows(task: DraftTask, ordinal: number, context: RowContext): TaskRows {
  const milestones = milestoneRows(task, context)
  return {
    id: task.id,
    ordinal,
    title: task.title,
    span: task.span,
    ...datesOf(milestones),
    parties: partyRows(task, context),
    milestones,
    targets: task.targets.map(({ phrase, metric, op, value, unit }, at) => ({
      ordinal: at,
      phrase,
      metric,
      op,
      value,
      unit,
    })),
  }
}

function partyRows(
  task: Pick<DraftTask, 'leads' | 'supports'>,
  { nameOf }: Pick<RowContext, 'nameOf'>,
): readonly PartyRow[] {
  const seen = new Set<string>()
  const expand = (role: PartyRow['role'], parties: readonly DraftParty[]) =>
    parties
      .flatMap((party) => unitsOf(party, nameOf))
      .filter(({ name, bodyId }) => {
        const key = bodyId ?? name
        if (seen.has(key)) return false
        seen.add(key)
        return true
      })
      .map((unit, ordinal) => ({ role, ordinal, ...unit }))
  return [...expand('lead', task.leads), ...expand('support', task.supports)]
}

function unitsOf(party: DraftParty, nameOf: (id: string) => string): readonly Omit<PartyRow, 'role' | 'ordinal'>[] {
  if (party.kind !== 'group' || party.members.length === 0) {
    return [{ name: party.name, bodyId: party.bodyId, viaGroup: party.kind === 'group' ? party.name : null }]
  }
  return party.members.map((bodyId) => ({ name: nameOf(bodyId), bodyId, viaGroup: party.name }))
}

function milestoneRows(task: DraftTask, context: RowContext): readonly MilestoneRow[] {
  const own = task.dates.map((date, ordinal) => ({
    id: context.newId(),
    ordinal,
    phrase: date.phrase,
    kind: date.kind,
    due: date.due,
    startOn: date.start,
    rule: date.rule,
    inherited: false,
    name: null,
    reachedOn: null,
  }))
  const inherited = context.milestones
    .filter((milestone) => milestone.inherited)
    .map((milestone, ordinal) => ({
      id: context.newId(),
      ordinal,
      phrase: milestone.phrase,
      kind: milestone.due === null ? 'fuzzy' : 'by',
      due: milestone.due,
      startOn: null,
      rule: null,
      inherited: true,
      name: milestone.name,
      reachedOn: null,
    }))
  return [...own, ...inherited]
}
