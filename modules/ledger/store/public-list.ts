import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Figures } from './task-list.ts'
import { lightSql } from './task-list.ts'

/** A document of which the public sees something, with its tasks; figures only where progress is shown. */
export interface ReleasedDocument {
  readonly id: string
  readonly key: string
  readonly number: string | null
  readonly title: string
  readonly gazetteHeld: boolean
  readonly release: 'tracked' | 'progress'
  readonly figures: Figures
}

const shown = sql`d.release <> 'nothing' and t.parent_id is null
  and t.state not in ('draft', 'cancelled', 'merged', 'split')`

/** Newest documents first. */
export async function listReleased(db: Db, today: PlainDate): Promise<readonly ReleasedDocument[]> {
  const { rows } = await sql<ReleasedDocument>`select id, key, number, title, "gazetteHeld", release,
      json_build_object('all', count(*), 'red', count(*) filter (where light = 'red'),
        'yellow', count(*) filter (where light = 'yellow'), 'green', count(*) filter (where light = 'green'),
        'none', count(*) filter (where light = 'none'), 'paused', count(*) filter (where light = 'paused'),
        'done', count(*) filter (where light = 'done')) as figures
    from (select d.id, d.key, d.number, d.title, d.gazette_document_id is not null as "gazetteHeld", d.release,
        d.signed_on, ${lightSql(today)} as light
      from ledger_document d join ledger_measure m on m.document_id = d.id join ledger_task t on t.measure_id = m.id
      where ${shown}) t
    group by id, key, number, title, "gazetteHeld", release, signed_on
    order by signed_on desc nulls last, key`.execute(db)
  return rows
}

export interface IndicatorFigures {
  readonly key: string
  readonly name: string
  readonly documentId: string
  readonly figures: Figures
}

/** The indicators of the documents whose progress is published, in their order, with the tasks of their chapters; one without chapters has none. */
export async function listIndicatorFigures(db: Db, today: PlainDate): Promise<readonly IndicatorFigures[]> {
  const { rows } = await sql<IndicatorFigures>`select i.key, i.name, d.id as "documentId",
      json_build_object('all', count(t.id), 'red', count(*) filter (where light = 'red'),
        'yellow', count(*) filter (where light = 'yellow'), 'green', count(*) filter (where light = 'green'),
        'none', count(*) filter (where light = 'none'), 'paused', count(*) filter (where light = 'paused'),
        'done', count(*) filter (where light = 'done')) as figures
    from ledger_indicator i join ledger_document d on d.folded = i.folded and d.release = 'progress'
      left join (select t.id, m.document_id, m.path_key, ${lightSql(today)} as light
        from ledger_document d join ledger_measure m on m.document_id = d.id join ledger_task t on t.measure_id = m.id
        where ${shown}) t
        on t.document_id = d.id and exists (select from unnest(i.chapters) c where starts_with(t.path_key, c || '/'))
    group by i.key, i.name, i.position, d.id order by i.position, i.key`.execute(db)
  return rows
}

export interface LeadChoice {
  readonly id: string
  readonly name: string
  readonly tasks: number
}

/** Bodies that lead something the public sees, those with most first. */
export async function listPublicLeads(db: Db): Promise<readonly LeadChoice[]> {
  const { rows } = await sql<LeadChoice>`select p.body_id as id, min(p.name) as name, count(*)::int as tasks
    from ledger_task_party p join ledger_task t on t.id = p.task_id join ledger_measure m on m.id = t.measure_id
      join ledger_document d on d.id = m.document_id
    where p.role = 'lead' and p.body_id is not null and ${shown}
    group by p.body_id order by count(*) desc, min(p.name) collate "zh-x-icu"`.execute(db)
  return rows
}
