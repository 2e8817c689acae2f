/** A hand of type. What font stands for it is the writer's matter. */
export type Face = 'fangsong' | 'heiti' | 'kaiti' | 'xiaobiaosong' | 'songti'

export type Ink = 'black' | 'red'

/** Text in one face. */
export interface Run {
  readonly text: string
  readonly face: Face
}

/** Millimetres for the paper; the type area holds so many lines of so many characters. */
export interface Grid {
  readonly paper: { readonly width: number; readonly height: number }
  readonly margins: { readonly top: number; readonly left: number; readonly right: number; readonly bottom: number }
  readonly lines: number
  readonly characters: number
  /** Points from line to line, and from character to character. */
  readonly linePitch: number
  readonly characterPitch: number
  /** Points: the size of a character that fills one place of the grid. */
  readonly size: number
}

/** How a paragraph stands. Indents in places of the grid, whatever its own size. */
export interface Style {
  /** What the paragraph is, one word: writers name their styles after it. */
  readonly role: string
  /** Points. */
  readonly size: number
  readonly ink: Ink
  readonly align: 'justified' | 'centre'
  readonly first: number
  readonly left: number
  readonly right: number
}

/** One line of a paragraph, as it was broken. Lengths in characters of its own size. */
export interface Line {
  readonly runs: readonly Run[]
  readonly width: number
  /** Empty length before the first character, within the type area. */
  readonly indent: number
  /** Length to be shared out between the characters, so that the line ends flush. */
  readonly spread: number
}

/** Text at a place of its line, in places of the grid from the left edge: it begins there, ends there or is centred. */
export interface Piece {
  readonly at: number
  readonly align: 'left' | 'right' | 'centre'
  readonly runs: readonly Run[]
}

/** A round seal over the text. Points, from the left edge of the type area and the top of its line. */
export interface Seal {
  readonly text: string
  readonly diameter: number
  readonly x: number
  readonly y: number
}

export interface TextBlock {
  readonly kind: 'text'
  readonly style: Style
  readonly runs: readonly Run[]
  readonly lines: readonly Line[]
}

/** One line of pieces. */
export interface PieceBlock {
  readonly kind: 'pieces'
  readonly style: Style
  readonly pieces: readonly Piece[]
  /** Seals pressed over it. */
  readonly seals: readonly Seal[]
}

export interface BlankBlock {
  readonly kind: 'blank'
  readonly lines: number
}

export interface TableRow {
  readonly cells: readonly { readonly runs: readonly Run[]; readonly lines: readonly Line[] }[]
  /** Lines of the grid that it takes. */
  readonly height: number
}

/** The first row is the head: it is printed again on each page. */
export interface TableBlock {
  readonly kind: 'table'
  readonly style: Style
  /** Places of the grid kept free in each cell, left and right together. */
  readonly padding: number
  /** In places of the grid, together the width of the type area. */
  readonly widths: readonly number[]
  readonly head: TableRow
  readonly rows: readonly TableRow[]
}

/** A line across the type area. Points. */
export interface Rule {
  readonly top: number
  readonly thickness: number
  readonly ink: Ink
}

/** Text at a set height. Points from the top of the type area. */
export interface PlacedText {
  readonly style: Style
  readonly top: number
  readonly height: number
  readonly pieces: readonly Piece[]
}

/** Names under each other, all as wide as the longest, with one word beside them, centred as a whole. Points. */
export interface SideBySide {
  readonly style: Style
  readonly top: number
  /** Of each name. */
  readonly height: number
  readonly face: Face
  readonly names: readonly string[]
  readonly word: string
}

/** What stands at set heights at the top of a page and takes whole lines of its grid. Parts from top to bottom. */
export interface HeadBlock {
  readonly kind: 'head'
  readonly lines: number
  readonly parts: readonly HeadPart[]
}

export type HeadPart =
  | (PlacedText & { readonly kind: 'text' })
  | (SideBySide & { readonly kind: 'side' })
  | (Rule & { readonly kind: 'rule' })

export type Block = HeadBlock | TextBlock | PieceBlock | BlankBlock | TableBlock

/** A block in its order, with what the pages must heed. */
export interface Flowing {
  readonly block: Block
  /** Begins a page. */
  readonly onNewPage: boolean
  /** So many of its last lines stay on the page of the block after it; 0 where it may be parted from that. */
  readonly held: number
}

/** At the foot of the last page: rows between lines, the lowest on the lower edge of the type area. */
export interface Foot {
  readonly style: Style
  /** Points of each line of text. */
  readonly height: number
  readonly rows: readonly FootRow[]
  /** Thickness of the lowest line, in points, as of those above the rows. */
  readonly lowest: number
}

/** In characters of the text's own size, all from the edges of the type area. */
export interface Indents {
  readonly first: number
  readonly left: number
  readonly right: number
}

/** A row of broken text, or one line of pieces; the line above it. */
export type FootRow = { readonly rule: number | null } & (
  | (Indents & { readonly kind: 'text'; readonly runs: readonly Run[]; readonly lines: readonly Line[] })
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }
)

/** A part of a block on a page: its first line there, how many lines of the block, and where. */
export interface PagePart {
  readonly block: Block
  /** Lines of the block (rows of a table) that stand here: from, up to but not. */
  readonly from: number
  readonly to: number
  /** Line of the page, from 0. */
  readonly at: number
}

export interface Page {
  /** What is printed as its number, or null. */
  readonly number: number | null
  readonly parts: readonly PagePart[]
  readonly foot: Foot | null
}

/** A document set on its grid: the same content once as a flow, once as pages. */
export interface SetDocument {
  readonly title: string
  readonly creator: string
  readonly grid: Grid
  readonly flow: readonly Flowing[]
  readonly foot: Foot | null
  readonly pages: readonly Page[]
}
