import { citationOf, findPermalink } from '@guangyue/kernel/provision'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { countCoverage } from '../chain.ts'
import { DocumentUnknown, ProvisionUnknown, TextNotHeld } from '../errors.ts'
import { type Document, documentUrl, issueUrl, type Provision, pathKeyOf } from '../model.ts'
import { findDocument, provisionsOfDocument } from '../service/facts.ts'
import { findDocumentBy } from '../store/documents.ts'
import { findIssue } from '../store/issues.ts'
import type { ClausePanel, DocumentHead, DocumentView } from './document.view.ts'
import { groupThings, type SeenChain, seenChain } from './document-chain.ts'
import { blocksOf, contentsOf, placeOf } from './document-text.ts'
import { shortLabel } from './issues.loader.ts'
import { words } from './words.ts'

/** A document, or one clause of it in its chapter, by its permanent link. Other spellings of a number lead to the one. */
export async function loadDocument(ctx: Ctx, address: string): Promise<PageResult<DocumentView>> {
  const ref = findPermalink(address)
  // No text of a database holds this character, so no document does.
  if (!ref || address.includes('%00')) throw new DocumentUnknown()
  const document = await findDocumentBy(ctx.db, { key: ref.document })
  if (!document) return redirectTo(await findDocument(ctx.db, ref.document), ref.path)
  const provisions = await provisionsOfDocument(ctx.db, document)
  const clause = provisions.find(({ pathKey }) => pathKey === pathKeyOf(ref.path))
  if (ref.path.length > 0 && !clause && document.textVersion > 0) throw new ProvisionUnknown()

  const chain = await seenChain(ctx, document, provisions)
  const head = await headOf(ctx, document)
  const shown = clause ? chapterOf(provisions, clause) : provisions
  const counts = countCoverage(provisions, chain.states)
  return {
    title:
      ref.path.length > 0
        ? citationOf({ document: document.number ?? document.title, path: ref.path })
        : (document.number ?? document.title),
    wide: true,
    crumbs: [
      { href: '/gazette', label: words(ctx.lang, 'gazette') },
      ...(head.issue ? [{ href: head.issue.href, label: head.issue.label }] : []),
      ...(clause
        ? [
            { href: documentUrl(document.key), label: document.number ?? document.title },
            { label: placeOf(clause.path) },
          ]
        : [{ label: document.number ?? document.title }]),
    ],
    view: {
      head,
      coverage: chain.insider === 'insider' || counts.running + counts.judgement > 0 ? counts : null,
      contents: contentsOf(document, { provisions, clause, chain }),
      place: clause ? placeOf(clause.path) : null,
      blocks: blocksOf(document, { provisions: shown, clause, chain }),
      wholeHref: shown.length < provisions.length ? documentUrl(document.key) : null,
      panel: panelOf(ctx, document, { path: ref.path, clause, chain }),
      downloadHref: document.textVersion > 0 ? `/gazette/texts/${encodeURIComponent(document.key)}` : null,
      headings: document.textVersion > 0 ? [] : packHeadings(document),
    },
  }
}

/** The whole text of a document as a file. */
export async function loadDocumentText(ctx: Ctx, key: string): Promise<PageResult<never>> {
  const document = (await findDocumentBy(ctx.db, { key })) ?? (await findDocument(ctx.db, key))
  if (!document) throw new DocumentUnknown()
  if (document.textVersion === 0) throw new TextNotHeld()
  const provisions = await provisionsOfDocument(ctx.db, document)
  const head = [document.number, document.title, document.issuer, document.signedOn].filter((line) => line !== null)
  const text = [...head, '', ...provisions.map((provision) => provision.text)].join('\n')
  // The byte order mark makes older editors read UTF-8 as what it is.
  const body = Buffer.from(`\ufeff${text}\n`)
  return { file: { name: `${document.number ?? document.title}.txt`, type: 'text/plain; charset=utf-8', body } }
}

function redirectTo(document: Document | undefined, path: readonly string[]): PageResult<never> {
  if (!document) throw new DocumentUnknown()
  return { redirect: documentUrl(document.key, path), status: 301 }
}

async function headOf(ctx: Ctx, document: Document): Promise<DocumentHead> {
  const issue = document.issueId === null ? undefined : await findIssue(ctx.db, { id: document.issueId })
  return {
    number: document.number,
    title: document.title,
    issuer: document.issuer,
    signedOn: document.signedOn,
    addressees: document.addressees,
    openness: document.openness,
    validity: validityOf(document, ctx.today),
    effectiveFrom: document.effectiveFrom,
    effectiveUntil: document.effectiveUntil,
    issue: issue ? { label: shortLabel(issue), href: issueUrl(issue.key) } : null,
    page: document.page,
    textHeld: document.textVersion > 0,
    version: document.textVersion,
  }
}

function validityOf({ effectiveFrom, effectiveUntil }: Document, today: string): DocumentHead['validity'] {
  if (effectiveUntil !== null && effectiveUntil < today) return 'ended'
  if (effectiveFrom !== null && effectiveFrom > today) return 'not-yet'
  return effectiveFrom === null && effectiveUntil === null ? 'unknown' : 'in-force'
}

/** A document that is read at one go is shown whole. */
const SHORT = 60

/** The chapter that a clause stands in: everything below the section above it, or the clause itself. */
function chapterOf(provisions: readonly Provision[], clause: Provision): readonly Provision[] {
  const above = provisions.filter(({ pathKey }) => `${clause.pathKey}/`.startsWith(`${pathKey}/`))
  const top = above.find(({ kind }) => kind !== 'part') ?? clause
  if (top === clause && provisions.length <= SHORT) return provisions
  return provisions.filter(({ pathKey }) => `${pathKey}/`.startsWith(`${top.pathKey}/`))
}

function panelOf(
  ctx: Ctx,
  document: Document,
  { path, clause, chain }: { path: readonly string[]; clause: Provision | undefined; chain: SeenChain },
): ClausePanel {
  const key = pathKeyOf(path)
  const judged = path
    .map((_, index) => chain.judgements.get(pathKeyOf(path.slice(0, path.length - index))))
    .find(Boolean)
  const state = path.length === 0 ? null : (chain.states.get(key) ?? (chain.at(key).length > 0 ? 'running' : 'open'))
  return {
    of: path.length === 0 ? 'document' : 'clause',
    title: path.length === 0 ? document.title : `${placeOf(path)}${clause?.heading ?? ''}`,
    state,
    judgement: state === 'judgement' && judged ? { name: judged.decidedName, reason: judged.reason } : null,
    counts: path.length === 0 ? chain.counts : {},
    groups: groupThings(chain.at(key), { insider: chain.insider, today: ctx.today }),
    citation: citationOf({ document: document.number ?? document.title, path }),
    href: documentUrl(document.key, path),
    today: ctx.today,
  }
}

function packHeadings({ facts }: Document): readonly string[] {
  const rows = Array.isArray(facts.headings) ? (facts.headings as { path?: unknown; heading?: unknown }[]) : []
  return rows.flatMap(({ path, heading }) =>
    Array.isArray(path) && typeof heading === 'string' ? [`${path.join('')}　${heading}`] : [],
  )
}
