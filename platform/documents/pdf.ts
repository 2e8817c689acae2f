import { readFile } from 'node:fs/promises'
import type { Block, Face, Foot, Piece, Run, SetDocument } from '@guangyue/kernel/typesetting'
import { PDFDocument, type PDFFont } from 'pdf-lib'
import { fontFile } from './faces.ts'
import { FOLIO, folioText } from './folio.ts'
import { drawPage } from './pdf-page.ts'
import { points } from './units.ts'
import { wholeFontkit } from './whole-fontkit.ts'

/** The file, and the characters for which the fonts have no picture: they are printed as an empty box. */
export interface WrittenPdf {
  readonly bytes: Uint8Array
  readonly missing: readonly string[]
}

/** Writes the pages as they were laid out; only the characters used are embedded. */
export async function writePdf(document: SetDocument): Promise<WrittenPdf> {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(wholeFontkit)
  pdf.setTitle(document.title)
  pdf.setAuthor(document.creator)
  pdf.setLanguage('zh-CN')
  const fonts = new Map<Face, PDFFont>()
  const missing = new Set<string>()
  const files = new Map<string, PDFFont>()
  for (const [face, characters] of charactersOf(document)) {
    const file = fontFile(face)
    const font = files.get(file) ?? (await pdf.embedFont(await readFile(file), { subset: true }))
    files.set(file, font)
    fonts.set(face, font)
    const known = new Set(font.getCharacterSet())
    for (const character of characters) if (!known.has(character.codePointAt(0) ?? 0)) missing.add(character)
  }
  const { paper } = document.grid
  for (const page of document.pages) {
    const sheet = pdf.addPage([points(paper.width), points(paper.height)])
    drawPage({ page: sheet, fonts, grid: document.grid }, page)
  }
  return { bytes: await pdf.save(), missing: [...missing] }
}

function charactersOf(document: SetDocument): ReadonlyMap<Face, ReadonlySet<string>> {
  const numbers = document.pages.flatMap(({ number }) => (number === null ? [] : [folioText(number)]))
  const runs = [
    ...document.flow.flatMap(({ block }) => runsOf(block)),
    ...footRuns(document.foot),
    ...numbers.map((text): Run => ({ text, face: FOLIO.face })),
  ]
  const characters = new Map<Face, Set<string>>()
  for (const { text, face } of runs) {
    const known = characters.get(face) ?? new Set()
    characters.set(face, known)
    for (const character of text) known.add(character)
  }
  return characters
}

function runsOf(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'text':
      return block.runs
    case 'pieces':
      return [...pieceRuns(block.pieces), ...block.seals.map(({ text }): Run => ({ text, face: FOLIO.face }))]
    case 'table':
      return [block.head, ...block.rows].flatMap(({ cells }) => cells.flatMap(({ runs }) => runs))
    case 'head':
      return block.parts.flatMap((part): readonly Run[] => {
        if (part.kind === 'text') return pieceRuns(part.pieces)
        return part.kind === 'side' ? [...part.names, part.word].map((text) => ({ text, face: part.face })) : []
      })
    default:
      return []
  }
}

function pieceRuns(pieces: readonly Piece[]): readonly Run[] {
  return pieces.flatMap(({ runs }) => runs)
}

function footRuns(foot: Foot | null): readonly Run[] {
  return foot?.rows.flatMap((row) => (row.kind === 'text' ? row.runs : pieceRuns(row.pieces))) ?? []
}
