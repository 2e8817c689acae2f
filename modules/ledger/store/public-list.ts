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
