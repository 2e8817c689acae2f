import type { ContentsEntry } from '@guangyue/kernel/gazette-text'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { findSigned } from '../compose/signed-store.ts'
import { issueFiles } from '../compose/views.ts'
import { IssueUnknown } from '../errors.ts'
import { type Document, documentUrl, foldCitation, type Issue, issueUrl } from '../model.ts'
import { documentsOfIssue, listDocuments } from '../store/documents.ts'
import { findIssue, listIssues } from '../store/issues.ts'
import type { DocumentRow, IssuesView, IssueView } from './issues.view.ts'
import { words } from './words.ts'

/** The list of issues, of one year or all, and the documents that stand in none. */
export async function loadIssues(ctx: Ctx, asked: { year?: number | undefined }): Promise<PageResult<IssuesView>> {
  const [issues, documents] = await Promise.all([listIssues(ctx.db), listDocuments(ctx.db)])
  const inIssue = Map.groupBy(documents, ({ issueId }) => issueId)
  const years = [...Map.groupBy(issues, ({ year }) => year)].flatMap(([year, of]) =>
    year === null ? [] : [{ year, issues: of.length }],
  )
  const year = asked.year ?? null
  return {
    title: words(ctx.lang, 'gazette'),
    crumbs: [{ label: words(ctx.lang, 'gazette') }],
    view: {
      year,
      years,
      issues: issues
        .filter((issue) => year === null || issue.year === year)
        .map((issue) => ({
          label: issue.label,
          title: issue.title,
          href: issueUrl(issue.key),
          documents: Math.max(inIssue.get(issue.id)?.length ?? 0, issue.contents.length),
          textHeld: issue.version > 0,
          corrected: issue.version > 1,
        })),
      single: (inIssue.get(null) ?? [])
        .filter(({ signedOn }) => year === null || signedOn?.startsWith(`${year}-`))
        .map(rowOf),
    },
  }
}

/** An issue's cover and its contents, each entry linked to its document. */
export async function loadIssue(ctx: Ctx, key: string): Promise<PageResult<IssueView>> {
  const issue = await findIssue(ctx.db, { key })
  if (!issue) throw new IssueUnknown()
  const documents = await documentsOfIssue(ctx.db, issue.id)
  const entries = contentsLinked(issue, documents)
  const named = new Set(entries.map(({ document }) => document?.id))
  return {
    title: issue.label,
    crumbs: [{ href: '/gazette', label: words(ctx.lang, 'gazette') }, { label: shortLabel(issue) }],
    view: {
      title: issue.title,
      label: issue.label,
      sponsor: issue.sponsor,
      publisher: issue.publisher,
      textHeld: issue.version > 0,
      version: issue.version,
      sections: [...Map.groupBy(entries, ({ entry }) => entry.section)].map(([name, of]) => ({
        name: name === '' ? null : name,
        entries: of.map(({ entry, document }) => ({
          title: entry.title,
          number: entry.number,
          page: entry.page,
          signedOn: document?.signedOn ?? null,
          issuer: document?.issuer ?? null,
          textHeld: (document?.textVersion ?? 0) > 0,
          href: document ? documentUrl(document.key) : null,
        })),
      })),
      signed: await signedView(ctx, key),
      others: documents.filter(({ id }) => !named.has(id)).map(rowOf),
    },
  }
}

async function signedView(ctx: Ctx, key: string): Promise<IssueView['signed']> {
  const signed = await findSigned(ctx.db, { key })
  if (!signed) return null
  return { verifyHref: `${issueUrl(key)}/verify`, signedOn: signed.signedOn, files: await issueFiles(ctx.db, signed) }
}

/** The printed contents, each entry with its document where that is on record. */
export function contentsLinked(issue: Issue, documents: readonly Document[]) {
  return issue.contents.map((entry) => ({ entry, document: documents.find((one) => isOf(one, entry)) }))
}

/** 2021年第6期, for crumbs. */
export function shortLabel(issue: Issue): string {
  return issue.year !== null && issue.number !== null ? `${issue.year}年第${issue.number}期` : issue.label
}

/** The contents leave out the issuer before a title, and say the month of a chronicle after it. */
function isOf(document: Document, entry: ContentsEntry): boolean {
  if (document.number !== null && entry.number !== null)
    return foldCitation(document.number) === foldCitation(entry.number)
  const [title, printed] = [foldCitation(document.title), foldCitation(entry.title)]
  return title.endsWith(printed) || printed.startsWith(title)
}

function rowOf(document: Document): DocumentRow {
  return {
    title: document.title,
    href: documentUrl(document.key),
    number: document.number,
    signedOn: document.signedOn,
    issuer: document.issuer,
    page: document.page,
    textHeld: document.textVersion > 0,
  }
}
