import type { Grid, SetDocument, Style } from '@guangyue/kernel/typesetting'
import {
  AlignmentType,
  BuilderElement,
  Document,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
  type XmlComponent,
} from 'docx'
import { docxBlocks } from './docx-blocks.ts'
import { footTable } from './docx-foot.ts'
import { exactly } from './docx-text.ts'
import { FONT_NAMES } from './faces.ts'
import { FOLIO } from './folio.ts'
import { points, twips } from './units.ts'

/**
 * Writes the document for a word processor: text that flows on the same grid, to be gone on with. Its lines break as
 * laid out where the reader's machine has the fonts. The paper, margins and grid hold for every page.
 */
export async function writeDocx(document: SetDocument): Promise<Uint8Array> {
  const { grid, title, creator } = document
  const font = FONT_NAMES.fangsong
  const fonts = { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' }
  const run = { font: fonts, size: grid.size * 2, language: { value: 'zh-CN', eastAsia: 'zh-CN' } }
  const file = new Document({
    title,
    creator,
    lastModifiedBy: creator,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run } },
      importedStyles: [plainStyle(grid.size)],
      paragraphStyles: stylesOf(document).map((id) => ({ id, name: id, basedOn: 'Normal', quickFormat: true })),
    },
    sections: sectionsOf(document),
  })
  return Packer.toBuffer(file)
}

/**
 * Plain text: the grid counts its characters from the size of this style. Its paragraphs do not snap to the grid: Word
 * and LibreOffice do that in different ways, so the runs are drawn in by themselves and every line is of exact height. No
 * mark hangs over the end of a line, no space is put between Chinese and Latin.
 */
function plainStyle(size: number): XmlComponent {
  const element = (name: string, value: string | number) =>
    new BuilderElement<{ value: string | number }>({ name, attributes: { value: { key: 'w:val', value } } })
  const off = (name: string) => element(name, 0)
  return new BuilderElement<{ type: string; isDefault: number; id: string }>({
    name: 'w:style',
    attributes: {
      type: { key: 'w:type', value: 'paragraph' },
      isDefault: { key: 'w:default', value: 1 },
      id: { key: 'w:styleId', value: 'Normal' },
    },
    children: [
      element('w:name', 'Normal'),
      new BuilderElement({ name: 'w:qFormat' }),
      new BuilderElement({
        name: 'w:pPr',
        children: ['w:overflowPunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:snapToGrid'].map(off),
      }),
      new BuilderElement({ name: 'w:rPr', children: [element('w:sz', size * 2), element('w:szCs', size * 2)] }),
    ],
  })
}

/** One style for each role, so that a person can change all paragraphs of a kind at once. */
function stylesOf({ flow, foot }: SetDocument): readonly string[] {
  const styles = flow.flatMap(({ block }): readonly Style[] => {
    if (block.kind === 'blank') return []
    if (block.kind === 'head') return block.parts.flatMap((part) => (part.kind === 'rule' ? [] : [part.style]))
    return [block.style]
  })
  return [...new Set([...styles, ...(foot === null ? [] : [foot.style])].map(({ role }) => role))]
}

function sectionsOf({ grid, flow, foot, pages }: SetDocument): readonly ISectionOptions[] {
  const text = flow.flatMap((one) => docxBlocks(one, grid))
  if (foot === null) {
    // A cover: its page counts, but prints no number.
    const bare = pages[0]?.number === null
    const footers = { ...numbered(), ...(bare && { first: emptyFooter() }) }
    return [{ properties: { ...propertiesOf(grid), titlePage: bare }, footers, children: text }]
  }
  const footBlocks = [footTable(foot, grid), hairline()]
  if (pages.every(({ number }) => number !== null)) {
    const alone = pages.at(-1)?.parts.length === 0
    const children = [...text, ...(alone ? [hairline(true)] : []), ...footBlocks]
    return [{ properties: propertiesOf(grid), footers: numbered(), children }]
  }
  // A blank page and the foot, both without a number.
  return [
    { properties: propertiesOf(grid), footers: numbered(), children: text },
    {
      properties: { ...propertiesOf(grid), type: SectionType.NEXT_PAGE },
      footers: { default: emptyFooter(), even: emptyFooter() },
      children: [hairline(), hairline(true), ...footBlocks],
    },
  ]
}

/** A paragraph that takes no room to speak of: to begin a page, or to end a table. */
function hairline(pageBreakBefore = false): Paragraph {
  return new Paragraph({ pageBreakBefore, spacing: exactly(1), children: [new TextRun({ text: '', size: 2 })] })
}

function propertiesOf(grid: Grid): NonNullable<ISectionOptions['properties']> {
  const { paper, margins } = grid
  const size = (millimetres: number) => twips(points(millimetres))
  return {
    page: {
      size: { width: size(paper.width), height: size(paper.height) },
      margin: {
        ...{
          top: size(margins.top),
          left: size(margins.left),
          right: size(margins.right),
          bottom: size(margins.bottom),
        },
        header: size(margins.top / 2),
        // From the foot of the paper to that of the number.
        footer: twips(points(margins.bottom - FOLIO.below) - FOLIO.height),
        gutter: 0,
      },
    },
    grid: {
      type: DocumentGridType.LINES_AND_CHARS,
      linePitch: twips(grid.linePitch),
      // 4096ths of a point that each character takes more than its size.
      charSpace: Math.round((grid.characterPitch - grid.size) * 4096),
    },
  }
}

/** Odd pages count at the right, even ones at the left, one character in. */
function numbered(): NonNullable<ISectionOptions['footers']> {
  const name = FONT_NAMES[FOLIO.face]
  const footer = (alignment: 'left' | 'right') => {
    const children = ['— ', PageNumber.CURRENT, ' —']
    const font = { ascii: name, hAnsi: name, eastAsia: name, cs: name }
    return new Footer({
      children: [
        new Paragraph({
          alignment,
          indent: { [alignment]: twips(FOLIO.size) },
          spacing: exactly(FOLIO.height),
          children: [new TextRun({ children, font, size: FOLIO.size * 2 })],
        }),
      ],
    })
  }
  return { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) }
}

function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({})] })
}
