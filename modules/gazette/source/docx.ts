import { docxLines } from './docx-lines.ts'
import { styleLists } from './docx-styles.ts'
import { listMarks } from './list-marks.ts'
import { radicalsNote, radicalsRepaired } from './radicals.ts'
import { refuse, type SourceRead } from './source-read.ts'
import { BrokenXml, xmlTokens } from './xml.ts'
import type { Zip, ZipPart } from './zip.ts'

/**
 * Text of a Word document: a paragraph is a line, with the number that Word prints before it; a row of a table is
 * `| cell | cell |`. Left out: headers and footers, text boxes, notes, hidden text and tracked deletions.
 */
export function readDocx(zip: Zip): SourceRead {
  try {
    return readParts(zip)
  } catch (error) {
    if (error instanceof BrokenXml) return refuse('docx-broken')
    throw error
  }
}

function readParts(zip: Zip): SourceRead {
  const main = mainPart(zip)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const parts = [zip.read(main), zip.read(`${folder}numbering.xml`), zip.read(`${folder}styles.xml`)]
  if (parts.includes('too-much')) return refuse('docx-too-much')
  if (parts.includes('broken') || parts[0] === 'absent') return refuse('docx-broken')
  const [document = '', numbering = '', styles = ''] = parts.map(xmlText)
  const { lines, boxes } = docxLines(document, listMarks(numbering), styleLists(styles))
  const text = lines.join('\n')
  if (text.trim() === '') return refuse('docx-no-text')
  const repaired = radicalsRepaired(`${text}\n`)
  const notes = boxes > 0 ? [`文本框中的文字没有读入（${boxes} 处）。`] : []
  return { ok: true, kind: 'docx', text: repaired.text, notes: [...notes, ...radicalsNote(repaired.count)] }
}

/** Where the relations of the package say that the document is; Word, WPS and LibreOffice say `word/document.xml`. */
function mainPart(zip: Zip): string {
  const relations = xmlText(zip.read('_rels/.rels'))
  for (const token of xmlTokens(relations)) {
    if (token.kind === 'open' && token.attribute('Type')?.endsWith('/officeDocument')) {
      return token.attribute('Target')?.replace(/^\//, '') ?? 'word/document.xml'
    }
  }
  return 'word/document.xml'
}

function xmlText(part: ZipPart): string {
  if (!Buffer.isBuffer(part)) return ''
  const utf16 = part[0] === 0xff && part[1] === 0xfe
  return part.toString(utf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '')
}
