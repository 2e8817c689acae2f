import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from './open-files.ts'

/** Files below one folder, two levels deep. A file appears whole or not at all: written aside, flushed, renamed. */
export function diskFiles(folder: string): FileStore {
  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest)
  return {
    async put(bytes) {
      const digest = digestOf(bytes)
      const path = pathOf(digest)
      if (await readFile(path).catch(() => undefined)) return digest
      await mkdir(join(folder, digest.slice(0, 2)), { recursive: true })
      const aside = `${path}.${randomUUID()}.part`
      const file = await open(aside, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, path)
      return digest
    },
    async get(digest) {
      if (!isDigest(digest)) return undefined
      const bytes = await readFile(pathOf(digest)).catch(() => undefined)
      return bytes && digestOf(bytes) === digest ? bytes : undefined
    },
    async *list() {
      for (const shelf of await readdir(folder).catch(() => [])) {
        for (const name of await readdir(join(folder, shelf))) if (isDigest(name)) yield name
      }
    },
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
