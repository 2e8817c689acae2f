import type { ContentsEntry } from '@guangyue/kernel/gazette-text'
import type { Db, Tx } from '@guangyue/platform/db'
import type { Issue } from '../model.ts'

/** The issue with these words on its cover. */
export async function findPrintedIssue(
  db: Db,
  printed: Pick<Issue, 'title' | 'year' | 'number' | 'label'>,
): Promise<Issue | undefined> {
  const numbered = printed.year !== null && printed.number !== null
  const row = await selectIssues(db)
    .where('title', '=', printed.title)
    .where((where) =>
      numbered
        ? where.and([where('year', '=', printed.year), where('number', '=', printed.number)])
        : where('label', '=', printed.label),
    )
    .executeTakeFirst()
  return row && issueOf(row)
}

export async function findIssue(db: Db, by: { id: string } | { key: string }): Promise<Issue | undefined> {
  const query = 'id' in by ? selectIssues(db).where('id', '=', by.id) : selectIssues(db).where('key', '=', by.key)
  const row = await query.executeTakeFirst()
  return row && issueOf(row)
}

export async function listIssues(db: Db): Promise<readonly Issue[]> {
  const rows = await selectIssues(db)
    .orderBy('year', (order) => order.desc().nullsLast())
    .orderBy('number', (order) => order.desc().nullsLast())
    .orderBy('label', 'desc')
    .execute()
  return rows.map(issueOf)
}

export async function isIssueKeyTaken(db: Db, key: string): Promise<boolean> {
  const row = await db.selectFrom('gazette_issue').select('id').where('key', '=', key).executeTakeFirst()
  return row !== undefined
}

/** Adds an issue, or gives the one with this id a new state. */
export async function putIssue(tx: Tx, issue: Issue, sourceId: string | null): Promise<void> {
  const values = {
    key: issue.key,
    title: issue.title,
    year: issue.year,
    number: issue.number,
    serial: issue.serial,
    label: issue.label,
    sponsor: issue.sponsor,
    publisher: issue.publisher,
    contents: JSON.stringify(issue.contents),
    source_id: sourceId,
    version: issue.version,
  }
  await tx
    .insertInto('gazette_issue')
    .values({ id: issue.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

function selectIssues(db: Db) {
  return db
    .selectFrom('gazette_issue')
    .select(['id', 'key', 'title', 'year', 'number', 'serial', 'label', 'sponsor', 'publisher', 'contents', 'version'])
}

type IssueRow = Awaited<ReturnType<ReturnType<typeof selectIssues>['executeTakeFirstOrThrow']>>

function issueOf(row: IssueRow): Issue {
  return { ...row, contents: row.contents as ContentsEntry[] }
}
