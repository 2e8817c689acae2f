import { rememberAlias } from '@guangyue/modules/organisations'
import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import { AlreadyConfirmed, DocumentUnknown, MeasureUnknown } from '../errors.ts'
import { draftTasks } from '../model/draft-tasks.ts'
import { chosenParty, faultsOf, openNames } from '../model/faults.ts'
import type { DraftFault, DraftParty, DraftTask } from '../model/ledger.ts'
import { findDocument, type LedgerDocument } from '../store/documents.ts'
import {
  type DraftChange,
  findMeasure,
  lockDraftsNaming,
  type Measure,
  type Seen,
  takeReadingOnly,
  updateDraft,
  updateMeasures,
} from '../store/measures.ts'
import { fillParty } from '../store/tasks.ts'
import { dayOf } from './draft.ts'
import { type DraftView, presentDraft } from './draft-view.ts'
import { readTypedTasks, type TypedTask } from './typed-draft.ts'

/** A measure with its document; refuses (MeasureUnknown) one that is not on record. */
export async function getMeasure(ctx: Ctx, id: string): Promise<{ measure: Measure; document: LedgerDocument }> {
  const measure = await findMeasure(ctx.db, id)
  if (!measure) throw new MeasureUnknown()
  const document = await findDocument(ctx.db, measure.documentId)
  if (!document) throw new DocumentUnknown()
  return { measure, document }
}

/** Saves a draft as the person wants it, whole: changed, split, merged, with tasks added or removed. */
export async function saveDraft(
  ctx: Ctx,
  input: Seen & { readonly title: string; readonly tasks: readonly TypedTask[] },
): Promise<DraftView> {
  ctx.require('ledger.draft')
  const { measure, document } = await getMeasure(ctx, input.id)
  const draft = await readTypedTasks(ctx.db, input.tasks, {
    day: dayOf(document, ctx),
    known: [...measure.draft.flatMap(({ dates }) => dates), ...measure.reading.deadlines],
    parties: measure.draft.flatMap((task) => [...task.leads, ...task.supports]),
    field: 'tasks',
  })
  return writeDraft(ctx, measure, { ...input, ...withFaults(measure, draft), edited: true, yours: input.tasks })
}

/** Drafts a measure anew from its newest reading; what people changed in the draft is given up. */
export async function redraft(ctx: Ctx, seen: Seen): Promise<DraftView> {
  ctx.require('ledger.draft')
  const { measure, document } = await getMeasure(ctx, seen.id)
  const reading = measure.incoming ?? measure.reading
  const typed = draftTasks(reading).map((task) => ({
    ...task,
    id: ctx.newId(),
    leads: task.leads.map((name) => ({ name })),
    supports: task.supports.map((name) => ({ name })),
  }))
  const known = reading.deadlines
  const draft = await readTypedTasks(ctx.db, typed, { day: dayOf(document, ctx), known, parties: [], field: 'tasks' })
  const fresh = { ...measure, reading, incoming: null, faults: measure.faults.filter(isOfReading) }
  return writeDraft(ctx, fresh, {
    ...seen,
    title: reading.title,
    ...withFaults(fresh, draft),
    edited: false,
    yours: null,
  })
}

/** Keeps the draft (or the confirmed tasks) although a newer text says something else; the newer text stays as its source. */
export async function keepDraft(ctx: Ctx, seen: Seen): Promise<DraftView> {
  ctx.require('ledger.draft')
  const { measure } = await getMeasure(ctx, seen.id)
  const faults = measure.faults.filter(({ code }) => code !== 'reading-changed')
  const reading = measure.incoming ?? measure.reading
  await ctx.transact(async (tx) => {
    if (!(await takeReadingOnly(tx, { ...seen, reading, faults }))) {
      throw new StaleVersion(null, await presentDraft(tx, measure, ctx.today))
    }
    await ctx.audit(tx, 'ledger.keep-draft', { thing: `measure/${seen.id}`, after: { reading } })
  })
  return presentDraft(ctx.db, { ...measure, faults, version: seen.version + 1 }, ctx.today)
}

/**
 * One answer for a name that fits no body, or several: remembered as an alias, and given to all drafts and to all
 * tasks that were confirmed while it was open. Returns how many were concerned.
 */
export async function resolveName(
  ctx: Ctx,
  answer: { readonly name: string; readonly bodyId: string },
): Promise<{ measures: number; tasks: number }> {
  ctx.require('ledger.draft')
  return ctx.transact(async (tx) => {
    await rememberAlias(ctx, tx, { ...answer, settles: true })
    const drafts = await lockDraftsNaming(tx, answer.name)
    await updateMeasures(
      tx,
      drafts.map((measure) => resolved(measure, answer)),
    )
    const tasks = await fillParty(tx, answer)
    await ctx.audit(tx, 'ledger.resolve-name', { thing: `body/${answer.bodyId}`, after: answer })
    return { measures: drafts.length, tasks: tasks.length }
  })
}

function resolved(measure: Measure, answer: { readonly name: string; readonly bodyId: string }): DraftChange {
  const give = (party: DraftParty) => (party.name === answer.name ? chosenParty(party.name, answer.bodyId) : party)
  const draft = measure.draft.map((task) => ({
    ...task,
    leads: task.leads.map(give),
    supports: task.supports.map(give),
  }))
  return { ...measure, ...withFaults(measure, draft) }
}

/** Faults of the reading stay; those of parties and dates are found anew. */
export function withFaults(
  measure: Pick<Measure, 'faults'>,
  draft: readonly DraftTask[],
): Pick<DraftChange, 'draft' | 'faults' | 'openNames' | 'blocking'> {
  const faults = [...faultsOf(draft), ...measure.faults.filter(isOfReading)]
  return { draft, faults, openNames: openNames(draft), blocking: faults.some(({ blocking }) => blocking) }
}

function isOfReading({ code }: DraftFault): boolean {
  return code === 'reading' || code === 'reading-changed'
}

interface Write extends Seen, Pick<DraftChange, 'draft' | 'faults' | 'openNames' | 'blocking' | 'edited' | 'title'> {
  /** What the person sent, given back when it is stale. */
  readonly yours: unknown
}

async function writeDraft(ctx: Ctx, measure: Measure, write: Write): Promise<DraftView> {
  const { yours, version, ...change } = write
  const next = { ...measure, ...change, version }
  await ctx.transact(async (tx) => {
    if (!(await updateDraft(tx, next))) throw await notWritten(ctx, tx, { id: measure.id, yours })
    await ctx.audit(tx, 'ledger.draft', {
      thing: `measure/${measure.id}`,
      before: { title: measure.title, draft: measure.draft },
      after: { title: next.title, draft: next.draft },
    })
  })
  return presentDraft(ctx.db, { ...next, version: version + 1 }, ctx.today)
}

async function notWritten(ctx: Ctx, tx: Tx, { id, yours }: { id: string; yours: unknown }): Promise<Error> {
  const current = await findMeasure(tx, id)
  if (!current) return new MeasureUnknown()
  if (current.state === 'confirmed') return new AlreadyConfirmed(current.confirmedName, current.confirmedAt)
  return new StaleVersion(yours, await presentDraft(tx, current, ctx.today))
}
