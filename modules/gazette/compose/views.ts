import { lastOfMonth, yearOf } from '@guangyue/kernel/calendar'
import { labelOf, layOutGazette } from '@guangyue/kernel/gazette-print'
import type { Ctx, Db } from '@guangyue/platform/db'
import { writePdf } from '@guangyue/platform/documents'
import { FileLost, findStored } from '@guangyue/platform/files'
import type { Download } from '@guangyue/platform/http'
import { fingerprintOf } from '@guangyue/platform/signing'
import type { z } from 'zod'
import { issueUrl } from '../model.ts'
import type * as api from './api.ts'
import { type Checked, checkIssue } from './checks.ts'
import { contentOf as compositionContentOf, gather, getComposition, nextIssue } from './compositions.ts'
import { IssueNotSigned, ManuscriptUnknown } from './errors.ts'
import * as manuscriptStore from './manuscript-store.ts'
import { contentOf } from './manuscripts.ts'
import {
  type Composition,
  imprintOf,
  issueName,
  type Manuscript,
  proofImprint,
  sealOf,
  verifyAddress,
} from './model.ts'
import { previewOf } from './preview.ts'
import { readManuscript } from './reading.ts'
import { findSigned, type SignedIssue } from './signed-store.ts'
import * as store from './store.ts'

type ManuscriptRow = z.input<typeof api.listManuscriptsEndpoint.reply>['items'][number]
type ManuscriptView = z.input<typeof api.getManuscriptEndpoint.reply>
type CompositionRow = z.input<typeof api.listCompositionsEndpoint.reply>['items'][number]
type CompositionView = z.input<typeof api.getCompositionEndpoint.reply>

/** All manuscripts, those that wait first, and the sections to propose. */
export async function manuscriptsView(ctx: Ctx) {
  ctx.require('gazette.review-issue')
  const placed = await placedNow(ctx)
  const items = (await manuscriptStore.listManuscripts(ctx.db)).map((one) => manuscriptRow(one, placed))
  return { items, sections: [...(await manuscriptStore.sectionsUsed(ctx.db))] }
}

export async function manuscriptView(ctx: Ctx, id: string): Promise<ManuscriptView> {
  ctx.require('gazette.review-issue')
  const found = await manuscriptStore.findManuscript(ctx.db, id)
  if (!found) throw new ManuscriptUnknown()
  const content = contentOf(found)
  const changeable = ctx.can('gazette.compose') && found.printedIn === null && found.thing === null
  return {
    ...manuscriptRow(found, await placedNow(ctx)),
    content,
    reading: readingView(readManuscript(content, ctx.today)),
    may: changeable ? (found.withdrawn ? ['restore'] : ['edit', 'withdraw']) : [],
  }
}

/** What is read of a text that is not saved. */
export function readingView({ documents: _documents, ...reading }: ReturnType<typeof readManuscript>) {
  return {
    ...reading,
    headings: [...reading.headings],
    acts: [...reading.acts],
    differences: [...reading.differences],
  }
}

async function placedNow(ctx: Ctx): Promise<ReadonlySet<string>> {
  const open = await store.findOpen(ctx.db)
  return new Set(open?.sections.flatMap(({ manuscripts }) => manuscripts))
}

function manuscriptRow(found: Manuscript, placed: ReadonlySet<string>): ManuscriptRow {
  const { id, section, number, title, issuer, signedOn, thing, withdrawn, printedIn, writtenName, version } = found
  const waiting = placed.has(id) ? 'placed' : 'waiting'
  const state = printedIn !== null ? 'printed' : withdrawn ? 'withdrawn' : waiting
  const origin = thing === null ? 'desk' : 'ledger'
  return { id, section, number, title, issuer, signedOn, origin, state, printedIn, writtenName, version }
}

/** All issues composed here, what the next is called when none is open, and how many documents wait. */
export async function compositionsView(ctx: Ctx) {
  ctx.require('gazette.review-issue')
  const all = await store.listCompositions(ctx.db)
  const open = all.some(({ state }) => state === 'draft' || state === 'reviewed')
  const next = await nextIssue(ctx, yearOf(ctx.today))
  const { items } = await manuscriptsView(ctx)
  return {
    items: all.map(compositionRow),
    next: open ? null : { label: labelOf(next), publishedOn: lastOfMonth(ctx.today) },
    waiting: items.filter(({ state }) => state === 'waiting').length,
  }
}

function compositionRow(found: Composition): CompositionRow {
  const { id, state, publishedOn, composedName, sections } = found
  const documents = sections.reduce((sum, { manuscripts }) => sum + manuscripts.length, 0)
  const url = state === 'signed' ? issueUrl(issueName(found)) : null
  return { id, label: labelOf(found), state, publishedOn, composedName, documents, url }
}

