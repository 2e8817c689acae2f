import { inflateRawSync } from 'node:zlib'

/** What was asked of the archive and came out: bytes, nothing of that name, damage, or more than is safe. */
export type ZipPart = Buffer | 'absent' | 'broken' | 'too-much'

export interface Zip {
  readonly encrypted: boolean
  has(name: string): boolean
  /** One part, unpacked. All parts together never unpack to more than `MAX_UNPACKED`. */
  read(name: string): ZipPart
}

interface Entry {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const MAX_UNPACKED = 64 * 1024 * 1024
/** Text in XML seldom packs better than 1:60. A small part may, so it is given this much all the same. */
const MAX_RATIO = 250
const SMALL_PART = 4 * 1024 * 1024
const MAX_ENTRIES = 20_000

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * The archive's list of parts; null when there is none to be found (cut off, or a ZIP64 archive, which no office
 * program writes for a document). Sizes in the list are claims of the file: inflating stops at our limit, not at theirs.
 */
export function openZip(bytes: Uint8Array): Zip | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = readDirectory(buffer)
  if (directory === null) return null
  const { entries, encrypted } = directory
  let left = MAX_UNPACKED
  return {
    encrypted,
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return 'absent'
      const part = unpack(buffer, entry, left)
      if (Buffer.isBuffer(part)) left -= part.length
      return part
    },
  }
}

function readDirectory(buffer: Buffer): { entries: ReadonlyMap<string, Entry>; encrypted: boolean } | null {
  const end = findEnd(buffer)
  if (end < 0) return null
  const count = buffer.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) return null
  const entries = new Map<string, Entry>()
  let encrypted = false
  let at = buffer.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== CENTRAL) return null
    encrypted ||= (buffer.readUInt16LE(at + 8) & 1) === 1
    const nameEnd = at + 46 + buffer.readUInt16LE(at + 28)
    entries.set(buffer.toString('utf8', at + 46, nameEnd), {
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    })
    at = nameEnd + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return { entries, encrypted }
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(buffer: Buffer): number {
  const earliest = Math.max(0, buffer.length - 22 - 0xffff)
  for (let at = buffer.length - 22; at >= earliest; at--) if (buffer.readUInt32LE(at) === END) return at
  return -1
}

function unpack(buffer: Buffer, entry: Entry, left: number): ZipPart {
  const { offset } = entry
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== LOCAL) return 'broken'
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  const packed = buffer.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) return 'broken'
  const most = Math.min(left, Math.max(SMALL_PART, packed.length * MAX_RATIO))
  if (entry.unpacked > most) return 'too-much'
  if (entry.method === 0) return packed
  if (entry.method !== 8) return 'broken'
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return isTooLarge(error) ? 'too-much' : 'broken'
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
