import { jsonText, type Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

const CHUNK = 1000

/**
 * Writes many rows of one table, a thousand a statement, as one JSON parameter each: near the speed of bare inserts
 * whatever the number of columns. Every column must be given; defaults are not applied. Values for jsonb columns are
 * given as values, not as JSON text. Rows whose key is taken are left out.
 */
export async function insertRows<Row extends object>(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = jsonText(rows.slice(from, from + CHUNK))
    await sql`insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, ${chunk}::json)
      on conflict do nothing`.execute(tx)
  }
}
