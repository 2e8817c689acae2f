import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { City, CityFacts } from './city.ts'
import { CityNameTaken } from './errors.ts'
import { quote } from './migrate.ts'

export interface NewCity {
  readonly key: string
  readonly name: string
  readonly host: string
  readonly demonstration: boolean
  readonly facts: CityFacts
}

/** A city as the owner's `guangyue` schema keeps it. */
export interface CityRow {
  readonly key: string
  readonly name: string
  readonly host: string
  readonly schema_name: string
  readonly role_name: string
  readonly role_secret: string
  readonly position: number
  readonly demonstration: boolean
  readonly facts: CityFacts
}

export function cityOf({ key, name, host, position, demonstration, facts }: CityRow): City {
  return { key, name, host, position, demonstration, facts }
}

/** Cities that may be opened, in their order. */
export async function listCityRows(owner: pg.Pool): Promise<readonly CityRow[]> {
  const { rows } = await owner.query<CityRow>('select * from guangyue.city where not filling order by position')
  return rows
}

/**
 * One transaction: the row, the role with a random secret, the schema, and rights on that schema alone. `filling`
 * keeps others from opening it until `finishFilling`. Refuses (CityNameTaken) a key or host that is in use.
 */
export async function insertCity(client: pg.PoolClient, city: NewCity & { filling: boolean }): Promise<CityRow> {
  const schema = `city_${city.key.replaceAll('-', '_')}`
  const role = `${schema}_${randomBytes(4).toString('hex')}`
  const secret = randomBytes(24).toString('base64url')
  await client.query('begin')
  try {
    const inserted = await client.query<CityRow>(
      `insert into guangyue.city (key, name, host, schema_name, role_name, role_secret, position, demonstration, facts, filling)
       values ($1, $2, $3, $4, $5, $6, (select coalesce(max(position), 0) + 1 from guangyue.city), $7, $8, $9)
       on conflict do nothing returning *`,
      [city.key, city.name, city.host, schema, role, secret, city.demonstration, city.facts, city.filling],
    )
    const row = inserted.rows[0]
    if (!row) throw new CityNameTaken(city.key)
    await client.query(`create role ${quote(role)} login password '${secret}' nosuperuser nocreatedb nocreaterole`)
    await createSchema(client, row)
    await client.query('commit')
    return row
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** The schema with the rights of its role. */
async function createSchema(
  client: pg.PoolClient,
  { schema_name: schema, role_name: role }: Pick<CityRow, 'schema_name' | 'role_name'>,
): Promise<void> {
  await client.query(`create schema ${quote(schema)}`)
  await client.query(`alter role ${quote(role)} set search_path to ${quote(schema)}`)
  await client.query(`grant usage on schema ${quote(schema)} to ${quote(role)}`)
  for (const [rights, things] of [
    ['select, insert, update, delete', 'tables'],
    ['usage, select', 'sequences'],
  ]) {
    await client.query(
      `alter default privileges in schema ${quote(schema)} grant ${rights} on ${things} to ${quote(role)}`,
    )
  }
}

/** One transaction: an empty schema in place of the old one, and a city whose pack is not loaded. */
export async function emptySchema(client: pg.PoolClient, row: CityRow): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`drop schema if exists ${quote(row.schema_name)} cascade`)
    await createSchema(client, row)
    await client.query('update guangyue.city set loaded = false where key = $1', [row.key])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

export async function finishFilling(client: pg.PoolClient, { key }: CityRow): Promise<void> {
  await client.query('update guangyue.city set filling = false where key = $1', [key])
}

/** With the schema go all rights that the role had; it owns nothing. */
export async function removeCity(client: pg.PoolClient, row: CityRow): Promise<void> {
  await client.query(`drop schema if exists ${quote(row.schema_name)} cascade`)
  await client.query(`drop role ${quote(row.role_name)}`)
  await client.query('delete from guangyue.city where key = $1', [row.key])
}

/**
 * Runs the making of a city under a lock of its key, so that two do not make it at once, after taking away what a
 * killed filling of it left behind.
 */
export async function whileMaking<Result>(
  client: pg.PoolClient,
  key: string,
  make: () => Promise<Result>,
): Promise<Result> {
  await client.query('select pg_advisory_lock(7026, hashtext($1))', [key])
  try {
    const { rows } = await client.query<CityRow>('select * from guangyue.city where key = $1 and filling', [key])
    for (const row of rows) await removeCity(client, row)
    return await make()
  } finally {
    await client.query('select pg_advisory_unlock(7026, hashtext($1))', [key])
  }
}
