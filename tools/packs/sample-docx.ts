// The same issue as a manuscript: whole paragraphs, real tables, no page breaks inside a document.
import {
  AlignmentType,
  Document,
  Paragraph as DocxParagraph,
  Table as DocxTable,
  HeadingLevel,
  Packer,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { IssueMeta } from './sample-documents.ts'
import type { Piece, Table } from './sample-issue.ts'
import type { Paragraph } from './sample-layout.ts'
import { type ContentsLine, coverText } from './sample-text.ts'

/** The bytes of the issue as docx. */
export async function issueDocx(
  meta: IssueMeta,
  contents: readonly ContentsLine[],
  pieces: readonly Piece[],
): Promise<Buffer> {
  const children = [
    ...coverText(meta).flatMap((text) => text.split('\n').map((line) => centred(line, HeadingLevel.HEADING_3))),
    centred('目 录', HeadingLevel.HEADING_1),
    ...contents.flatMap(contentsParagraphs),
    ...pieces.flatMap(pieceBlocks),
  ]
  const document = new Document({
    title: `${meta.title} ${meta.label}`,
    creator: meta.publisher,
    styles: { default: { document: { run: { font: 'Noto Sans SC', size: 24 } } } },
    sections: [{ children }],
  })
  return Packer.toBuffer(document)
}

function contentsParagraphs(
  entry: ContentsLine,
  index: number,
  all: readonly ContentsLine[],
): readonly DocxParagraph[] {
  const section = entry.section === all[index - 1]?.section ? [] : [plain(`◎${entry.section}`)]
  if (entry.number === null) return [...section, plain(`${entry.title} ${entry.page}`)]
  return [...section, plain(entry.title), plain(`${entry.number} ${entry.page}`)]
}

function pieceBlocks(piece: Piece): readonly (DocxParagraph | DocxTable)[] {
  const head = piece.head.extracted.map((text, i) => centred(text, HeadingLevel.HEADING_1, i === 0))
  const table = piece.table === null ? [] : [centred(piece.table.title, HeadingLevel.HEADING_2), tableOf(piece.table)]
  return [...head, ...piece.paragraphs.map(paragraphOf), ...table, ...piece.after.map(paragraphOf)]
}

function paragraphOf(paragraph: Paragraph): DocxParagraph {
  if (paragraph.style === 'title') return centred(paragraph.text, HeadingLevel.HEADING_2)
  if (paragraph.style === 'sign') return new DocxParagraph({ text: paragraph.text, alignment: AlignmentType.RIGHT })
  return plain(paragraph.text)
}

function plain(text: string): DocxParagraph {
  return new DocxParagraph({ children: [new TextRun(text)], indent: { firstLine: 480 } })
}

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel]

function centred(text: string, heading: Level, pageBreakBefore = false): DocxParagraph {
  return new DocxParagraph({ text, heading, alignment: AlignmentType.CENTER, pageBreakBefore })
}

function tableOf(table: Table): DocxTable {
  const rows = [table.columns, ...table.rows].map(
    (row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [new DocxParagraph(cell)] })) }),
  )
  return new DocxTable({ rows, width: { size: 100, type: WidthType.PERCENTAGE } })
}
