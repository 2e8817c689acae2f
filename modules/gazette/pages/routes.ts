import type { App } from '@guangyue/platform/http'
import { z } from 'zod'
import { fileKinds, issueFile } from '../compose/views.ts'
import { actsQuery, loadActs, loadActsSheet } from './acts.loader.ts'
import { chronicleQuery, loadChronicle, loadChronicleSheet, loadEntry } from './chronicle.loader.ts'
import { loadDocument, loadDocumentText } from './document.loader.ts'
import { loadIssue, loadIssues } from './issues.loader.ts'
import { loadOfficials, loadPerson, officialsQuery } from './officials.loader.ts'
import { loadSearch, searchQuery } from './search.loader.ts'
import { typed } from './typed.ts'
import { loadProof, loadVerify } from './verify.loader.ts'

/** The public pages of the gazette; all are open to anyone. */
export function gazettePages(app: App): void {
  const may = 'anyone'
  const keep = 'until-change'
  const issuesQuery = z.object({ year: z.coerce.number().int().optional().catch(undefined) })
  const byKey = z.object({ key: typed(300) })
  app.page({ path: '/gazette', may, view: 'gazette.issues', query: issuesQuery }, (ctx, { query }) =>
    loadIssues(ctx, query),
  )
  app.page({ path: '/gazette/issues/:key', may, view: 'gazette.issue', params: byKey, keep }, (ctx, { params }) =>
    loadIssue(ctx, params.key),
  )
  app.page({ path: '/gazette/issues/:key/verify', may, view: 'gazette.verify', params: byKey }, (ctx, { params }) =>
    loadVerify(ctx, params.key),
  )
  app.page({ path: '/gazette/issues/:key/proof.json', may, view: 'gazette.verify', params: byKey }, (ctx, { params }) =>
    loadProof(ctx, params.key),
  )
  const byKind = byKey.extend({ kind: z.enum(fileKinds) })
  app.page(
    { path: '/gazette/issues/:key/files/:kind', may, view: 'gazette.verify', params: byKind },
    async (ctx, { params }) => ({ file: await issueFile(ctx, params.key, params.kind) }),
  )
  app.page({ path: '/gazette/texts/:key', may, view: 'gazette.document', params: byKey }, (ctx, { params }) =>
    loadDocumentText(ctx, params.key),
  )
  // One route for a document and all its clauses: the path is decoded piece by piece by kernel/provision.
  app.page({ path: '/documents/*', may, view: 'gazette.document', keep }, (ctx, { raw }) =>
    loadDocument(ctx, raw.url.split('?', 1)[0] ?? ''),
  )
  app.page({ path: '/search', may, view: 'gazette.search', query: searchQuery }, (ctx, { query }) =>
    loadSearch(ctx, query),
  )
  app.page({ path: '/officials', may, view: 'gazette.officials', query: officialsQuery }, (ctx, { query }) =>
    loadOfficials(ctx, query),
  )
  const acts = { may, view: 'gazette.acts', query: actsQuery } as const
  app.page({ ...acts, path: '/officials/acts' }, (ctx, { query }) => loadActs(ctx, query))
  app.page({ ...acts, path: '/officials/acts.xlsx' }, (ctx, { query }) => loadActsSheet(ctx, query))
  app.page(
    { path: '/officials/:person', may, view: 'gazette.person', params: z.object({ person: typed(50) }), keep },
    (ctx, { params }) => loadPerson(ctx, params.person),
  )
  const chronicle = { may, view: 'gazette.chronicle', query: chronicleQuery } as const
  app.page({ ...chronicle, path: '/chronicle' }, (ctx, { query }) => loadChronicle(ctx, query))
  app.page({ ...chronicle, path: '/chronicle.xlsx' }, (ctx, { query }) => loadChronicleSheet(ctx, query))
  const byPlace = z.object({ day: typed(10), place: z.coerce.number().int().min(1).max(10_000).catch(0) })
  app.page({ path: '/chronicle/:day/:place', may, view: 'gazette.entry', params: byPlace, keep }, (ctx, { params }) =>
    loadEntry(ctx, params),
  )
}
