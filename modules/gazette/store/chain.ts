import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import type { Hanging, HangingCourse, HangingKind, HangingState, Visibility } from '../chain.ts'
import { foldCitation, pathKeyOf } from '../model.ts'

export async function putHangings(tx: Tx, hangings: readonly (Hanging & { readonly id: string })[]): Promise<void> {
  for (let from = 0; from < hangings.length; from += 1000) {
    await tx
      .insertInto('gazette_hanging')
      .values(hangings.slice(from, from + 1000).map(rowOf))
      .onConflict((conflict) =>
        conflict.columns(['thing', 'folded', 'path_key']).doUpdateSet((row) => ({
          title: row.ref('excluded.title'),
          url: row.ref('excluded.url'),
          state: row.ref('excluded.state'),
          due: row.ref('excluded.due'),
          detail: row.ref('excluded.detail'),
          visible: row.ref('excluded.visible'),
          course: row.ref('excluded.course'),
        })),
      )
      .execute()
  }
}

export async function deleteHangings(tx: Tx, things: readonly string[]): Promise<void> {
  if (things.length > 0) await tx.deleteFrom('gazette_hanging').where('thing', 'in', things).execute()
}

/** Everything that hangs on a document (by number or title) or on its clauses. */
export async function hangingsOn(db: Db, citations: readonly string[]): Promise<readonly Hanging[]> {
  const rows = await db
    .selectFrom('gazette_hanging')
    .select(['document', 'path', 'thing', 'kind', 'title', 'url', 'state', 'due', 'detail', 'visible', 'course'])
    .where('folded', 'in', citations.map(foldCitation))
    .orderBy('due', (order) => order.asc().nullsLast())
    .orderBy('thing')
    .execute()
  return rows.map((row) => ({
    basis: { document: row.document, path: row.path },
    thing: row.thing,
    kind: row.kind as HangingKind,
    title: row.title,
    url: row.url,
    state: row.state as HangingState,
    due: row.due as PlainDate | null,
    detail: row.detail,
    visible: row.visible as Visibility,
    course: row.course as unknown as HangingCourse | null,
  }))
}

export interface Judgement {
  readonly documentId: string
  readonly pathKey: string
  readonly reason: string
  readonly decidedName: string
  readonly decidedAt: string
  readonly version: number
}

export async function judgementsOf(db: Db, documentId: string): Promise<readonly Judgement[]> {
  const rows = await db
    .selectFrom('gazette_judgement')
    .select(['document_id', 'path_key', 'reason', 'decided_name', 'decided_at', 'version'])
    .where('document_id', '=', documentId)
    .execute()
  return rows.map((row) => ({
    documentId: row.document_id,
    pathKey: row.path_key,
    reason: row.reason,
    decidedName: row.decided_name,
    decidedAt: row.decided_at,
    version: row.version,
  }))
}

export interface NewJudgement extends Omit<Judgement, 'version'> {
  readonly decidedBy: string | null
  /** The version that the person saw; 0 when there was none. */
  readonly seen: number
}

/** False when somebody decided meanwhile. */
export async function putJudgement(tx: Tx, made: NewJudgement): Promise<boolean> {
  const values = {
    reason: made.reason,
    decided_by: made.decidedBy,
    decided_name: made.decidedName,
    decided_at: made.decidedAt,
    version: made.seen + 1,
  }
  if (made.seen === 0) {
    const result = await tx
      .insertInto('gazette_judgement')
      .values({ document_id: made.documentId, path_key: made.pathKey, ...values })
      .onConflict((conflict) => conflict.columns(['document_id', 'path_key']).doNothing())
      .executeTakeFirst()
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const result = await tx
    .updateTable('gazette_judgement')
    .set(values)
    .where('document_id', '=', made.documentId)
    .where('path_key', '=', made.pathKey)
    .where('version', '=', made.seen)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** False when the judgement is gone or was changed meanwhile. */
export async function deleteJudgement(
  tx: Tx,
  at: { readonly documentId: string; readonly pathKey: string; readonly seen: number },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('gazette_judgement')
    .where('document_id', '=', at.documentId)
    .where('path_key', '=', at.pathKey)
    .where('version', '=', at.seen)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

function rowOf(hanging: Hanging & { readonly id: string }) {
  return {
    id: hanging.id,
    document: hanging.basis.document,
    folded: foldCitation(hanging.basis.document),
    path: [...hanging.basis.path],
    path_key: pathKeyOf(hanging.basis.path),
    thing: hanging.thing,
    kind: hanging.kind,
    title: hanging.title,
    url: hanging.url,
    state: hanging.state,
    due: hanging.due,
    detail: hanging.detail,
    visible: hanging.visible,
    course: hanging.course ? JSON.stringify(hanging.course) : null,
  }
}
