import { spawnSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The process number in a cluster's postmaster.pid, or undefined when there is none. */
export async function postmasterPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  return pid > 0 ? pid : undefined
}

/**
 * True while somebody is stopping the server: it lets nobody in any more, and, asked politely, waits without end for
 * the sessions that are open.
 */
export async function isStopping(cluster: string): Promise<boolean> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  return text.split('\n')[STATUS_LINE]?.trim() === 'stopping'
}

/** The eighth line of postmaster.pid. */
const STATUS_LINE = 7

/** True while the process exists, even as one that its parent has not yet collected. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** True when the process is a server on this cluster: process numbers are used again after a restart of the machine. */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  const command = await commandOf(pid)
  return command.includes('postgres') && command.includes(`-D ${cluster} `)
}

/**
 * Removes a postmaster.pid whose number now belongs to some other program, or to a killed server that nobody collects
 * (a container without an init). The latter gets five seconds, so that its last sessions have ended.
 */
export async function removeForeignPid(cluster: string, pid: number): Promise<void> {
  for (let tries = 0; tries < 25 && isAlive(pid) && (await isDefunct(pid)); tries += 1) await sleep(200)
  if (isAlive(pid)) await rm(join(cluster, 'postmaster.pid'), { force: true })
}

async function isDefunct(pid: number): Promise<boolean> {
  const command = await commandOf(pid)
  return command === '' || command.includes('<defunct>')
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).stdout?.toString() ?? ''
  }
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return words.replaceAll('\0', ' ')
}
