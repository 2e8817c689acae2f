import type { Ctx } from '@guangyue/platform/db'
import { StaleVersion } from '@guangyue/platform/db'
import { type CoverageCounts, type CoverageState, countCoverage, coverageOf } from '../chain.ts'
import { DocumentUnknown, ProvisionUnknown } from '../errors.ts'
import { type Document, type Provision, pathKeyOf } from '../model.ts'
import * as chainStore from '../store/chain.ts'
import * as documentStore from '../store/documents.ts'
import { provisionsOfDocument } from './facts.ts'

/** A place with what has been made of it. */
export interface CoveredProvision {
  readonly provision: Provision
  readonly state: CoverageState
  /** How many things cite it, cancelled ones not counted. */
  readonly things: number
  /** The decision about this very place, not one inherited from above. */
  readonly judgement: chainStore.Judgement | null
}

export interface DocumentCoverage {
  readonly document: Document
  readonly counts: CoverageCounts
  readonly provisions: readonly CoveredProvision[]
}

/** Every place of a document with its state, for the staff who see the whole ledger. */
export async function getCoverage(ctx: Ctx, documentId: string): Promise<DocumentCoverage> {
  const document = await documentStore.findDocumentBy(ctx.db, { id: documentId })
  if (!document) throw new DocumentUnknown()
  const provisions = await provisionsOfDocument(ctx.db, document)
  const citations = document.number === null ? [document.title] : [document.number, document.title]
  const [hangings, judgements] = await Promise.all([
    chainStore.hangingsOn(ctx.db, citations),
    chainStore.judgementsOf(ctx.db, documentId),
  ])
  const live = Map.groupBy(
    hangings.filter(({ state }) => state !== 'cancelled'),
    ({ basis }) => pathKeyOf(basis.path),
  )
  const judged = new Map(judgements.map((judgement) => [judgement.pathKey, judgement]))
  const states = coverageOf({ provisions, cited: new Set(live.keys()), judged: new Set(judged.keys()) })
  return {
    document,
    counts: countCoverage(provisions, states),
    provisions: provisions.map((provision) => ({
      provision,
      state: states.get(provision.pathKey) ?? 'open',
      things: live.get(provision.pathKey)?.length ?? 0,
      judgement: judged.get(provision.pathKey) ?? null,
    })),
  }
}

export interface JudgementMade {
  readonly documentId: string
  readonly path: readonly string[]
  readonly reason: string
  /** Version of the decision that the person saw; 0 when there was none. */
  readonly seen: number
}

/** A named person decides that a clause, with all below it, is left to judgement; a changed reason replaces the old. */
export async function judgeProvision(ctx: Ctx, made: JudgementMade): Promise<void> {
  ctx.require('gazette.judge')
  const { document, pathKey } = await placeOf(ctx, made)
  await ctx.transact(async (tx) => {
    const put = await chainStore.putJudgement(tx, {
      documentId: document.id,
      pathKey,
      reason: made.reason,
      decidedBy: ctx.actor.accountId,
      decidedName: ctx.actor.name,
      decidedAt: ctx.now,
      seen: made.seen,
    })
    if (!put) throw await stale(ctx, document.id, { pathKey, yours: { reason: made.reason } })
    await ctx.audit(tx, 'gazette.judge', {
      thing: `document/${document.id}`,
      basis: `${document.number ?? document.title} ${made.path.join('')}`,
      after: { path: pathKey, reason: made.reason },
      reason: made.reason,
    })
  })
}

/** Takes a decision back; the clause is open again unless something cites it. */
export async function withdrawJudgement(ctx: Ctx, made: Omit<JudgementMade, 'reason'>): Promise<void> {
  ctx.require('gazette.judge')
  const { document, pathKey } = await placeOf(ctx, made)
  await ctx.transact(async (tx) => {
    const gone = await chainStore.deleteJudgement(tx, { documentId: document.id, pathKey, seen: made.seen })
    if (!gone) throw await stale(ctx, document.id, { pathKey, yours: { reason: null } })
    await ctx.audit(tx, 'gazette.judge', {
      thing: `document/${document.id}`,
      before: { path: pathKey },
      reason: '撤回',
    })
  })
}

async function placeOf(ctx: Ctx, { documentId, path }: Pick<JudgementMade, 'documentId' | 'path'>) {
  const document = await documentStore.findDocumentBy(ctx.db, { id: documentId })
  if (!document) throw new DocumentUnknown()
  const pathKey = pathKeyOf(path)
  const provisions = await provisionsOfDocument(ctx.db, document)
  if (!provisions.some((provision) => provision.pathKey === pathKey)) throw new ProvisionUnknown()
  return { document, pathKey }
}

async function stale(ctx: Ctx, documentId: string, edit: { pathKey: string; yours: { reason: string | null } }) {
  const now = (await chainStore.judgementsOf(ctx.db, documentId)).find(({ pathKey }) => pathKey === edit.pathKey)
  return new StaleVersion(edit.yours, {
    reason: now?.reason ?? null,
    decidedName: now?.decidedName ?? null,
    version: now?.version ?? 0,
  })
}
