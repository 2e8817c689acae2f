/** Kinds of file that the product takes, told by their bytes, never by their name. */
export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'zip' | 'png' | 'jpeg' | 'ole' | 'text' | 'binary'

/** What the bytes are. An old Office file or an encrypted new one is `ole`; what is none of these is text or binary. */
export function kindOf(bytes: Uint8Array): FileKind {
  const starts = (...sign: number[]) => sign.every((byte, at) => bytes[at] === byte)
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'ole'
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return kindOfZip(bytes)
  return bytes.subarray(0, 4096).includes(0) && !isUtf16(bytes) ? 'binary' : 'text'
}

/** The names of a zip's parts stand in its directory at the end, uncompressed. */
function kindOfZip(bytes: Uint8Array): FileKind {
  const directory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-262_144).toString('latin1')
  if (directory.includes('word/document.xml')) return 'docx'
  if (directory.includes('xl/workbook.xml')) return 'xlsx'
  if (directory.includes('ppt/presentation.xml')) return 'pptx'
  return 'zip'
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}