export async function compositionView(ctx: Ctx, id: string): Promise<CompositionView> {
  const found = await getComposition(ctx, id)
  const { manuscripts } = await gather(ctx, ctx.db, found)
  const signed = await findSigned(ctx.db, { compositionId: id })
  const placed = new Set(found.state === 'draft' || found.state === 'reviewed' ? manuscripts.keys() : [])
  const own = ownOf(ctx, found, manuscripts)
  const { month, publishedOn, sections, acts, chronicle } = compositionContentOf(found)
  return {
    ...compositionRow(found),
    ...{ title: found.title, year: found.year, composedOn: found.composedOn, voidReason: found.voidReason },
    ...{ reviewedName: found.reviewedName, reviewedOn: found.reviewedOn, version: found.version },
    content: { month, publishedOn, sections, acts, chronicle },
    url: signed ? issueUrl(signed.key) : null,
    signed: signed
      ? {
          ...{ name: signed.signedName, on: signed.signedOn, hash: signed.hash, position: signed.position },
          ...{ pages: signed.pages, files: await issueFiles(ctx.db, signed) },
        }
      : null,
    manuscripts: [...manuscripts.values()].map((one) => manuscriptRow(one, placed)),
    may: mayOf(ctx, found, own),
    own: found.state === 'draft' && ctx.can('gazette.review-issue') ? own : null,
  }
}

/** Why the actor may not review it. */
function ownOf(ctx: Ctx, found: Composition, manuscripts: ReadonlyMap<string, Manuscript>): string | null {
  const { accountId } = ctx.actor
  if (found.composedBy === accountId) return '这一稿是您编排的'
  const wrote = [...manuscripts.values()].find(({ thing, writtenBy }) => thing === null && writtenBy === accountId)
  return wrote ? `其中的《${wrote.title}》是您录入的` : null
}

function mayOf(ctx: Ctx, { state }: Composition, own: string | null): CompositionView['may'] {
  const open = state === 'draft' || state === 'reviewed'
  return [
    ...(open && ctx.can('gazette.compose') ? (['edit', 'void'] as const) : []),
    ...(state === 'draft' && own === null && ctx.can('gazette.review-issue') ? (['review'] as const) : []),
    ...(state === 'reviewed' && ctx.can('gazette.sign-issue') ? (['sign'] as const) : []),
  ]
}

export async function checksView(ctx: Ctx, id: string): Promise<Omit<Checked, 'faults'> & { faults: string[] }> {
  const checked = await checkIssue(ctx.db, await gather(ctx, ctx.db, await getComposition(ctx, id)))
  return { ...checked, faults: [...checked.faults] }
}

export async function previewView(ctx: Ctx, id: string) {
  const { issue } = await gather(ctx, ctx.db, await getComposition(ctx, id))
  const signed = await findSigned(ctx.db, { compositionId: id })
  return previewOf(issue, signed ? signedImprint(ctx, signed) : proofImprint)
}

/** The page of the imprint as the signed issue prints it. */
function signedImprint(ctx: Ctx, signed: SignedIssue) {
  const { contentHash: content, previous, hash, signature, publicKey, sealId, seal, signedName, signedOn, key } = signed
  return imprintOf(
    {
      ...{ issue: key, content, previous, hash, signature, signedName, signedOn },
      seal: { id: sealId, seal },
      key: fingerprintOf(publicKey),
      verifyAt: verifyAddress(ctx, key),
    },
    sealOf(ctx),
  )
}

/** The issue as it stands, printed without proof. */
export async function proofPdf(ctx: Ctx, id: string): Promise<Download> {
  const { issue } = await gather(ctx, ctx.db, await getComposition(ctx, id))
  const { bytes } = await writePdf(layOutGazette(issue, proofImprint).document)
  return { name: `样稿 ${issue.title} ${labelOf(issue)}.pdf`, type: 'application/pdf', body: Buffer.from(bytes) }
}

export const fileKinds = ['pdf', 'docx', 'txt'] as const
export type IssueFileKind = (typeof fileKinds)[number]

const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
} as const satisfies Record<IssueFileKind, string>

/** The files of a signed issue, as anyone downloads them. */
export async function issueFiles(db: Db, signed: SignedIssue) {
  const stored = await Promise.all(
    [signed.pdfFileId, signed.docxFileId, signed.txtFileId].map((id) => findStored(db, id)),
  )
  return stored.flatMap((file, i) =>
    file ? [{ href: `${issueUrl(signed.key)}/files/${fileKinds[i]}`, name: file.name, size: file.bytes }] : [],
  )
}

/** A file of a signed issue, as it was printed. */
export async function issueFile(ctx: Ctx, key: string, kind: IssueFileKind): Promise<Download> {
  const signed = await findSigned(ctx.db, { key })
  if (!signed) throw new IssueNotSigned()
  const id = { pdf: signed.pdfFileId, docx: signed.docxFileId, txt: signed.txtFileId }[kind]
  const stored = await findStored(ctx.db, id)
  const body = stored && (await ctx.city.files.get(stored.digest))
  if (!body) throw new FileLost(stored?.digest ?? '')
  return { name: stored.name, type: fileTypes[kind], body }
}
