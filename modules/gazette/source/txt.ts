import { looksChinese, looksGarbled } from './plausible.ts'
import { radicalsNote, radicalsRepaired } from './radicals.ts'
import { refuse, type SourceRead } from './source-read.ts'

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

const MARKS: readonly (readonly [mark: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
]

/**
 * A text file as text. A byte order mark is believed; without one UTF-8 is taken if every byte fits, then GB18030 and
 * UTF-16 if what comes out reads like Chinese. Text that reads like nothing is refused, never passed on.
 */
export function readTxt(bytes: Uint8Array): SourceRead {
  const decoded = decode(bytes)
  if (decoded === null) return refuse(hasControls(bytes) ? 'source-binary' : 'source-encoding-unknown')
  const plain = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (plain.trim() === '') return refuse('source-empty')
  if (CONTROLS.test(plain)) return refuse('source-binary')
  if (looksGarbled(plain)) return refuse('source-encoding-unknown')
  const repaired = radicalsRepaired(plain)
  return { ok: true, kind: 'txt', text: repaired.text, encoding: decoded.encoding, notes: radicalsNote(repaired.count) }
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1]
  if (marked !== undefined) return decodeAs(bytes, marked)
  const utf8 = decodeAs(bytes, 'utf-8')
  if (utf8 !== null && !utf8.text.includes('\0')) return utf8
  const others = (['gb18030', 'utf-16le', 'utf-16be'] as const).map((encoding) => decodeAs(bytes, encoding))
  return others.find((other) => other !== null && looksChinese(other.text)) ?? null
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): { text: string; encoding: Encoding } | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
const CONTROLS = /[\x00-\x08\x0e-\x1b]/

function hasControls(bytes: Uint8Array): boolean {
  return CONTROLS.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'))
}
