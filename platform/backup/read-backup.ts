import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { BackupUnreadable } from './errors.ts'

export interface BackupEntry {
  readonly name: string
  readonly content: Buffer
}

/** Reads a backup entry by entry; refuses (BackupUnreadable) what is no backup or breaks off. */
export async function* readBackup(path: string): AsyncGenerator<BackupEntry> {
  const source = createReadStream(path)
  const archive = extract()
  const gunzip = createGunzip()
  const fail = (error: Error) => archive.destroy(error)
  source.on('error', fail).pipe(gunzip).on('error', fail).pipe(archive)
  try {
    for await (const entry of archive) {
      const parts: Buffer[] = []
      for await (const part of entry) parts.push(part as Buffer)
      yield { name: entry.header.name, content: Buffer.concat(parts) }
    }
  } catch (error) {
    throw new BackupUnreadable(error instanceof Error ? error.message : '内容不完整')
  } finally {
    source.destroy()
  }
}
