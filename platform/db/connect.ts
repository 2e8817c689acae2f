import { randomFillSync } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './generated/tables.ts'

// The only place that says how PostgreSQL values become JavaScript values:
// date and numeric stay text, instants are ISO text in UTC, bigint is a safe integer.
const parsers = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.DATE, (value) => value],
  [pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString()],
  [pg.types.builtins.INT8, (value) => Number(value)],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format),
}

/** A pool with our value types. A connection lost while idle is dropped and made anew by the pool. */
export function connect(url: string, options: { max: number; name: string }): { pool: pg.Pool; db: Kysely<Tables> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    application_name: options.name,
    types,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
  })
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) }
}

/** A new identifier, ordered by time of making (UUID version 7, RFC 9562). */
export function newId(): string {
  const bytes = new Uint8Array(16)
  randomFillSync(bytes)
  const view = new DataView(bytes.buffer)
  const time = Date.now()
  view.setUint32(0, Math.floor(time / 0x10000))
  view.setUint16(4, time % 0x10000)
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f))
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
