import type { Db } from '@guangyue/platform/db'
import type { z } from 'zod'
import type { importItem } from './api.ts'
import { documentUrl, type Import, issueUrl } from './model.ts'
import { documentsById } from './store/documents.ts'
import { findIssue } from './store/issues.ts'

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
