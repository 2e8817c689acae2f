import type { Db } from '@guangyue/platform/db'
import type { z } from 'zod'
import type { documentItem, getGazetteDocumentEndpoint, importItem, listRecordsEndpoint } from './api.ts'
import { type Document, documentUrl, type Import, issueUrl } from './model.ts'
import type { DocumentCoverage } from './service/coverage.ts'
import { documentsById, listDocuments, textsOf } from './store/documents.ts'
import { findIssue, listIssues } from './store/issues.ts'

/** An import as the desk shows it, with links to what came of it. */
export async function presentImport(db: Db, found: Import): Promise<z.input<typeof importItem>> {
  const issue = found.issueId === null ? undefined : await findIssue(db, { id: found.issueId })
  const documents = await documentsById(db, found.documentIds)
  return {
    ...presentRow(found),
    faults: [...found.faults],
    issue: issue ? { id: issue.id, label: issue.label, url: issueUrl(issue.key) } : null,
    documents: documents.map(({ id, number, title, key, textVersion }) => ({
      id,
      number,
      title,
      url: documentUrl(key),
      version: textVersion,
    })),
  }
}

/** Imports as a list shows them. */
export async function presentImports(
  db: Db,
  found: readonly Import[],
): Promise<Omit<z.input<typeof importItem>, 'faults' | 'documents'>[]> {
  const labels = new Map<string, { id: string; label: string; url: string }>()
  for (const id of new Set(found.flatMap(({ issueId }) => issueId ?? []))) {
    const issue = await findIssue(db, { id })
    if (issue) labels.set(id, { id, label: issue.label, url: issueUrl(issue.key) })
  }
  return found.map((one) => ({ ...presentRow(one), issue: labels.get(one.issueId ?? '') ?? null }))
}

function presentRow(found: Import) {
  return {
    id: found.id,
    fileName: found.fileName,
    fileSize: found.fileSize,
    stage: found.stage,
    percent: found.percent,
    outcome: found.outcome,
    counts: { ...found.counts },
    notes: [...found.notes],
    refusal: found.refusal,
    draft: found.draft && { ...found.draft },
    accountName: found.accountName,
    receivedAt: found.receivedAt,
    finishedAt: found.finishedAt,
  }
}

/** Issues and documents on record, as the desk lists them. */
export async function presentRecords(db: Db): Promise<z.input<typeof listRecordsEndpoint.reply>> {
  const [issues, documents] = await Promise.all([listIssues(db), listDocuments(db)])
  const labels = new Map(issues.map(({ id, label }) => [id, label]))
  const counts = Map.groupBy(documents, ({ issueId }) => issueId)
  return {
    issues: issues.map((issue) => ({
      id: issue.id,
      label: issue.label,
      title: issue.title,
      url: issueUrl(issue.key),
      version: issue.version,
      documents: counts.get(issue.id)?.length ?? 0,
    })),
    documents: documents.map((document) => presentDocument(document, labels.get(document.issueId ?? '') ?? null)),
  }
}

/** A document's texts and clauses with what has been made of them. */
export async function presentCoverage(
  db: Db,
  { document, counts, provisions }: DocumentCoverage,
): Promise<z.input<typeof getGazetteDocumentEndpoint.reply>> {
  const issue = document.issueId === null ? undefined : await findIssue(db, { id: document.issueId })
  return {
    document: presentDocument(document, issue?.label ?? null),
    texts: (await textsOf(db, document.id)).map(({ version, readAt }) => ({ version, readAt })),
    counts: { ...counts },
    provisions: provisions.map(({ provision, state, things, judgement }) => ({
      path: [...provision.path],
      place: provision.path.join(''),
      depth: provision.depth,
      heading: provision.heading,
      text: provision.text,
      state,
      things,
      judgement: judgement && {
        reason: judgement.reason,
        decidedName: judgement.decidedName,
        decidedAt: judgement.decidedAt,
        version: judgement.version,
      },
    })),
  }
}

function presentDocument(document: Document, issue: string | null): z.input<typeof documentItem> {
  return {
    id: document.id,
    number: document.number,
    title: document.title,
    issuer: document.issuer,
    signedOn: document.signedOn,
    issue,
    url: documentUrl(document.key),
    textVersion: document.textVersion,
    origin: document.origin,
  }
}
