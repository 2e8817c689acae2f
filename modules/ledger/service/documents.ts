import { bodyNames } from '@guangyue/modules/organisations'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { DocumentUnknown } from '../errors.ts'
import { documentReleased } from '../events.ts'
import type { Release } from '../model/ledger.ts'
import {
  countDrafts,
  findDocument,
  type LedgerDocument,
  listChapters,
  listDocuments,
  listIndicators,
  updateRelease,
  updateSupervisor,
} from '../store/documents.ts'
import { countByDocument, noFigures } from '../store/task-list.ts'
import { citeOf } from './cite.ts'
import { hangDocument } from './hang-tasks.ts'
import { reachOf } from './reach.ts'

/** The documents of the ledger with how far each has come; a department counts its own tasks and sees no drafts. */
export async function documentsView(ctx: Ctx, issueId: string | null) {
  ctx.require('ledger.read')
  const documents = await presentDocuments(ctx, await listDocuments(ctx.db, issueId))
  return { items: reachOf(ctx) === null ? documents : documents.filter(({ tasks }) => tasks.all > 0) }
}

export async function documentView(ctx: Ctx, id: string) {
  ctx.require('ledger.read')
  const document = await findDocument(ctx.db, id)
  if (!document) throw new DocumentUnknown()
  const [presented] = await presentDocuments(ctx, [document])
  if (!presented) throw new DocumentUnknown()
  const chapters = await listChapters(ctx.db, id)
  const indicators = await listIndicators(ctx.db, document.folded)
  const headings = new Map(document.headings.map(({ path, heading }) => [path.join('/'), heading]))
  return {
    ...presented,
    chapters: chapters.map(({ path, measures }) => ({
      path: [...path],
      heading: headings.get(path.join('/')) ?? null,
      measures,
    })),
    indicators: indicators.map(({ key, name, chapters: of, measures }) => ({
      key,
      name,
      chapters: of.map((chapter) => chapter.split('/')),
      measures,
    })),
  }
}

async function presentDocuments(ctx: Ctx, documents: readonly LedgerDocument[]) {
  const documentIds = documents.map(({ id }) => id)
  const reach = reachOf(ctx)
  const tasks = await countByDocument(ctx.db, ctx.today, { documentIds, reach })
  const drafts = reach === null ? await countDrafts(ctx.db, documentIds) : new Map()
  const names = await bodyNames(
    ctx.db,
    documents.flatMap(({ supervisorBodyId }) => supervisorBodyId ?? []),
    ctx.today,
  )
  return documents.map((document) => {
    const { all = 0, confirmed = 0, waiting = 0, faulty = 0, clear = 0 } = drafts.get(document.id) ?? {}
    const body = names.get(document.supervisorBodyId ?? '')
    return {
      id: document.id,
      number: document.number,
      title: document.title,
      kind: document.kind,
      issuer: document.issuer,
      signedOn: document.signedOn,
      source: document.source,
      textHeld: document.source === 'gazette',
      supervisor: document.supervisorBodyId && body ? { id: document.supervisorBodyId, name: body.short } : null,
      supervisorName: document.supervisorName,
      release: document.release,
      href: citeOf(document, []).href,
      milestones: [...document.milestones],
      drafts: { all, confirmed, waiting, faulty, clear },
      tasks: tasks.get(document.id) ?? noFigures,
      version: document.version,
    }
  })
}

/** Decides what the public sees of a document, at once on the clauses' pages too. */
export async function releaseDocument(
  ctx: Ctx,
  change: { readonly id: string; readonly version: number; readonly release: Release },
): Promise<{ version: number }> {
  ctx.require('ledger.release')
  const before = await findDocument(ctx.db, change.id)
  if (!before) throw new DocumentUnknown()
  return ctx.transact(async (tx) => {
    if (!(await updateRelease(tx, change))) throw new StaleVersion(change, await findDocument(tx, change.id))
    await hangDocument(ctx, tx, change.id)
    await ctx.audit(tx, 'ledger.release', {
      thing: `ledger-document/${change.id}`,
      basis: before.key,
      before: { release: before.release },
      after: { release: change.release },
    })
    await ctx.publish(tx, documentReleased({ documentId: change.id, release: change.release, by: ctx.actor.accountId }))
    return { version: change.version + 1 }
  })
}

/** Names the body, or the post as printed, that watches over a document. */
export async function superviseDocument(
  ctx: Ctx,
  change: {
    readonly id: string
    readonly version: number
    readonly bodyId: string | null
    readonly name: string | null
  },
): Promise<{ version: number }> {
  ctx.require('ledger.release')
  return ctx.transact(async (tx) => {
    if (!(await updateSupervisor(tx, change))) {
      const current = await findDocument(tx, change.id)
      throw current ? new StaleVersion(change, current) : new DocumentUnknown()
    }
    await ctx.audit(tx, 'ledger.supervise', { thing: `ledger-document/${change.id}`, after: change })
    return { version: change.version + 1 }
  })
}
