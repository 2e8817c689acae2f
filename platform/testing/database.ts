import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { removeEmbedded, startEmbedded } from '../db/embedded/index.ts'

export interface TestDatabase {
  /** The owner's address; new roles may be created through it. */
  readonly url: string
  readonly name: string
  /** Drops the database, ending connections that are still open. */
  drop(): Promise<void>
}

/**
 * Makes an empty database, or a copy of a template made by `templateDatabase`. All tests of a process share one
 * embedded server, or the one that TEST_DATABASE_URL names; it goes away when the process ends.
 */
export async function createDatabase(template?: string): Promise<TestDatabase> {
  const owner = await server()
  const name = `guangyue_test_${randomBytes(8).toString('hex')}`
  await run(owner, `create database ${name}${template === undefined ? '' : ` template ${template}`}`)
  made.add(name)
  return {
    url: addressOf(owner, name),
    name,
    async drop() {
      made.delete(name)
      await run(owner, `drop database if exists ${name} with (force)`)
    },
  }
}

/**
 * The name of a database to copy from, prepared once a process: `prepare` gets its address, fills it and closes its
 * connections. `key` tells templates apart.
 */
export function templateDatabase(key: string, prepare: (url: string) => Promise<void>): Promise<string> {
  const known = templates.get(key)
  if (known) return known
  const made = createDatabase().then(async ({ url, name }) => {
    await prepare(url)
    return name
  })
  templates.set(key, made)
  return made
}

// One server for the whole process is the point of this file, so it alone holds state.
const templates = new Map<string, Promise<string>>()
const made = new Set<string>()
let owner: Promise<string> | undefined

function server(): Promise<string> {
  const given = process.env.TEST_DATABASE_URL
  owner ??= given ? namedServer(given) : startServer()
  return owner
}

async function namedServer(url: string): Promise<string> {
  process.once('beforeExit', async () => {
    for (const name of made) await run(url, `drop database if exists ${name} with (force)`)
  })
  return url
}

const FOLDER = 'guangyue-test-'

async function startServer(): Promise<string> {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), FOLDER))
  const database = await startEmbedded({ dataDir: folder, durability: 'none', log: () => undefined })
  process.once('exit', () => {
    database.stopNow()
    rmSync(folder, { recursive: true, force: true })
  })
  return database.ownerUrl
}

/** Removes what killed test runs left behind; the folders of runs that are alive refuse and stay. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (name.startsWith(FOLDER)) await removeEmbedded(join(tmpdir(), name)).catch(() => undefined)
  }
}

function addressOf(owner: string, database: string): string {
  const url = new URL(owner)
  url.pathname = `/${database}`
  return url.href
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
