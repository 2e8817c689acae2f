import { plainDate, yearOf } from '@guangyue/kernel/calendar'
import type { DeadlineKind } from '@guangyue/kernel/gazette-text'
import { resolveNames } from '@guangyue/modules/organisations'
import type { Db } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { InputInvalid } from '@guangyue/platform/http'
import { chosenParty, partyOf } from '../model/faults.ts'
import type { DraftDate, DraftParty, DraftTarget, DraftTask, Reading } from '../model/ledger.ts'
import { readTypedDate } from '../model/typed-date.ts'

export interface TypedParty {
  readonly name: string
  readonly bodyId?: string | null
}

export interface TypedDateInput {
  readonly phrase: string
  readonly due?: string | null
  readonly index?: number | null
}

export interface TypedTask {
  readonly id: string
  readonly title: string
  readonly span?: { readonly start: number; readonly end: number } | null
  readonly leads: readonly TypedParty[]
  readonly supports: readonly TypedParty[]
  readonly dates: readonly TypedDateInput[]
  readonly targets: readonly (Omit<DraftTarget, 'index'> & { readonly index?: number | null })[]
}

export interface TypedContext {
  /** Day on which names are looked up: the signing day. */
  readonly day: string
  /** Dates that stand already are sent back unchanged and keep their kind and rule. */
  readonly known: readonly (DraftDate | Reading['deadlines'][number])[]
  /** Parties that stand already keep what was chosen for them. */
  readonly parties: readonly DraftParty[]
  /** What comes before the number of the task in a field's name: `tasks`. */
  readonly field: string
}

/**
 * What a person typed, as draft tasks: names looked up once for all, dates read. Refuses by field what cannot be a day
 * or names a body that is not on record.
 */
export async function readTypedTasks(
  db: Db,
  tasks: readonly TypedTask[],
  context: TypedContext,
): Promise<readonly DraftTask[]> {
  const faults: FieldFault[] = []
  const lookUp = await partyReader(db, tasks, context)
  const ids = new Set(tasks.map(({ id }) => id))
  if (ids.size !== tasks.length) faults.push({ field: context.field, message: '有两项任务的编号相同，请刷新后重试' })
  const read = tasks.map((task, at) => {
    const field = context.field === '' ? '' : `${context.field}.${at}`
    return {
      id: task.id,
      title: task.title,
      span: task.span ?? null,
      leads: unique(task.leads).map(lookUp),
      supports: unique(task.supports).map(lookUp),
      dates: task.dates.flatMap((date, index) =>
        readDate(date, { ...context, field: field === '' ? `dates.${index}` : `${field}.dates.${index}` }, faults),
      ),
      targets: task.targets.map((target) => ({ ...target, index: target.index ?? null })),
    }
  })
  if (faults.length > 0) throw new InputInvalid(faults)
  return read
}

function unique(parties: readonly TypedParty[]): readonly TypedParty[] {
  return [...new Map(parties.map((party) => [party.name, party])).values()]
}

async function partyReader(
  db: Db,
  tasks: readonly TypedTask[],
  { day, parties }: TypedContext,
): Promise<(party: TypedParty) => DraftParty> {
  const typed = tasks.flatMap((task) => [...task.leads, ...task.supports])
  const names = await resolveNames(db, [...new Set(typed.map(({ name }) => name))], day)
  const chosen = new Map(parties.filter(({ kind }) => kind === 'body').map((party) => [party.name, party]))
  return ({ name, bodyId }) => {
    if (bodyId) return chosenParty(name, bodyId)
    const party = partyOf(name, names.get(name))
    return party.kind === 'unknown' || party.kind === 'several' ? (chosen.get(name) ?? party) : party
  }
}

/** One date as typed. Pushes what is wrong to `faults`; an empty one is no date. */
function readDate(
  typed: TypedDateInput,
  { day, known, field }: Pick<TypedContext, 'day' | 'known' | 'field'>,
  faults: FieldFault[],
): readonly DraftDate[] {
  const index = typed.index ?? null
  const due = typed.due ?? null
  if (typed.phrase === '' && !due) return []
  const same = known.find((date) => date.phrase === typed.phrase && date.due === due)
  if (same) return [{ ...same, index }]
  const read = readTypedDate(due || typed.phrase, yearOf(plainDate(day)))
  if ('problem' in read) {
    faults.push({ field: `${field}.${due ? 'due' : 'phrase'}`, message: read.problem })
    return []
  }
  const phrase = typed.phrase === '' ? read.date.phrase : typed.phrase
  const kind: DeadlineKind = read.date.kind
  return [{ ...read.date, kind, phrase, index }]
}
