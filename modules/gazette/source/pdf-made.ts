import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fontkit from '@pdf-lib/fontkit'
import { PDFDocument, type PDFPage } from 'pdf-lib'
import { readSource } from './read-source.ts'

const FONT = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
const SIZE = 12
const LEADING = 20

export interface Pen {
  /** Lines of text from a place down. */
  write(page: PDFPage, at: { readonly x: number; readonly y: number }, lines: readonly string[]): void
}

/** A pdf drawn for a test, in a font that holds Chinese, 12 points in size and 20 from line to line. */
export async function pdfOf(draw: (document: PDFDocument, pen: Pen) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  const font = await document.embedFont(readFileSync(FONT), { subset: true })
  draw(document, {
    write(page, { x, y }, lines) {
      for (const [i, line] of lines.entries()) page.drawText(line, { x, y: y - i * LEADING, size: SIZE, font })
    },
  })
  return document.save()
}

/** The lines read out of it. */
export async function textOf(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readSource(bytes, 'a.pdf')
  assert.ok(read.ok, read.ok ? '' : read.message)
  return read.text.trimEnd().split('\n')
}

/** A text broken into lines of so many characters, the first one two characters in. */
export function paragraph(text: string, width: number): readonly string[] {
  const indented = `\u3000\u3000${text}`
  return Array.from({ length: Math.ceil(indented.length / width) }, (_, i) =>
    indented.slice(i * width, (i + 1) * width),
  )
}
