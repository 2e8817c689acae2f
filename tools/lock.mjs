import { createHash } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ASK_EVERY_MS = 300

/**
 * Runs `work` while no other process does the same work on the same checkout. The lock lies in the system's temporary
 * folder, because installing empties node_modules; that of a killed process is taken over.
 * @template T
 * @param {string} root @param {string} name @param {() => T | Promise<T>} work @returns {Promise<T>}
 */
export async function withLock(root, name, work) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const file = join(tmpdir(), `guangyue-${name}-${key}-${process.getuid?.() ?? 0}.lock`)
  while (!take(file)) {
    if (!holderIsAlive(file)) rmSync(file, { force: true })
    else await sleep(ASK_EVERY_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  // linked and not written in place, so that a lock never stands there without its holder's number
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

/** @param {string} file */
function holderIsAlive(file) {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
