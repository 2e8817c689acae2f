import { type Extracted, extractPages } from './pdf-pages.ts'
import { pdfText } from './pdf-text.ts'
import { looksGarbled } from './plausible.ts'
import { radicalsNote } from './radicals.ts'
import { refuse, type SourceRead } from './source-read.ts'

/** A page of a scan now and then carries a stamp or a page number as text. */
const FEWEST_LETTERS = 20

/** Text of a pdf. Nothing here limits its time: it is meant for a thread that can be ended. */
export async function readPdf(bytes: Uint8Array): Promise<SourceRead> {
  const read = await extractPages(bytes)
  if (typeof read === 'string') return refuse(read)
  const text = pdfText(read.pages)
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS) return refuse('pdf-no-text')
  if (looksGarbled(text)) return refuse('pdf-garbled')
  return { ok: true, kind: 'pdf', text, pages: read.pages.length, notes: notesOf(read) }
}

function notesOf({ empty, broken, repaired }: Extracted): readonly string[] {
  const notes = [...radicalsNote(repaired)]
  if (empty.length > 0) notes.push(`第 ${empty.join('、')} 页没有文字（可能是扫描页或空白页），没有读入。`)
  if (broken.length > 0) notes.push(`第 ${broken.join('、')} 页无法读取，没有读入。`)
  return notes
}
