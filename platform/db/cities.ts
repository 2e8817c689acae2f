import type pg from 'pg'
import { legalTime } from '../clock/index.ts'
import type { FileStore } from '../files/index.ts'
import type { OpenCity, Outlets } from './city.ts'
import {
  type CityRow,
  cityOf,
  emptySchema,
  finishFilling,
  insertCity,
  listCityRows,
  type NewCity,
  removeCity,
  whileMaking,
} from './city-rows.ts'
import { connect } from './connect.ts'
import { isBeingPlayed } from './demonstration-play.ts'
import { listen } from './listen.ts'
import { type MigrationSource, migrate } from './migrate.ts'

/** Fills a new city's schema before it is brought up to date, e.g. from a backup. */
export type FillCity = (
  client: pg.PoolClient,
  into: {
    readonly schema: string
    readonly role: string
    readonly sources: readonly MigrationSource[]
    readonly files: FileStore
  },
) => Promise<void>

/** All cities of one installation: one schema and one role each, kept in the owner's `guangyue` schema. */
export interface Cities {
  /** In their order; the first one answers at the bare address. */
  all(): readonly OpenCity[]
  /** The city of a Host header (port ignored), the first one for localhost and bare addresses, else undefined. */
  byHost(host: string): OpenCity | undefined
  byKey(key: string): OpenCity | undefined
  /**
   * Makes schema and role, fills and migrates it, opens; a city that cannot be filled is taken away again, one whose
   * filling was killed is made anew. Refuses (CityNameTaken) a key or host that is in use.
   */
  create(city: NewCity, fill?: FillCity): Promise<OpenCity>
  /** Lets a demonstration's legal time stand on another instant; null lets it run with the machine's. */
  moveTime(key: string, standsAt: string | null): Promise<void>
  /**
   * Takes all that a demonstration holds away, as if it had just been made: its pack is to be loaded anew. Refuses
   * (throws) a city that is none. Who is at work in it is waited for, or fails and is asked to try again.
   */
  empty(key: string): Promise<void>
  /** Keys of cities whose pack is not loaded whole. */
  unloaded(): Promise<readonly string[]>
  markLoaded(key: string): Promise<void>
  /** From now on learns of cities made and times moved by other programs too; `changed` is called after each. */
  follow(changed: () => void): Promise<{ end(): Promise<void> }>
  readonly owner: pg.Pool
  readonly ownerUrl: string
  close(): Promise<void>
}

const control = { module: 'control', folder: new URL('./control/', import.meta.url) }
const own = { module: 'platform', folder: new URL('./migrations/', import.meta.url) }

