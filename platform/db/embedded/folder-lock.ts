import { DatabaseSync } from 'node:sqlite'
import { EmbeddedDatabaseFault, faultFrom } from './fault.ts'

export interface FolderLock {
  release(): void
}

/**
 * Holds a data folder for this process, or refuses in one sentence when another start holds it. The lock is the
 * operating system's own, taken through an SQLite file: it falls with the process, even after kill -9, and no process
 * number can be mistaken for another.
 */
export function lockFolder(file: string, folder: string): FolderLock {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: 0 })
    database.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    database?.close()
    if (isBusy(error)) {
      throw new EmbeddedDatabaseFault(`数据文件夹 ${folder} 正由另一个光岳程序使用；请先停止它，或换一个数据文件夹`)
    }
    throw faultFrom(error, folder)
  }
  const held = database
  return { release: () => held.close() }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}
