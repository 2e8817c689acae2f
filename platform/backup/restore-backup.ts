import type { Cities } from '../db/index.ts'
import type { FileStore } from '../files/index.ts'
import { BackupRefused, BackupUnreadable } from './errors.ts'
import { loadCity } from './load-city.ts'
import { Manifest } from './manifest.ts'
import { readBackup } from './read-backup.ts'

export interface RestoreSummary {
  readonly cities: readonly string[]
  readonly files: number
}

/**
 * Restores all cities of a backup into this installation: the schema as it was, the rows, the files, then newer
 * migrations. Refuses, before changing anything, a city that is here already. A city that fails is taken away again,
 * and one whose restoring was killed is restored anew.
 */
export async function restoreBackup(cities: Cities, path: string): Promise<RestoreSummary> {
  const manifest = await readManifest(path)
  for (const { key } of manifest.cities) if (cities.byKey(key)) throw new BackupRefused(key)
  let files = 0
  for (const city of manifest.cities) {
    await cities.create(city, async (client, into) => {
      await loadCity(client, { city, path, ...into })
      files += await restoreFiles(path, city.key, into.files)
    })
    await cities.markLoaded(city.key)
  }
  return { cities: manifest.cities.map(({ name }) => name), files }
}

/** The manifest stands last, so reading it proves that the archive is whole. */
async function readManifest(path: string): Promise<Manifest> {
  let found: Buffer | undefined
  for await (const { name, content } of readBackup(path)) if (name === 'manifest.json') found = content
  if (!found) throw new BackupUnreadable('缺少清单，可能没有写完')
  const read = Manifest.safeParse(JSON.parse(found.toString('utf8')))
  if (!read.success) throw new BackupUnreadable('清单的格式不认识')
  return read.data
}

async function restoreFiles(path: string, city: string, files: FileStore): Promise<number> {
  let count = 0
  for await (const { name, content } of readBackup(path)) {
    const [kind, key, digest] = name.split('/')
    if (kind !== 'files' || key !== city) continue
    if ((await files.put(content)) !== digest) throw new BackupUnreadable(`文件 ${digest} 的内容与摘要不符`)
    count += 1
  }
  return count
}
