// Turns the source files of the sample gazette into pieces to be set.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayInWords } from '@guangyue/kernel/calendar'
import { readJson } from './rows.ts'
import { type Piece, paragraphsOf, type Table } from './sample-issue.ts'
import type { Head, Paragraph } from './sample-layout.ts'
import { readSource, type Source } from './sample-source.ts'

export interface DocumentMeta {
  readonly section: string
  readonly banner: string
  readonly number: string
  readonly short: string
  readonly title: string
  readonly kind: string
  readonly issuer: string
  readonly date: string
  readonly addressees: string
  readonly covering: string | null
  readonly promulgates: string | null
  readonly source: string
  readonly supervision: object
  readonly milestones: readonly object[]
  readonly effective_from?: string
  readonly effective_until?: string
  readonly retroactive_to?: string
}

export interface IssueMeta {
  readonly title: string
  readonly title_pinyin: string
  readonly year: number
  readonly number: number
  readonly serial: number
  readonly label: string
  readonly sponsor: string
  readonly publisher: string
  readonly phone: string
  readonly postcode: string
  readonly address: string
  readonly licence: string
}

export interface Act {
  readonly people: readonly string[]
  readonly body: string
  readonly title: string
  readonly tail?: string
  readonly probation?: number
}

export interface Notice {
  readonly number: string
  readonly title: string
  readonly date: string
  readonly intro: string
  readonly parts: readonly {
    readonly heading?: string
    readonly action: 'appoint' | 'remove' | 'lapse'
    readonly style?: string
    readonly acts: readonly Act[]
  }[]
}

/** start, end, what stands before the entry (1日， or △), the entry. */
export type Entry = readonly [string, string, string, string]

export interface SampleSource {
  readonly issue: IssueMeta
  readonly documents: readonly DocumentMeta[]
  readonly texts: ReadonlyMap<string, Source>
  readonly tables: Readonly<Record<string, Table>>
  readonly reading: Reading
  readonly readingText: Source
  readonly notices: readonly Notice[]
  readonly entries: readonly Entry[]
  readonly chronicle: {
    readonly section: string
    readonly title: string
    readonly period: string
    readonly contents: string
  }
}

/** An explanation of a document; no number, no measure. */
export interface Reading {
  readonly section: string
  readonly title: string
  readonly source: string
}

/** Reads everything under `packs/sample/source`. */
export function readSampleSource(folder: string): SampleSource {
  const meta = readJson<Pick<SampleSource, 'issue' | 'documents' | 'reading' | 'chronicle'>>(
    join(folder, 'documents.json'),
  )
  const texts = meta.documents.map((d) => [d.number, readSource(readFileSync(join(folder, d.source), 'utf8'))] as const)
  return {
    ...meta,
    texts: new Map(texts),
    readingText: readSource(readFileSync(join(folder, meta.reading.source), 'utf8')),
    tables: readJson(join(folder, 'tables.json')),
    notices: readJson(join(folder, 'p-personnel.json')),
    entries: readJson(join(folder, 'h-chronicle.json')),
  }
}

/** Where the end of a document is printed, as printers fill their pages. */
const continuations: Readonly<Record<string, string>> = {
  '澜政发〔2023〕6号': '澜政任〔2023〕3号',
  '澜政办发〔2023〕10号': '澜政任〔2023〕4号',
  '澜政办发〔2023〕9号': '澜政任〔2023〕5号',
  '澜政办字〔2023〕14号': '澜川市人民政府大事记（2023年3月）',
}

/** All entries of the contents in printed order. */
export function piecesOf(source: SampleSource): readonly Piece[] {
  return [
    ...source.documents.map((meta) => documentPiece(meta, source)),
    readingPiece(source),
    ...source.notices.map(noticePiece),
    chroniclePiece(source),
  ]
}