/** Told to every program on this database when a city was made or its time moved. */
const tellOthers = "select pg_notify('guangyue_cities', $1)"

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
  const opening = new Map<string, Promise<OpenCity>>()
  const standsAt = new Map<string, Standing>()
  const ends: (() => Promise<void>)[] = []

  const onOwner = async <Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
    const client = await owner.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  }

  /** Once for each city, also when it is asked for twice at the same time. */
  const open = (row: CityRow): Promise<OpenCity> => {
    const opened = opening.get(row.key) ?? openAnew(row)
    opening.set(row.key, opened)
    opened.catch(() => opening.delete(row.key))
    return opened
  }

  const openAnew = async (row: CityRow): Promise<OpenCity> => {
    await onOwner((client) => migrate(client, row.schema_name, { role: row.role_name, sources }))
    const url = new URL(ownerUrl)
    url.username = row.role_name
    url.password = row.role_secret
    const { pool, db } = connect(url.href, { max: options.poolSize ?? 8, name: `guangyue-${row.key}` })
    const stands = await standing(pool, row.demonstration)
    standsAt.set(row.key, stands)
    const city: OpenCity = {
      ...cityOf(row),
      schema: row.schema_name,
      pool,
      db,
      files: options.files(row.key),
      outlets: options.outlets,
      time: () => legalTime(stands.at, row.facts.zone),
      isPlayed: () => stands.played,
      onClose: (end) => {
        ends.push(end)
      },
    }
    cities.set(row.key, city)
    return city
  }

  await onOwner(async (client) => {
    await client.query('create schema if not exists guangyue')
    await migrate(client, 'guangyue', { role: null, sources: [control] })
  })
  for (const row of await listCityRows(owner)) await open(row)

  const forget = async (key: string) => {
    await cities.get(key)?.pool.end()
    cities.delete(key)
    opening.delete(key)
  }

  /** What other programs changed since: new cities, moved times. */
  const refresh = async () => {
    for (const row of await listCityRows(owner)) {
      const { pool } = await open(row)
      Object.assign(standsAt.get(row.key) ?? {}, await standing(pool, row.demonstration))
    }
  }

  const all = () => [...cities.values()].sort((a, b) => a.position - b.position)
  return {
    all,
    byHost: (host) => findByHost(all(), host),
    byKey: (key) => cities.get(key),
    create: (city, fillCity) =>
      onOwner((client) =>
        whileMaking(client, city.key, async () => {
          const row = await insertCity(client, { ...city, filling: fillCity !== undefined })
          try {
            const into = { schema: row.schema_name, role: row.role_name, sources, files: options.files(row.key) }
            await fillCity?.(client, into)
            const opened = await open(row)
            await finishFilling(client, row)
            await client.query(tellOthers, [row.key])
            return opened
          } catch (error) {
            await forget(row.key)
            await removeCity(client, row)
            throw error
          }
        }),
      ),
    async moveTime(key, at) {
      const city = cities.get(key)
      const stands = standsAt.get(key)
      if (!city || !stands) return
      if (at === null) await city.pool.query('delete from legal_time')
      else await city.pool.query(stand, [at])
      Object.assign(stands, await standing(city.pool, city.demonstration))
      await owner.query(tellOthers, [key])
    },
    async empty(key) {
      const city = cities.get(key)
      const stands = standsAt.get(key)
      if (!city?.demonstration || !stands) throw new TypeError(`${key} is no demonstration of this installation`)
      await onOwner(async (client) => {
        const row = (await listCityRows(owner)).find((one) => one.key === key)
        if (!row) throw new TypeError(`no city ${key}`)
        await emptySchema(client, row)
        await migrate(client, row.schema_name, { role: row.role_name, sources })
      })
      Object.assign(stands, await standing(city.pool, true))
      await owner.query(tellOthers, [key])
    },
    async unloaded() {
      const found = await owner.query<{ key: string }>(
        'select key from guangyue.city where not loaded order by position',
      )
      return found.rows.map(({ key }) => key)
    },
    async markLoaded(key) {
      await owner.query('update guangyue.city set loaded = true where key = $1', [key])
      await owner.query(tellOthers, [key])
    },
    follow(changed) {
      let reading = Promise.resolve()
      const read = () => {
        reading = reading
          .then(refresh)
          .then(changed)
          .catch(() => {})
      }
      return listen(owner, { guangyue_cities: read })
    },
    owner,
    ownerUrl,
    async close() {
      await Promise.all([...ends.map((end) => end()), ...all().map((city) => city.pool.end())])
      await owner.end()
    },
  }
}

function findByHost(cities: readonly OpenCity[], header: string): OpenCity | undefined {
  const host = header.replace(/:\d+$/, '').toLowerCase()
  const named = cities.find((city) => city.host === host || host === `${city.key}.localhost`)
  if (named) return named
  const bare = host === 'localhost' || /^(\d+\.){3}\d+$/.test(host) || host.startsWith('[')
  return bare ? cities[0] : undefined
}

const stand = `insert into legal_time (stands_at) values ($1)
  on conflict on constraint legal_time_pkey do update set stands_at = excluded.stands_at`

/** Where a city's time stands, and whether its demonstration is being played. */
interface Standing {
  at: string | null
  played: boolean
}

async function standing(pool: pg.Pool, demonstration: boolean): Promise<Standing> {
  const { rows } = await pool.query<{ stands_at: string }>('select stands_at from legal_time')
  return { at: rows[0]?.stands_at ?? null, played: demonstration && (await isBeingPlayed(pool)) }
}
