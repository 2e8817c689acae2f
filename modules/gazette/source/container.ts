import type { RefusalCode } from './source-read.ts'

/** What the bytes are by their signature: something to read, or the code to refuse them with. */
export type Container = 'pdf' | 'zip' | 'text' | RefusalCode

const SIGNATURES: readonly (readonly [signature: string, container: Container])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'source-archive'],
  ['Rar!', 'source-archive'],
  ['7z\xbc\xaf\x27\x1c', 'source-archive'],
  ['\x1f\x8b', 'source-archive'],
  ['{\\rtf', 'source-rtf'],
  ['\x89PNG', 'source-image'],
  ['\xff\xd8\xff', 'source-image'],
  ['GIF8', 'source-image'],
  ['BM', 'source-image'],
  ['II*\x00', 'source-image'],
  ['MM\x00*', 'source-image'],
  ['MZ', 'source-program'],
  ['\x7fELF', 'source-program'],
  ['\xca\xfe\xba\xbe', 'source-program'],
  ['\xcf\xfa\xed\xfe', 'source-program'],
]

/** Names of streams in an OLE compound file, and what such a file is then. */
const OLE_STREAMS: readonly (readonly [stream: string, code: RefusalCode])[] = [
  ['EncryptedPackage', 'source-encrypted'],
  ['WordDocument', 'source-old-doc'],
  ['Workbook', 'source-spreadsheet'],
  ['PowerPoint Document', 'source-slides'],
]

/** Looks at the first bytes only, in an OLE compound file also for the names of its streams. */
export function containerOf(bytes: Uint8Array): Container {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.subarray(0, 1024).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleKind(buffer)
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'source-image'
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature))
  if (known !== undefined && !(isShortSignature(known[0]) && looksLikeText(head))) return known[1]
  return /^[\s\xef\xbb\xbf]*(<(!doctype\s+html|html|\?xml)|mime-version:)/i.test(head) ? 'source-web-page' : 'text'
}

function oleKind(buffer: Buffer): RefusalCode {
  return OLE_STREAMS.find(([stream]) => buffer.includes(Buffer.from(stream, 'utf16le')))?.[1] ?? 'source-binary'
}

/** `BM` and `MZ` may well begin a text; then there are no control characters behind them. */
function isShortSignature(signature: string): boolean {
  return signature === 'BM' || signature === 'MZ'
}

function looksLikeText(head: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
  return !/[\x00-\x08\x0e-\x1f]/.test(head)
}
