import type { Db } from '@guangyue/platform/db'

/** An appointment, removal or lapse as printed, with the document that says it. */
export interface PrintedAct {
  readonly id: string
  readonly documentId: string
  readonly documentKey: string
  readonly documentNumber: string | null
  readonly documentTitle: string
  readonly person: string
  readonly action: 'appoint' | 'remove' | 'lapse'
  readonly post: string
  readonly on: string | null
  readonly probationMonths: number | null
  readonly note: string | null
}

export interface ActFilter {
  readonly person?: string
  readonly documentId?: string
}

/** Acts of the newest texts, newest document first, in printed order. */
export async function listActs(db: Db, filter: ActFilter): Promise<readonly PrintedAct[]> {
  let query = db
    .selectFrom('gazette_act as act')
    .innerJoin('gazette_document as document', (join) =>
      join.onRef('document.id', '=', 'act.document_id').onRef('document.text_version', '=', 'act.version'),
    )
    .select([
      'act.id',
      'act.document_id as documentId',
      'document.key as documentKey',
      'document.number as documentNumber',
      'document.title as documentTitle',
      'act.person',
      'act.action',
      'act.post',
      'act.acted_on as on',
      'act.probation_months as probationMonths',
      'act.note',
    ])
  if (filter.person !== undefined) query = query.where('act.person', '=', filter.person)
  if (filter.documentId !== undefined) query = query.where('act.document_id', '=', filter.documentId)
  const rows = await query
    .orderBy('document.signed_on', (order) => order.desc().nullsLast())
    .orderBy('document.key')
    .orderBy('act.position')
    .execute()
  return rows.map((row) => ({ ...row, action: row.action as PrintedAct['action'] }))
}
