import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of those parts, for tests: `claim` is the unpacked size that the list of parts states. */
export function zipMade(parts: Readonly<Record<string, string | Uint8Array>>, claim?: number): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(data), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(claim ?? data.length, 8)
    const head = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, lengthOf(name), Buffer.alloc(2)])
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed)
    const place = Buffer.alloc(4)
    place.writeUInt32LE(offset)
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, Buffer.alloc(10), place, Buffer.from(name)]),
    )
    offset += 4 + head.length + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function lengthOf(name: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16LE(Buffer.byteLength(name))
  return length
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word document with that body, and with those lists and styles, written as Word writes them. */
export function docxMade(body: string, { numbering = '', styles = '' } = {}): Buffer {
  return zipMade({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...(numbering === '' ? {} : { 'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>` }),
    ...(styles === '' ? {} : { 'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>` }),
  })
}
