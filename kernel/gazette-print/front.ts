import {
  breakLines,
  type Face,
  type Flowing,
  type HeadBlock,
  type HeadPart,
  type Piece,
  type PieceBlock,
  widthOf,
} from '../typesetting/index.ts'
import type { Article } from './articles.ts'
import { blank, centred, flowing, gazetteGrid, paragraph, styleOf } from './blocks.ts'
import type { Imprint, PrintedIssue } from './content.ts'
import { coverLines } from './text.ts'

const { characters, characterPitch, linePitch } = gazetteGrid

/** The cover: the name in red, the issue, a line, and who makes it at the foot; it fills its page. */
export function coverBlock(issue: PrintedIssue): HeadBlock {
  const [name = '', label = '', ...rest] = coverLines(issue)
  const big = Math.min(44, Math.floor((characters * characterPitch) / widthOf(name)))
  const foot = gazetteGrid.lines * linePitch - rest.length * 30 - 24
  return {
    kind: 'head',
    lines: gazetteGrid.lines,
    parts: [
      placed('cover-title', name, { face: 'xiaobiaosong', size: big, ink: 'red', top: 96, height: 56 }),
      { kind: 'rule', top: 168, thickness: 2, ink: 'red' },
      placed('cover-label', label, { face: 'songti', size: 22, ink: 'black', top: 190, height: 36 }),
      ...rest.map((text, i) =>
        placed('cover-line', text, { face: 'fangsong', size: 14, ink: 'black', top: foot + i * 30, height: 30 }),
      ),
    ],
  }
}

interface Placed {
  readonly face: Face
  readonly size: number
  readonly ink: 'red' | 'black'
  readonly top: number
  readonly height: number
}

function placed(role: string, text: string, { face, size, ink, top, height }: Placed): HeadPart {
  const piece: Piece = { at: characters / 2, align: 'centre', runs: [{ text, face }] }
  return { kind: 'text', style: styleOf(role, { size, ink, align: 'centre' }), top, height, pieces: [piece] }
}

/** The page by which the issue is proved. */
export function imprintBlocks({ heading, lines, seal }: Imprint): readonly Flowing[] {
  const head = centred('imprint-title', heading, { face: 'heiti', size: 16 })
  const ring = { text: '演示', diameter: 100, x: characters * characterPitch - 90, y: 60 }
  const sealed: PieceBlock = { kind: 'pieces', style: styleOf('imprint-seal'), pieces: [], seals: [ring] }
  return [
    flowing(head, { onNewPage: true }),
    blank(1),
    ...lines.map((text) => flowing(paragraph('imprint', [{ text, face: 'songti' }]))),
    ...(seal === 'none' ? [] : [blank(1), flowing(sealed), blank(4)]),
  ]
}

/** 目录: sections, and each article with the page on which it begins. */
export function contentsBlocks(articles: readonly Article[], pages: readonly number[]): readonly Flowing[] {
  return [
    flowing(centred('contents-title', '目 录', { face: 'xiaobiaosong', size: 20 }), { onNewPage: true }),
    blank(1),
    ...articles.flatMap((article, i) => {
      const { section, number, title } = article
      const heading = paragraph('contents-section', [{ text: `◎${section}`, face: 'heiti' }])
      const opens = articles[i - 1]?.section === section ? [] : [flowing(heading, { held: 1 })]
      return [...opens, ...(number === null ? unnumbered(title, pages[i]) : numbered(title, number, pages[i]))]
    }),
  ]
}

function numbered(title: string, number: string, page: number | undefined): readonly Flowing[] {
  return [
    flowing(paragraph('contents', [{ text: title, face: 'fangsong' }]), { held: 1 }),
    flowing(paged(number, page)),
  ]
}

/** The page stands on the last line of the title. */
function unnumbered(title: string, page: number | undefined): readonly Flowing[] {
  const lines = breakLines([{ text: title, face: 'fangsong' }], { width: characters - 4, first: 0, left: 0, right: 0 })
  const texts = lines.map(({ runs }) => runs.map(({ text }) => text).join(''))
  const above = texts.slice(0, -1).join('')
  const rest = flowing(paged(texts.at(-1) ?? '', page))
  return above === ''
    ? [rest]
    : [flowing(paragraph('contents', [{ text: above, face: 'fangsong' }]), { held: 1 }), rest]
}

function paged(text: string, page: number | undefined): PieceBlock {
  const runs = (words: string) => [{ text: words, face: 'fangsong' as const }]
  const at = { left: { at: 0, align: 'left' }, right: { at: characters, align: 'right' } } as const
  return {
    kind: 'pieces',
    style: styleOf('contents-page'),
    pieces: [
      { ...at.left, runs: runs(text) },
      { ...at.right, runs: runs(`${page ?? 0}`) },
    ],
    seals: [],
  }
}
