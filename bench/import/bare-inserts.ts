import type { BenchCity } from '../bench-city.ts'
import { wallMilliseconds } from '../measure.ts'

/** All rows of one table, as text: what a bare insert sends. */
export interface TableRows {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

/** How many parameters one statement may have. */
const MOST_PARAMETERS = 65_535
const MOST_ROWS = 1000

/** The tables of a city that hold rows, with their rows. */
export async function rowsOf({ city, cities }: BenchCity): Promise<readonly TableRows[]> {
  const { rows: columns } = await cities.owner.query<{ table_name: string; columns: string[] }>(
    `select table_name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns where table_schema = $1 and is_generated = 'NEVER' group by 1 order by 1`,
    [city.schema],
  )
  const filled: TableRows[] = []
  for (const { table_name: table, columns: names } of columns) {
    const texts = names.map((name) => `"${name}"::text`).join(', ')
    const { rows } = await cities.owner.query<{ row: (string | null)[] }>(
      `select array[${texts}] as row from ${city.schema}."${table}"`,
    )
    if (rows.length > 0) filled.push({ table, columns: names, rows: rows.map(({ row }) => row) })
  }
  return filled
}

/**
 * The same rows once more into empty tables with the same indexes and checks (but no foreign keys), in one transaction
 * of multi-row inserts: the least that any import has to do. Milliseconds.
 */
export async function insertBarely({ city, cities }: BenchCity, tables: readonly TableRows[]): Promise<number> {
  const client = await cities.owner.connect()
  try {
    await client.query(`create schema bare; set search_path to bare`)
    for (const { table } of tables)
      await client.query(`create table "${table}" (like ${city.schema}."${table}" including all)`)
    return await wallMilliseconds(async () => {
      await client.query('begin')
      for (const { table, columns, rows } of tables) {
        const chunk = Math.min(MOST_ROWS, Math.floor(MOST_PARAMETERS / columns.length))
        for (let from = 0; from < rows.length; from += chunk) {
          const some = rows.slice(from, from + chunk)
          const values = some.map(
            (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(',')})`,
          )
          const names = columns.map((name) => `"${name}"`).join(', ')
          await client.query(
            `insert into "${table}" (${names}) overriding system value values ${values.join(',')}`,
            some.flat(),
          )
        }
      }
      await client.query('commit')
    })
  } finally {
    await client.query('drop schema if exists bare cascade')
    client.release(true)
  }
}