function documentPiece(meta: DocumentMeta, source: SampleSource): Piece {
  const text = source.texts.get(meta.number)
  if (text === undefined) throw new Error(`no text: ${meta.number}`)
  const signature = signed(meta.issuer, meta.date)
  const covering = meta.covering === null ? [] : [{ text: meta.covering, style: 'text' as const }, ...signature]
  const table = text.blocks.find((block) => block.kind === 'table')
  const title = meta.promulgates === null ? [] : [{ text: meta.promulgates, style: 'title' as const }]
  const onlyTable = text.blocks[0]?.kind === 'table'
  const body = paragraphsOf(text.blocks)
  return {
    section: meta.section,
    contents: meta.short,
    number: meta.number,
    head: headOf(meta.title, meta.issuer, [meta.banner, meta.number]),
    paragraphs: [
      { text: `${meta.addressees}：`, style: 'text' },
      ...covering,
      ...(onlyTable ? [] : [...title, ...body]),
      ...(meta.covering === null ? signature : []),
    ],
    table: table === undefined ? null : (source.tables[table.table] ?? null),
    after: onlyTable ? body : [],
    continuedAfter: continuations[meta.number] ?? null,
    doubled: meta.number === '澜政发〔2023〕6号',
  }
}

function readingPiece({ reading, readingText }: SampleSource): Piece {
  return {
    section: reading.section,
    contents: reading.title,
    number: null,
    head: headOf(reading.title, '', []),
    paragraphs: paragraphsOf(readingText.blocks),
    table: null,
    after: [],
    continuedAfter: null,
    doubled: false,
  }
}

function noticePiece(notice: Notice): Piece {
  const issuer = '澜川市人民政府'
  const acts = notice.parts.flatMap((part): Paragraph[] => [
    ...(part.heading === undefined ? [] : [{ text: part.heading, style: 'text' as const }]),
    ...part.acts.map((act, i) => ({ text: actText(part, act, i), style: 'text' as const, hard: true as const })),
  ])
  return {
    section: '政务动态',
    contents: notice.title.replace(issuer, ''),
    number: notice.number,
    head: headOf(notice.title, issuer, [], [notice.number]),
    paragraphs: [
      { text: '各县（市、区）人民政府，开发区（新区）管委会，市政府各部门、各直属单位：', style: 'text' },
      { text: notice.intro, style: 'text' },
      ...acts,
      ...signed(issuer, notice.date),
    ],
    table: null,
    after: [],
    continuedAfter: null,
    doubled: false,
  }
}

function actText(part: Notice['parts'][number], act: Act, index: number): string {
  const people = act.people.join('、')
  const end = index === part.acts.length - 1 ? '。' : '；'
  const post = `${act.body}${act.title}`
  if (part.style !== undefined) return part.style.replace('X', people).replace('Y', post) + (act.tail ?? '') + end
  if (part.action === 'appoint') return `${people}为${post}${act.tail ?? ''}${end}`
  if (part.action === 'remove') return `${people}的${post}职务${act.tail ?? ''}${end}`
  return `${people}的${post}职务因机构更名自然免除${end}`
}

function chroniclePiece(source: SampleSource): Piece {
  const { chronicle } = source
  return {
    section: chronicle.section,
    contents: chronicle.contents,
    number: null,
    head: {
      printed: [chronicle.title, `（${chronicle.period}）`],
      extracted: [chronicle.title, `（${chronicle.period}）`],
    },
    paragraphs: source.entries.map(([, , before, text]) => ({ text: before + text, style: 'text' })),
    table: null,
    after: [],
    continuedAfter: null,
    doubled: false,
  }
}

function signed(issuer: string, date: string): readonly Paragraph[] {
  return [
    { text: issuer, style: 'sign' },
    { text: dayInWords(date), style: 'sign' },
  ]
}

/** The issuer stands on a line of its own; a long rest is cut near its middle, after a closing mark if one is near. */
function headOf(title: string, issuer: string, above: readonly string[], below: readonly string[] = []): Head {
  const rest = title.slice(issuer.length)
  const middle = Math.ceil(rest.length / 2)
  const mark = rest.slice(middle - 4, middle + 4).search(/[”》]/)
  const cut = rest.length <= 24 ? rest.length : mark < 0 ? middle : middle - 3 + mark
  const lines = [issuer, rest.slice(0, cut), rest.slice(cut)].filter((line) => line !== '')
  return { printed: [...above, ...lines, ...below], extracted: [...above, lines.join(' '), ...below] }
}
