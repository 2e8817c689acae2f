import { existsSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedDatabaseFault, faultFrom } from './fault.ts'
import type { Binaries } from './find-binaries.ts'
import { isPostmasterOf, postmasterPid, removeForeignPid } from './postmaster.ts'
import type { Runner } from './run-as.ts'

/** `none` is for tests: killing the server may lose the last writes, a power cut everything; writing is much faster. */
export type Durability = 'full' | 'none'

export interface Cluster {
  readonly folder: string
  readonly binaries: Binaries
  readonly runner: Runner
  readonly durability: Durability
}

export const superuser = 'guangyue'

/** Where a data folder keeps what. */
export const layout = (folder: string) => ({
  cluster: join(folder, 'cluster'),
  unfinished: join(folder, 'cluster.unfinished'),
  password: join(folder, 'password'),
  port: join(folder, 'port'),
  lock: join(folder, 'lock'),
  log: join(folder, 'server.log'),
  earlierLog: join(folder, 'server.earlier.log'),
})

const RETRY_FOR_MS = 10_000

/** Makes the cluster if there is none. It appears under its name only when complete, so a killed start leaves no half. */
export async function initialise({ folder, binaries, runner, durability }: Cluster): Promise<void> {
  const { cluster, unfinished, password } = layout(folder)
  if (existsSync(cluster)) return
  await rm(unfinished, { recursive: true, force: true })
  runner.own(folder)
  const result = await runner.run(binaries.initdb, [
    ...['-D', unfinished, '-U', superuser, `--pwfile=${password}`, '--auth=scram-sha-256', '-E', 'UTF8'],
    // sorting and letter classes come from PostgreSQL itself, so that indexes do not depend on the machine's libc;
    // macOS has no libc locale C.UTF-8 for the rest
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-messages=C'],
    `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    ...(durability === 'none' ? ['--no-sync'] : []),
  ])
  if (result.code !== 0) {
    await rm(unfinished, { recursive: true, force: true })
    throw faultFrom(result.output, folder)
  }
  await rename(unfinished, cluster)
}

/**
 * Ends a server that a killed program left behind on this cluster. It is stopped and not adopted: the next start then
 * always runs with this version's settings, and no half-done session of the dead program holds a lock.
 */
export async function endOrphan(cluster: Cluster): Promise<void> {
  const path = layout(cluster.folder).cluster
  const pid = await postmasterPid(path)
  if (pid === undefined) return
  if (await isPostmasterOf(pid, path)) await stopServer(cluster)
  else await removeForeignPid(path, pid)
}

/**
 * Starts the server and returns when it takes connections. Tries for ten seconds while a killed predecessor is still
 * being cleared away by the system. Refuses with one sentence.
 */
export async function startServer({ folder, binaries, runner, durability }: Cluster, port: number): Promise<void> {
  const { cluster, log } = layout(folder)
  const giveUpAt = performance.now() + RETRY_FOR_MS
  for (;;) {
    const result = await runner.run(binaries.pgCtl, [
      ...['start', '-D', cluster, '-w', '-t', '60', '-l', log],
      ...[
        '-o',
        settings(port, durability)
          .map((setting) => `-c ${setting}`)
          .join(' '),
      ],
    ])
    if (result.code === 0) return
    const said = `${result.output}\n${await readFile(log, 'utf8').catch(() => '')}`
    if (!said.includes('postmaster.pid" already exists') || performance.now() > giveUpAt) throw faultFrom(said, log)
    await sleep(300)
  }
}

/** Stops the server: sessions are ended, everything is written. A server that does not obey is stopped at once. */
export async function stopServer({ folder, binaries, runner }: Cluster): Promise<void> {
  const { cluster, log } = layout(folder)
  for (const mode of ['fast', 'immediate']) {
    const result = await runner.run(binaries.pgCtl, ['stop', '-D', cluster, '-w', '-t', '30', '-m', mode])
    if (result.code === 0 || (await postmasterPid(cluster)) === undefined) return
  }
  throw new EmbeddedDatabaseFault(`内置数据库没有停下来；数据未受影响，请查看 ${log}`)
}

/** Asks the server to stop without waiting for node's event loop. */
export function stopServerNow({ folder, binaries, runner }: Cluster): void {
  runner.runNow(binaries.pgCtl, ['stop', '-D', layout(folder).cluster, '-w', '-t', '10', '-m', 'fast'])
}

function settings(port: number, durability: Durability): readonly string[] {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    "unix_socket_directories=''",
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durability === 'none' ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
}
