import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { layout } from './cluster.ts'
import { DISK_FULL, EmbeddedDatabaseFault } from './fault.ts'

const MIB = 2 ** 20
const FOR_A_NEW_CLUSTER = 64 * MIB
const FOR_A_START = 8 * MIB

/** Refuses when the disk has no room to make the cluster or to start it: a server without room fails without a word. */
export async function requireFreeSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const needed = existsSync(layout(folder).cluster) ? FOR_A_START : FOR_A_NEW_CLUSTER
  if (bavail * bsize < needed) throw new EmbeddedDatabaseFault(`${DISK_FULL}（${folder} 至少需要 ${needed / MIB} MB）`)
}
