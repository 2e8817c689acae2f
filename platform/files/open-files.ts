import { join } from 'node:path'
import { diskFiles } from './disk.ts'
import { type S3Options, s3Files } from './s3.ts'

/** Where bytes are kept, by their SHA-256. The same bytes twice are kept once. */
export interface FileStore {
  /** Keeps the bytes and gives their digest in hex. */
  put(bytes: Uint8Array): Promise<string>
  /** The bytes of a digest; undefined when they are not here. Altered bytes are not handed out. */
  get(digest: string): Promise<Buffer | undefined>
  /** Every digest that is kept. */
  list(): AsyncIterable<string>
}

/** The file store of one city: a folder of its own on disk, or a prefix in an S3 bucket. */
export function openFiles(city: string, where: { dataFolder: string; s3: S3Options | null }): FileStore {
  return where.s3 ? s3Files({ ...where.s3, prefix: `${city}/` }) : diskFiles(join(where.dataFolder, 'files', city))
}
