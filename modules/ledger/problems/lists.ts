import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { citeOf } from '../service/cite.ts'
import { reachOf } from '../service/reach.ts'
import { unitNames } from '../service/unit-names.ts'
import { findDocuments } from '../store/documents.ts'
import * as store from './list-store.ts'
import type { ProblemState } from './model.ts'
import { countByUnit } from './responsibility-store.ts'

export interface ListFilter {
  readonly unit?: string | undefined
  readonly document?: string | undefined
  readonly task?: string | undefined
  readonly state: ProblemState | 'waiting' | 'late' | 'done' | 'all'
}

/** Problems that the actor may see, with the remedies set against them. */
export async function problemsView(ctx: Ctx, filter: ListFilter) {
  ctx.require('ledger.read')
  return { items: await present(ctx, await store.listProblems(ctx.db, filterOf(ctx, filter))) }
}

/** The remedies of the problems that the actor may see: late ones first, then by day. */
export async function remediesView(ctx: Ctx, { unit, document, task, state }: ListFilter) {
  ctx.require('ledger.read')
  const seen = await store.listProblems(ctx.db, filterOf(ctx, { document, task, state: 'all' }))
  const items = (await present(ctx, seen)).flatMap((problem) =>
    problem.remedies.map((remedy) => ({
      ...remedy,
      problemId: problem.id,
      problem: problem.text,
      problemState: problem.state,
      owner: problem.unit,
      cite: problem.cite,
    })),
  )
  const wanted = items.filter(
    ({ unit: by, owner, late, doneOn, problemState }) =>
      (unit === undefined || by.id === unit || owner.id === unit) &&
      (state !== 'late' || late) &&
      (state !== 'done' || doneOn !== null) &&
      (state !== 'waiting' || (doneOn === null && problemState !== 'dropped')) &&
      (['all', 'late', 'done', 'waiting'].includes(state) || problemState === state),
  )
  const key = ({ doneOn, due }: (typeof items)[number]) => `${doneOn === null ? 0 : 1} ${due ?? '9999'}`
  return { items: wanted.toSorted((a, b) => key(a).localeCompare(key(b))) }
}

/** Each unit with the lights of what it leads, its problems not solved and its remedies that are late. */
export async function responsibilitiesView(ctx: Ctx, { unit, document }: Pick<ListFilter, 'unit' | 'document'>) {
  ctx.require('ledger.read')
  const reach = reachOf(ctx)
  const rows = await countByUnit(ctx.db, ctx.today, { bodyId: unit, documentId: document, reach })
  const unitOf = await unitNames(ctx, rows)
  return {
    items: rows.map(({ bodyId, supporting, problems, remediesLate, ...leading }) => ({
      unit: unitOf(bodyId),
      leading,
      supporting,
      problems,
      remediesLate,
    })),
  }
}

function filterOf(ctx: Ctx, { unit, document, task, state }: ListFilter): store.ProblemFilter {
  const part = { bodyId: unit, documentId: document, taskId: task, reach: reachOf(ctx) }
  if (state === 'all') return part
  if (state === 'waiting') return { ...part, states: waiting }
  if (state === 'late') return { ...part, states: waiting, dueBefore: ctx.today }
  return { ...part, states: [state === 'done' ? 'solved' : state] }
}

const waiting: readonly ProblemState[] = ['open', 'in-hand', 'reported']

/** Problems as they are shown: units by name, the clause, what is late. */
export async function present(ctx: Ctx, problems: readonly store.Problem[]) {
  const remedies = await store.listRemedies(
    ctx.db,
    problems.map(({ id }) => id),
  )
  const bodyIds = [
    ...problems.flatMap(({ bodyId, raisedBodyId }) => [bodyId, raisedBodyId ?? []].flat()),
    ...remedies.map(({ bodyId }) => bodyId),
  ]
  const [names, documents] = await Promise.all([
    bodyNames(ctx.db, bodyIds, ctx.today),
    findDocuments(
      ctx.db,
      problems.flatMap(({ documentId }) => documentId ?? []),
    ),
  ])
  const unit = (id: string) => ({ id, name: names.get(id)?.short ?? '' })
  const of = Map.groupBy(remedies, ({ problemId }) => problemId)
  return problems.map(({ documentId, path, bodyId, raisedBodyId, ...problem }) => ({
    ...problem,
    unit: unit(bodyId),
    raisedBy: raisedBodyId === null ? null : unit(raisedBodyId),
    cite: documentId === null ? null : citeOf(documents.get(documentId), path),
    late: problem.due !== null && problem.due < ctx.today && !['solved', 'dropped'].includes(problem.state),
    remedies: (of.get(problem.id) ?? []).map(({ problemId: _, bodyId: by, ...remedy }) => ({
      ...remedy,
      unit: unit(by),
      late: remedy.due !== null && remedy.doneOn === null && remedy.due < ctx.today,
    })),
  }))
}
