import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { digestOf, isDigest } from './disk.ts'
import type { FileStore } from './open-files.ts'

export interface S3Options {
  readonly endpoint?: string
  readonly bucket: string
  readonly region: string
  readonly key: string
  readonly secret: string
  readonly prefix?: string
}

/** Files as objects of an S3 bucket, or of anything that speaks S3. */
export function s3Files(options: S3Options): FileStore {
  const client = new S3Client({
    region: options.region,
    endpoint: options.endpoint,
    forcePathStyle: options.endpoint !== undefined,
    credentials: { accessKeyId: options.key, secretAccessKey: options.secret },
  })
  const { bucket: Bucket, prefix = '' } = options
  const keyOf = (digest: string) => `${prefix}${digest.slice(0, 2)}/${digest}`
  return {
    async put(bytes) {
      const digest = digestOf(bytes)
      const Key = keyOf(digest)
      const known = await client.send(new HeadObjectCommand({ Bucket, Key })).catch(absent)
      if (!known) await client.send(new PutObjectCommand({ Bucket, Key, Body: bytes }))
      return digest
    },
    async get(digest) {
      if (!isDigest(digest)) return undefined
      const found = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(digest) })).catch(absent)
      const bytes = found?.Body && Buffer.from(await found.Body.transformToByteArray())
      return bytes && digestOf(bytes) === digest ? bytes : undefined
    },
    async *list() {
      let token: string | undefined
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken: token }))
        for (const { Key = '' } of page.Contents ?? []) {
          const digest = Key.slice(Key.lastIndexOf('/') + 1)
          if (isDigest(digest)) yield digest
        }
        token = page.NextContinuationToken
      } while (token)
    },
  }
}

/** An object that is not there is no fault; anything else is. */
function absent(error: unknown): undefined {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
  if (status === 404) return undefined
  throw error
}
