import type { Tx } from '@guangyue/platform/db'
import type { Act } from '../../organisations/index.ts'
import type { TextRef } from './texts.ts'

/** Acts as one text of a document prints them, in order. `document` is what they are recorded under. */
export async function actsOfText(tx: Tx, { documentId, version }: TextRef, document: string): Promise<readonly Act[]> {
  const rows = await tx
    .selectFrom('gazette_act')
    .select(['person', 'action', 'post', 'acted_on', 'probation_months', 'note'])
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    person: row.person,
    action: row.action as Act['action'],
    post: row.post,
    date: row.acted_on as Act['date'],
    document,
    probationMonths: row.probation_months,
    note: row.note,
  }))
}
