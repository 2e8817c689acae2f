import { type RawBuilder, sql } from 'kysely'

/**
 * Rows of `key` and `measure_id`: which measures stand in the chapters of which indicator, each pair once. What begins
 * with a chapter and a slash lies between it with a slash and it with the next sign, so that an index finds it.
 */
export const indicatorMeasures: RawBuilder<unknown> = sql`(select distinct i.key, m.id as measure_id
  from ledger_indicator i join ledger_document d on d.folded = i.folded cross join unnest(i.chapters) c
    join ledger_measure m on m.document_id = d.id
      and m.path_key collate "C" >= c || '/' and m.path_key collate "C" < c || '0')`
