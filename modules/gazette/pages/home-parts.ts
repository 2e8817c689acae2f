import type { Ctx } from '@guangyue/platform/db'
import { documentUrl, type Issue, issueUrl } from '../model.ts'
import { newestChronicle } from '../store/chronicle.ts'
import { documentsOfIssue, newestDocumentsWithActs } from '../store/documents.ts'
import { listIssues } from '../store/issues.ts'
import { entryUrl } from './entry-url.ts'
import { contentsLinked } from './issues.loader.ts'

/** What the front page shows of the gazette: the newest issue, the newest notices of appointment, the last days. */
export async function gazetteHome(ctx: Ctx) {
  const [newest] = await listIssues(ctx.db)
  const [issue, acts, days] = await Promise.all([
    newest ? issuePart(ctx, newest) : null,
    newestDocumentsWithActs(ctx.db, 3),
    newestChronicle(ctx.db, 4),
  ])
  return {
    issue,
    acts:
      acts.length === 0
        ? null
        : {
            href: '/officials',
            entries: acts.map(({ title, issuer, key, number, signedOn }) => ({
              // As the contents print it, without the city's own name.
              title: issuer !== null && title.startsWith(`${issuer}关于`) ? title.slice(issuer.length) : title,
              href: documentUrl(key),
              number,
              date: signedOn,
            })),
          },
    chronicle:
      days.length === 0
        ? null
        : {
            href: '/chronicle',
            entries: days.map((entry) => ({ date: entry.start, text: entry.text, href: entryUrl(entry) })),
          },
  }
}

async function issuePart(ctx: Ctx, issue: Issue) {
  const entries = contentsLinked(issue, await documentsOfIssue(ctx.db, issue.id))
  return {
    title: issue.label,
    href: issueUrl(issue.key),
    allHref: '/gazette',
    groups: [...Map.groupBy(entries, ({ entry }) => entry.section)].map(([name, of]) => ({
      name: name === '' ? null : name,
      documents: of.map(({ entry, document }) => ({
        title: entry.title,
        href: document ? documentUrl(document.key) : issueUrl(issue.key),
        number: entry.number,
        page: entry.page === null ? null : String(entry.page),
      })),
    })),
  }
}
