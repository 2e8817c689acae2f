import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import pg from 'pg'
import {
  type Cluster,
  type Durability,
  endOrphan,
  initialise,
  layout,
  startServer,
  stopServer,
  stopServerNow,
  superuser,
} from './cluster.ts'
import { EmbeddedDatabaseFault, faultFrom } from './fault.ts'
import { findBinaries } from './find-binaries.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { freePort } from './free-port.ts'
import { requireFreeSpace } from './free-space.ts'
import { keepRunning, type Watch } from './keep-running.ts'
import { chooseRunner } from './run-as.ts'

export interface EmbeddedOptions {
  /** An absolute path to a folder of the database's own; made if absent. */
  readonly dataDir: string
  /** A port to insist on. Without it the folder's remembered one is taken, or a free one. */
  readonly port?: number
  readonly durability?: Durability
  readonly log: (sentence: string) => void
}

export interface EmbeddedDatabase {
  /** The superuser's address, with its password. */
  readonly ownerUrl: string
  readonly port: number
  /** Stops the server and gives the folder free. May be called more than once. */
  stop(): Promise<void>
  /** The same at the last moment of a process, when nothing can be awaited any more. */
  stopNow(): void
}

/**
 * Starts the PostgreSQL that npm brought along, on 127.0.0.1 and with a password of its own, and keeps it running
 * until `stop`. A server left behind by a killed program is ended first. Refuses with an EmbeddedDatabaseFault: no
 * package for this machine, folder in use, disk full, no permission, port taken.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir: folder, durability = 'full', log } = options
  const binaries = findBinaries()
  const paths = layout(folder)
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error) => Promise.reject(faultFrom(error, folder)))
  const lock = lockFolder(paths.lock, folder)
  try {
    const cluster: Cluster = { folder, binaries, runner: chooseRunner(folder, binaries.pgCtl), durability }
    await requireFreeSpace(folder)
    const password = await rememberedPassword(paths.password)
    await initialise(cluster)
    await endOrphan(cluster)
    await rename(paths.log, paths.earlierLog).catch(() => undefined)
    const port = await choosePort(paths.port, options.port)
    await startServer(cluster, port)
    const ownerUrl = `postgres://${superuser}:${password}@127.0.0.1:${port}/${superuser}`
    await createDatabase(ownerUrl).catch((error) => stopServer(cluster).then(() => Promise.reject(error)))
    return { ownerUrl, port, ...stopsOf(cluster, lock, keepRunning(cluster, port, log)) }
  } catch (error) {
    lock.release()
    throw faultFrom(error, folder)
  }
}

/**
 * Removes a database's folder with all its data, after ending a server that a killed program left behind in it. A
 * folder that is in use is refused.
 */
export async function removeEmbedded(folder: string): Promise<void> {
  const binaries = findBinaries()
  const lock = lockFolder(layout(folder).lock, folder)
  try {
    await endOrphan({ folder, binaries, runner: chooseRunner(folder, binaries.pgCtl), durability: 'none' })
    await rm(folder, { recursive: true, force: true })
  } finally {
    lock.release()
  }
}

function stopsOf(cluster: Cluster, lock: FolderLock, watch: Watch): Pick<EmbeddedDatabase, 'stop' | 'stopNow'> {
  let stopped: Promise<void> | undefined
  return {
    stop() {
      stopped ??= watch
        .end()
        .then(() => stopServer(cluster))
        .finally(() => lock.release())
      return stopped
    },
    stopNow() {
      if (stopped) return
      stopServerNow(cluster)
      lock.release()
      stopped = Promise.resolve()
    },
  }
}

/** Made once, readable by the owner only. */
async function rememberedPassword(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known !== '') return known.trim()
  const password = randomBytes(24).toString('base64url')
  await writeFile(file, password, { mode: 0o600, flush: true })
  return password
}

async function choosePort(file: string, insisted: number | undefined): Promise<number> {
  const remembered = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
  const wanted = insisted ?? (remembered > 0 ? remembered : undefined)
  const port = await freePort(wanted)
  if (insisted !== undefined && port !== insisted) {
    throw new EmbeddedDatabaseFault(`内置数据库要用的端口 ${insisted} 被其他程序占用`)
  }
  await writeFile(file, `${port}\n`)
  return port
}

async function createDatabase(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [superuser])
    if (found.rowCount === 0) await client.query(`create database ${superuser}`)
  } finally {
    await client.end()
  }
}
