import { deflateRawSync, deflateSync } from 'node:zlib'
import type { Dropped } from './gazettes.ts'

// Files as they come in when something is wrong with them.

const PDF = 'application/pdf'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const empty: Dropped = { name: '空文件.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }

/** A page that holds one grey picture and no letter. */
export const scan: Dropped = {
  name: '扫描件.pdf',
  mimeType: PDF,
  buffer: pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>',
    stream('', 'q 595 0 0 842 0 0 cm /I Do Q'),
    stream(
      '/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode',
      deflateSync(Buffer.alloc(64, 0xcc)).toString('latin1'),
    ),
  ]),
}

const key = `<${'00'.repeat(32)}>`

/** A pdf that opens only with a password. */
export const lockedPdf: Dropped = {
  name: '加密.pdf',
  mimeType: PDF,
  buffer: pdfOf(
    ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'],
    `/ID[${key}${key}]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O ${key}/U ${key}>>`,
  ),
}

/** A docx that Word saved with a password: an OLE file that holds the encrypted package. */
export const lockedDocx: Dropped = {
  name: '加密.docx',
  mimeType: DOCX,
  buffer: Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]),
}

/** The first part of a file, as when a copy was broken off. */
export function cutOff(name: string, whole: Buffer): Dropped {
  return { name, mimeType: name.endsWith('.pdf') ? PDF : DOCX, buffer: whole.subarray(0, whole.length >> 1) }
}

/** Half a megabyte that becomes 300 MB. */
export function zipBomb(): Dropped {
  const megabytes = 300
  const types = '<Types/>'
  const open =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
  const document = Buffer.concat([Buffer.from(open), Buffer.alloc(megabytes * 1024 * 1024, '0')])
  return {
    name: '炸弹.docx',
    mimeType: DOCX,
    buffer: zipOf({ '[Content_Types].xml': Buffer.from(types), 'word/document.xml': document }),
  }
}

/** Text in the encoding of old Chinese programs. The platform can only decode it: all pairs are decoded and turned round. */
export function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    }
  }
  return Buffer.from([...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? [0x3f]))))
}

function stream(dictionary: string, content: string): string {
  return `<<${dictionary}/Length ${content.length}>>stream\n${content}\nendstream`
}

function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF`
  return Buffer.from(text + table + end, 'latin1')
}

function zipOf(parts: Readonly<Record<string, Buffer>>): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, data] of Object.entries(parts)) {
    const packed = deflateRawSync(data)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(data.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    pieces.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, place, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, entries, end])
}
