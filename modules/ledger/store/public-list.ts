import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { indicatorMeasures } from './indicator-measures.ts'
import { type Figures, lightSql, shownSql, taskFrom } from './task-list.ts'

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

const figures = sql`json_build_object('all', count(light), ${sql.join(
  (['red', 'yellow', 'green', 'none', 'paused', 'done'] as const).map(
    (light) => sql`${sql.lit(light)}, count(*) filter (where light = ${sql.lit(light)})`,
  ),
)})`

/** Newest documents first. */
export async function listReleased(db: Db, today: PlainDate): Promise<readonly ReleasedDocument[]> {
  const { rows } =
    await sql<ReleasedDocument>`select id, key, number, title, "gazetteHeld", release, ${figures} as figures
    from (select d.id, d.key, d.number, d.title, d.gazette_document_id is not null as "gazetteHeld", d.release,
        d.signed_on, ${lightSql(today)} as light
      from ${taskFrom} where ${shownSql('tracked')}) t
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
  const { rows } = await sql<IndicatorFigures>`select i.key, i.name, d.id as "documentId", ${figures} as figures
    from ledger_indicator i join ledger_document d on d.folded = i.folded and d.release = 'progress'
      left join (select g.key, ${lightSql(today)} as light from ${taskFrom} join ${indicatorMeasures} g on g.measure_id = m.id
        where ${shownSql('progress')}) t on t.key = i.key
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
    from ${taskFrom} join ledger_task_party p on p.task_id = t.id
    where p.role = 'lead' and p.body_id is not null and ${shownSql('tracked')}
    group by p.body_id order by count(*) desc, min(p.name) collate "zh-x-icu"`.execute(db)
  return rows
}
