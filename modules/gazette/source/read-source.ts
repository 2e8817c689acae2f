import { containerOf } from './container.ts'
import { readDocx } from './docx.ts'
import { readPdf } from './pdf.ts'
import { defaultLimits, refuse, type SourceLimits, type SourceRead } from './source-read.ts'
import { readTxt } from './txt.ts'
import { openZip } from './zip.ts'

/**
 * Text of an uploaded gazette. The content decides what the file is; the name decides nothing and is only
 * mentioned in a note when its ending says otherwise. Never throws on bad input and always comes back:
 * a pdf is read apart, within `limits.maxMilliseconds`.
 */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
  limits: SourceLimits = defaultLimits,
): Promise<SourceRead> {
  if (bytes.length === 0) return refuse('source-empty')
  if (bytes.length > limits.maxBytes) return refuse('source-too-large')
  return withNameNote(await readContent(bytes, limits), fileName)
}

async function readContent(bytes: Uint8Array, limits: SourceLimits): Promise<SourceRead> {
  const container = containerOf(bytes)
  if (container === 'pdf') return readPdf(bytes, limits)
  if (container === 'zip') return readZip(bytes)
  if (container === 'text') return readTxt(bytes)
  return refuse(container)
}

function readZip(bytes: Uint8Array): SourceRead {
  const zip = openZip(bytes)
  if (zip === null) return refuse('docx-broken')
  if (zip.encrypted) return refuse('source-encrypted')
  if (zip.has('OFD.xml')) return refuse('source-ofd')
  if (zip.has('mimetype')) return refuse('source-odt')
  if (zip.has('xl/workbook.xml') || zip.has('xl/workbook.bin')) return refuse('source-spreadsheet')
  if (zip.has('ppt/presentation.xml')) return refuse('source-slides')
  if (!zip.has('[Content_Types].xml')) return refuse('source-archive')
  return readDocx(zip)
}

function withNameNote(read: SourceRead, fileName: string): SourceRead {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase()
  if (!read.ok || ending === undefined || ending === read.kind) return read
  return { ...read, notes: [...read.notes, `文件名以 .${ending} 结尾，实际按内容读作 ${read.kind}。`] }
}
