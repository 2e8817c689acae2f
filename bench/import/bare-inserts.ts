import type { BenchCity } from '../bench-city.ts'
import { wallMilliseconds } from '../measure.ts'

/** Rows of one table, ready to be sent. */
interface TableRows {
  readonly table: string
  readonly columns: string
  /** Where they stand, as PostgreSQL's ctid. */
  readonly places: readonly string[]
  readonly json: string
}

export interface Bare {
  readonly milliseconds: number
  readonly rows: number
}

/**
 * Writes the rows of an import that has just been made once more, as barely as can be: they are taken out and put back
 * into the same tables under the same indexes, a statement a table, without foreign keys and without reading, cutting
 * or digesting anything. Only putting them back counts. The transaction is rolled back, so the store stays as it was.
 */
export async function insertBarely({ city, cities }: BenchCity, importId: string): Promise<Bare> {
  const client = await cities.owner.connect()
  try {
    await client.query(`set search_path to ${city.schema}; set session_replication_role = replica; begin`)
    const { rows: tables } = await client.query<{ table: string; columns: string }>(
      `select table_name as table, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
       from information_schema.columns where table_schema = $1 group by 1 order by 1`,
      [city.schema],
    )
    const written: TableRows[] = []
    for (const { table, columns } of tables) {
      const { rows } = await client.query<{ places: string[] | null; json: string }>(
        `select array_agg(ctid::text) as places, json_agg(to_json(row))::text as json from "${table}" as row
         where xmin = (select xmin from gazette_import where id = $1)`,
        [importId],
      )
      const [found] = rows
      if (found?.places) written.push({ table, columns, places: found.places, json: found.json })
    }
    for (const { table, places } of written) {
      await client.query(`delete from "${table}" where ctid = any($1::tid[])`, [places])
    }
    const milliseconds = await wallMilliseconds(async () => {
      for (const { table, columns, json } of written) {
        await client.query(
          `insert into "${table}" (${columns}) overriding system value
           select ${columns} from json_populate_recordset(null::"${table}", $1::json)`,
          [json],
        )
      }
    })
    return { milliseconds, rows: written.reduce((sum, { places }) => sum + places.length, 0) }
  } finally {
    await client.query('rollback')
    client.release(true)
  }
}
