import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { legalTime } from '../clock/index.ts'
import type { FileStore } from '../files/index.ts'
import type { City, CityFacts, OpenCity, Outlets } from './city.ts'
import { connect } from './connect.ts'
import { CityNameTaken } from './errors.ts'
import { type MigrationSource, migrate, quote } from './migrate.ts'

export interface NewCity {
  readonly key: string
  readonly name: string
  readonly host: string
  readonly demonstration: boolean
  readonly facts: CityFacts
}

/** Fills a new city's schema before it is brought up to date, e.g. from a backup. */
export type FillCity = (
  client: pg.PoolClient,
  into: { readonly schema: string; readonly role: string; readonly sources: readonly MigrationSource[] },
) => Promise<void>

/** All cities of one installation: one schema and one role each, kept in the owner's `guangyue` schema. */
export interface Cities {
  /** In their order; the first one answers at the bare address. */
  all(): readonly OpenCity[]
  /** The city of a Host header (port ignored), the first one for localhost and bare addresses, else undefined. */
  byHost(host: string): OpenCity | undefined
  byKey(key: string): OpenCity | undefined
  /** Makes schema and role, fills and migrates it, opens; a city that cannot be filled is taken away again. Refuses (CityNameTaken) a key or host that is in use. */
  create(city: NewCity, fill?: FillCity): Promise<OpenCity>
  /** Lets a demonstration's legal time stand on another instant; null lets it run with the machine's. */
  moveTime(key: string, standsAt: string | null): Promise<void>
  /** Keys of cities whose pack is not loaded whole. */
  unloaded(): Promise<readonly string[]>
  markLoaded(key: string): Promise<void>
  readonly owner: pg.Pool
  readonly ownerUrl: string
  close(): Promise<void>
}

const control = { module: 'control', folder: new URL('./control/', import.meta.url) }
const own = { module: 'platform', folder: new URL('./migrations/', import.meta.url) }

/** Wakes the daily work of the city. */
const timeMoved = "select pg_notify('guangyue_time', $1)"

export interface CitiesOptions {
  readonly sources: readonly MigrationSource[]
  readonly files: (city: string) => FileStore
  readonly outlets: Outlets
  readonly poolSize?: number
}

/** Connects as owner, migrates the control schema and each city's schema, opens a pool for each city. */
export async function openCities(ownerUrl: string, options: CitiesOptions): Promise<Cities> {
  const { pool: owner } = connect(ownerUrl, { max: 8, name: 'guangyue-owner' })
  const sources = [own, ...options.sources]
  const cities = new Map<string, OpenCity>()

  const onOwner = async <Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
    const client = await owner.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  }

  const open = async (row: CityRow): Promise<OpenCity> => {
    await onOwner((client) => migrate(client, row.schema_name, { role: row.role_name, sources }))
    const url = new URL(ownerUrl)
    url.username = row.role_name
    url.password = row.role_secret
    const { pool, db } = connect(url.href, { max: options.poolSize ?? 8, name: `guangyue-${row.key}` })
    const standing = await pool.query<{ stands_at: string }>('select stands_at from legal_time')
    const stands = { at: standing.rows[0]?.stands_at ?? null }
    standsAt.set(row.key, stands)
    const city: OpenCity = {
      ...cityOf(row),
      schema: row.schema_name,
      pool,
      db,
      files: options.files(row.key),
      outlets: options.outlets,
      time: () => legalTime(stands.at, row.facts.zone),
      onClose: (end) => {
        ends.push(end)
      },
    }
    cities.set(row.key, city)
    return city
  }
  const ends: (() => Promise<void>)[] = []
  const standsAt = new Map<string, { at: string | null }>()

  await onOwner(async (client) => {
    await client.query('create schema if not exists guangyue')
    await migrate(client, 'guangyue', { role: null, sources: [control] })
  })
  const rows = await owner.query<CityRow>('select * from guangyue.city order by position')
  for (const row of rows.rows) await open(row)

  const all = () => [...cities.values()].sort((a, b) => a.position - b.position)
  return {
    all,
    byHost: (host) => findByHost(all(), host),
    byKey: (key) => cities.get(key),
    async create(city, fillCity) {
      const row = await onOwner((client) => insertCity(client, city))
      try {
        if (fillCity) {
          const into = { schema: row.schema_name, role: row.role_name, sources }
          await onOwner((client) => fillCity(client, into))
        }
        return await open(row)
      } catch (error) {
        await onOwner((client) => removeCity(client, row))
        throw error
      }
    },
    async moveTime(key, at) {
      const city = cities.get(key)
      const stands = standsAt.get(key)
      if (!city || !stands) return
      await city.pool.query('delete from legal_time')
      if (at !== null) await city.pool.query('insert into legal_time (stands_at) values ($1)', [at])
      stands.at = at
      await owner.query(timeMoved, [key])
    },
    async unloaded() {
      const found = await owner.query<{ key: string }>(
        'select key from guangyue.city where not loaded order by position',
      )
      return found.rows.map(({ key }) => key)
    },
    async markLoaded(key) {
      await owner.query('update guangyue.city set loaded = true where key = $1', [key])
      await owner.query(timeMoved, [key])
    },
    owner,
    ownerUrl,
    async close() {
      await Promise.all([...ends.map((end) => end()), ...all().map((city) => city.pool.end())])
      await owner.end()
    },
  }
}

interface CityRow {
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

function cityOf({ key, name, host, position, demonstration, facts }: CityRow): City {
  return { key, name, host, position, demonstration, facts }
}

function findByHost(cities: readonly OpenCity[], header: string): OpenCity | undefined {
  const host = header.replace(/:\d+$/, '').toLowerCase()
  const named = cities.find((city) => city.host === host || host === `${city.key}.localhost`)
  if (named) return named
  const bare = host === 'localhost' || /^(\d+\.){3}\d+$/.test(host) || host.startsWith('[')
  return bare ? cities[0] : undefined
}

/** One transaction: the row, the role with a random secret, the schema, and rights on that schema alone. */
async function insertCity(client: pg.PoolClient, city: NewCity): Promise<CityRow> {
  const schema = `city_${city.key.replaceAll('-', '_')}`
  const role = `${schema}_${randomBytes(4).toString('hex')}`
  const secret = randomBytes(24).toString('base64url')
  await client.query('begin')
  try {
    const inserted = await client.query<CityRow>(
      `insert into guangyue.city (key, name, host, schema_name, role_name, role_secret, position, demonstration, facts)
       values ($1, $2, $3, $4, $5, $6, (select coalesce(max(position), 0) + 1 from guangyue.city), $7, $8)
       on conflict do nothing returning *`,
      [city.key, city.name, city.host, schema, role, secret, city.demonstration, city.facts],
    )
    const row = inserted.rows[0]
    if (!row) throw new CityNameTaken(city.key)
    await client.query(`create role ${quote(role)} login password '${secret}' nosuperuser nocreatedb nocreaterole`)
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
    await client.query('commit')
    return row
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function removeCity(client: pg.PoolClient, row: CityRow): Promise<void> {
  await client.query(`drop schema if exists ${quote(row.schema_name)} cascade`)
  await client.query(`drop owned by ${quote(row.role_name)}`)
  await client.query(`drop role ${quote(row.role_name)}`)
  await client.query('delete from guangyue.city where key = $1', [row.key])
}
