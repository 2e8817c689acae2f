import { readDocx } from './docx.ts'
import { refuse, type SourceRead } from './source-read.ts'
import { openZip } from './zip.ts'

/** A zip archive by what it holds: a Word document is read, anything else refused by its kind. */
export function readPackage(bytes: Uint8Array): SourceRead {
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
