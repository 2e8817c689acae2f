import type { PlainDate } from '../calendar/index.ts'
import { chronicleMonth, isStamp, readChronicle, startsEntry } from './chronicle.ts'
import { dateIn } from './dates.ts'
import { type Joined, joinLines, linePieces } from './joined.ts'
import { type Line, shadowOf } from './lines.ts'
import type { DocumentReading, Fault, ProvisionRead } from './model.ts'
import type { DocumentLines } from './page-jumps.ts'
import type { Source } from './source.ts'

const CHRONICLE =
  /(?:(?:大事记|大事纪要|大事纪|要事记|要事纪|纪事)(?:（[^（）]*）)*(?:(?:19|20)\d{4})?(?:——[^。，；：]{2,30})?|(?:半月|一周|本周|每周|一月|本月|每月)大事)$/

/** Whether a document is a chronicle: by its title, or by how its lines begin where it has none. */
export function isChronicle(title: string, body: readonly Line[]): boolean {
  return CHRONICLE.test(title) || (title === '' && looksLikeChronicle(body))
}

function looksLikeChronicle(lines: readonly Line[]): boolean {
  const opens = lines.slice(0, 40).findIndex((line) => startsEntry(shadowOf(line)))
  if (opens < 0) return false
  const sample = lines.slice(opens, opens + 30)
  const dated = sample.filter((line) => startsEntry(shadowOf(line)) || /^[△▲]/.test(shadowOf(line))).length
  return dated >= 3 && dated * 2 >= sample.length
}

/** Reads a chronicle: its entries, and its paragraphs as citable places. `year` is taken where it prints none. */
export function readChronicleDocument(
  source: Source,
  from: DocumentLines,
  at: { readonly body: readonly Line[]; readonly year: number | null },
): DocumentReading {
  const { head } = from
  const { body } = at
  const root: ProvisionRead[] = []
  const month = chronicleMonth([
    head.title,
    ...head.lines.map((line) => shadowOf(line)),
    ...body
      .slice(0, 2)
      .map((line) => shadowOf(line))
      .filter((text) => text.length < 30),
  ])
  const paragraphs = chronicleParagraphs(source, body)
  const read = readChronicle(
    paragraphs.map((each) => ({ text: each.joined.text, line: each.line })),
    { year: month.year ?? at.year, month: month.month, stamp: stampOf(from.lines) },
  )
  paragraphs.forEach((each, i) => {
    root.push({
      path: [`第${i + 1}段`],
      kind: 'paragraph',
      mark: null,
      heading: null,
      text: each.joined.text,
      pieces: each.joined.pieces,
      line: each.line,
      children: [],
    })
  })
  const line = from.lines[0]?.no ?? 1
  const part: ProvisionRead = {
    path: ['正文'],
    kind: 'part',
    mark: null,
    heading: null,
    text: '',
    pieces: [],
    line,
    children: root,
  }
  const faults: Fault[] = [...read.faults]
  if (month.year === null && at.year === null && read.entries.length === 0)
    faults.push({ line, code: 'year-unknown', message: '大事记没有印年份，请在导入时填写年份。' })
  return {
    document: {
      number: head.number,
      title: head.title,
      issuer: null,
      date: head.date,
      kind: '大事记',
      addressees: null,
      effectiveFrom: null,
      effectiveUntil: null,
      milestones: [],
      provisions: [part],
      page: from.page,
      line,
      head: linePieces(source, head.lines),
      signature: [],
    },
    measures: [],
    appointments: [],
    chronicle: read.entries,
    faults,
  }
}

/** The day on which a page was put up, from the lines of its data at the top; or null. */
function stampOf(lines: readonly Line[]): PlainDate | null {
  const stamp = lines
    .slice(0, 16)
    .map((line) => shadowOf(line))
    .find(isStamp)
  return stamp ? dateIn(stamp) : null
}

/** Lines of a chronicle into paragraphs: an entry's start opens one, and so does a line behind a full stop. */
function chronicleParagraphs(
  source: Source,
  lines: readonly Line[],
): readonly { readonly joined: Joined; readonly line: number }[] {
  const groups: Line[][] = []
  let closed = true
  for (const line of lines) {
    const shadow = shadowOf(line)
    const alone = /^(?:\d{4}\s*年)?\s*(?:\d{1,2}\s*月(?:份)?)?$/.test(shadow)
    if (closed || alone || startsEntry(shadow) || /^[△▲●○◆■]/.test(shadow)) groups.push([])
    groups.at(-1)?.push(line)
    closed = alone || /[。！？”）]$/.test(shadow) || (shadow.length < 14 && /[日月]$/.test(shadow))
  }
  return groups.map((group) => ({ joined: joinLines(source, group), line: group[0]?.no ?? 1 }))
}
