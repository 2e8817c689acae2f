import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { differenceOf } from '../model/difference.ts'
import type { DraftTask } from '../model/ledger.ts'
import { datesOf } from '../model/light.ts'
import { findDocuments } from '../store/documents.ts'
import { countScope, type DraftFilter, type DraftKey, listDrafts, listFaulty } from '../store/draft-list.ts'
import { findNeighbours } from '../store/measures.ts'
import { citeOf } from './cite.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { presentDraft } from './draft-view.ts'
import { getMeasure } from './review.ts'

/** One page of drafts with the counts of their scope. */
export async function pageOfDrafts(ctx: Ctx, input: Omit<DraftFilter, 'after'> & { readonly after?: string }) {
  ctx.require('ledger.draft')
  const rows = await listDrafts(ctx.db, { ...input, after: readCursor<DraftKey>(input.after), limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const documents = await findDocuments(
    ctx.db,
    page.map(({ documentId }) => documentId),
  )
  const last = page.at(-1)
  const more = rows.length > input.limit && last
  return {
    items: page.map((row) => ({
      id: row.id,
      cite: citeOf(documents.get(row.documentId), row.path),
      title: row.title,
      state: row.state,
      tasks: row.draft.length,
      leads: leadsOf(row.draft),
      nextDue: nextDueOf(row.draft),
      faults: [...row.faults],
      edited: row.edited,
      version: row.version,
    })),
    counts: await countScope(ctx.db, input),
    next: more ? cursorOf([last.rank, last.sort, last.position, last.id]) : null,
  }
}

function leadsOf(draft: readonly DraftTask[]): string[] {
  return [...new Set(draft.flatMap(({ leads }) => leads.map(({ name }) => name)))]
}

function nextDueOf(draft: readonly DraftTask[]): string | null {
  const dates = draft.flatMap((task) => task.dates.map((date) => ({ ...date, inherited: false, reachedOn: null })))
  return datesOf(dates).nextDue
}

/** What has to be decided, the same question about one name once for all clauses; blocking ones first. */
export async function faultsToDecide(ctx: Ctx, scope: Pick<DraftFilter, 'documentId' | 'issueId'>) {
  ctx.require('ledger.draft')
  const rows = await listFaulty(ctx.db, scope)
  const documents = await findDocuments(
    ctx.db,
    rows.map(({ documentId }) => documentId),
  )
  const candidates = new Map(
    rows.flatMap(({ draft }) =>
      draft.flatMap((task) =>
        [...task.leads, ...task.supports].map((party) => [party.name, party.candidates] as const),
      ),
    ),
  )
  const names = await bodyNames(ctx.db, [...candidates.values()].flat(), ctx.today)
  const named = (id: string) => ({ id, name: names.get(id)?.short ?? id })
  const asked = Map.groupBy(
    rows.flatMap((row) => row.faults.map((fault) => ({ row, fault }))),
    ({ row, fault }) =>
      fault.name === null ? `${row.id} ${fault.code} ${fault.message}` : `${fault.code} ${fault.name}`,
  )
  const items = [...asked.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const measures = new Map(group.map(({ row }) => [row.id, citeOf(documents.get(row.documentId), row.path).label]))
    const { task: _, ...fault } = first.fault
    return [
      {
        ...fault,
        candidates: [...(candidates.get(fault.name ?? '') ?? [])].map(named),
        measures: [...measures].map(([id, label]) => ({ id, label })),
      },
    ]
  })
  return { items: items.toSorted((a, b) => Number(b.blocking) - Number(a.blocking)) }
}

/** One measure for the review: the text with its marks on one side, the draft on the other. */
export async function measureView(ctx: Ctx, id: string) {
  ctx.require('ledger.draft')
  const { measure, document } = await getMeasure(ctx, id)
  const { reading, incoming } = measure
  const shown = reading.text === null && incoming ? incoming : reading
  return {
    id: measure.id,
    cite: citeOf(document, measure.path),
    title: measure.title,
    source: measure.source,
    state: measure.state,
    text: shown.text,
    marks: [...shown.marks],
    line: shown.line,
    reading: {
      assignments: shown.assignments.map(({ leads, supports, label }) => ({
        leads: [...leads],
        supports: [...supports],
        label,
      })),
      dates: shown.deadlines.map((date, index) => ({ ...date, index })),
      targets: shown.targets.map((target, index) => ({ ...target, index })),
    },
    ...(await presentDraft(ctx.db, measure, ctx.today)),
    inherited: document.milestones
      .filter(({ inherited }) => inherited)
      .map(({ phrase, due, name }) => ({ phrase, due, name })),
    edited: measure.edited,
    difference: incoming ? [...differenceOf(reading, incoming)] : [],
    ...(await findNeighbours(ctx.db, measure)),
    confirmedBy: measure.confirmedName,
    confirmedAt: measure.confirmedAt,
  }
}
