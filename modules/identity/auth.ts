import { randomBytes } from 'node:crypto'
import type { OpenCity } from '@guangyue/platform/db'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import pg from 'pg'

// The only place that knows the authentication library. It keeps sessions and secrets; who a person is and what
// they may do is in our own tables.

/** One instance a city, made at the first request; it ends with the city's pool. */
export function authOf(city: OpenCity): Promise<Auth> {
  const known = instances.get(city)
  if (known) return known
  const made = makeAuth(city)
  instances.set(city, made)
  return made
}

export type Auth = Awaited<ReturnType<typeof makeAuth>>

/** Hash of a password (argon2id). */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

/** Whether the password is the one that was hashed. */
export function passwordFits(password: string, stored: string): Promise<boolean> {
  return verify(stored, password)
}

export type HeaderBag = Readonly<Record<string, string | string[] | undefined>>

/** The headers of a request that the library may see. */
export function headersOf(bag: HeaderBag): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent']) {
    const value = bag[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

const instances = new WeakMap<OpenCity, Promise<Auth>>()

async function makeAuth(city: OpenCity) {
  const secret = await secretOf(city)
  // The library reckons with Date values, our own pools with text; so it gets connections of its own.
  const pool = new pg.Pool({
    ...city.pool.options,
    types: pg.types,
    max: 2,
    application_name: `guangyue-auth-${city.key}`,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
  })
  city.onClose(() => pool.end())
  return betterAuth({
    appName: '光岳',
    baseURL: 'http://localhost',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 12 * 3600, updateAge: 3600 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: {
      enabled: true,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => passwordFits(password, stored) },
    },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'guangyue',
      useSecureCookies: city.outlets.publicUrl?.startsWith('https://') ?? false,
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: () => true }),
      twoFactor({ issuer: `光岳 ${city.name}`, schema: { twoFactor: { modelName: 'auth_two_factor' } } }),
    ],
  })
}

async function secretOf(city: OpenCity): Promise<string> {
  await city.pool.query('insert into auth_secret (secret) values ($1) on conflict do nothing', [
    randomBytes(32).toString('base64url'),
  ])
  const { rows } = await city.pool.query<{ secret: string }>('select secret from auth_secret')
  return rows[0]?.secret ?? ''
}
