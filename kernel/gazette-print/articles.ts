import { dayOfMonth, monthOf, type PlainDate, yearOf } from '../calendar/index.ts'
import {
  actsSection,
  chronicleSection,
  type PrintedAct,
  type PrintedDocument,
  type PrintedEvent,
  type PrintedIssue,
} from './content.ts'

/** A paragraph by what it is in the document, or a table with its head first. */
export type Paragraph =
  | { readonly role: ParagraphRole; readonly text: string }
  | { readonly role: 'table'; readonly rows: readonly (readonly string[])[] }

export type ParagraphRole =
  | 'masthead'
  | 'number'
  | 'title'
  | 'addressees'
  | 'body'
  | 'signature'
  | 'date'
  | 'annex'
  | 'annex-title'

/** One entry of the contents with what is printed for it. */
export interface Article {
  readonly section: string
  readonly number: string | null
  readonly title: string
  /** Null for a chronicle, which nobody signs. */
  readonly issuer: string | null
  readonly signedOn: PlainDate | null
  readonly paragraphs: readonly Paragraph[]
  /** Stands below the article before it, on no page of its own. */
  readonly goesOn: boolean
}

/** Everything an issue prints, in order: its documents, acts day by day, the chronicle. */
export function articlesOf(issue: PrintedIssue): readonly Article[] {
  const chronicle = issue.chronicle.length === 0 ? [] : [chronicleOf(issue)]
  return [...issue.documents.map(articleOf), ...actsOf(issue), ...chronicle]
}

/** A document alone, as the gazette prints it. */
export function articleOf(document: PrintedDocument): Article {
  const { section, number, title, issuer, signedOn, addressees, body, annex } = document
  const head: readonly Paragraph[] =
    number === null
      ? [{ role: 'title', text: title }]
      : [
          { role: 'masthead', text: `${issuer}文件` },
          { role: 'number', text: number },
          { role: 'title', text: title },
        ]
  return {
    section,
    number,
    title,
    issuer,
    signedOn,
    goesOn: false,
    paragraphs: [
      ...head,
      ...(addressees === null ? [] : [{ role: 'addressees', text: `${addressees}：` } as const]),
      ...paragraphsOf(body),
      ...issuer.split('、').map((name) => ({ role: 'signature', text: name }) as const),
      { role: 'date', text: dayInWords(signedOn) },
      ...annexOf(annex),
    ],
  }
}

/** The paragraphs of a text, blank lines left out; rows between bars are a table. */
function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let rows: string[][] = []
  const close = () => {
    if (rows.length > 0) paragraphs.push({ role: 'table', rows: squared(rows) })
    rows = []
  }
  for (const line of linesOf(text)) {
    if (/^\|.*\|$/.test(line)) {
      rows.push(
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      )
      continue
    }
    close()
    paragraphs.push({ role: 'body', text: line })
  }
  close()
  return paragraphs
}

/** Lines without blanks around them, empty ones left out. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '')
}

/** All rows as wide as the widest. */
function squared(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const most = Math.max(...rows.map(({ length }) => length))
  return rows.map((row) => [...row, ...Array.from({ length: most - row.length }, () => '')])
}

/** The first line of an annex is its title; so is the line behind 附件 or 附件1. */
function annexOf(text: string): readonly Paragraph[] {
  let titled = true
  return paragraphsOf(text).map((paragraph) => {
    if (paragraph.role === 'table') return paragraph
    if (/^附件[\d一二三四五六七八九十]*$/.test(paragraph.text)) {
      titled = true
      return { role: 'annex', text: paragraph.text }
    }
    const role = titled ? 'annex-title' : 'body'
    titled = false
    return { role, text: paragraph.text }
  })
}

/** The acts of each day are a document of the government, of that day. */
function actsOf({ acts, sponsor }: PrintedIssue): readonly Article[] {
  const days = Map.groupBy(acts, ({ on }) => on)
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, of], i) => ({ ...actsOn(sponsor, on, of), goesOn: i > 0 }))
}

function actsOn(sponsor: string, on: PlainDate, acts: readonly PrintedAct[]): Article {
  return articleOf({
    section: actsSection,
    number: null,
    title: `${sponsor}人事任免名单（${dayInWords(on)}）`,
    issuer: sponsor,
    signedOn: on,
    addressees: null,
    body: acts.map(({ text }) => text).join('\n'),
    annex: '',
  })
}

function chronicleOf({ sponsor, month, chronicle }: PrintedIssue): Article {
  const title = `${sponsor}大事记（${yearOf(month)}年${monthOf(month)}月）`
  const entries = chronicle.map((event) => ({ role: 'body', text: eventText(event, yearOf(month)) }) as const)
  const paragraphs = [{ role: 'title', text: title } as const, ...entries]
  return { section: chronicleSection, number: null, title, issuer: null, signedOn: null, paragraphs, goesOn: false }
}

/** 4月3日，…; 4月3日至5日，…; with its year where that is not the year of the chronicle. */
export function eventText({ start, end, text }: PrintedEvent, year: number): string {
  const from = `${yearOf(start) === year ? '' : `${yearOf(start)}年`}${monthOf(start)}月${dayOfMonth(start)}日`
  if (end === start) return `${from}，${text}`
  const months = yearOf(end) !== yearOf(start) || monthOf(end) !== monthOf(start) ? `${monthOf(end)}月` : ''
  const years = yearOf(end) === yearOf(start) ? '' : `${yearOf(end)}年`
  return `${from}至${years}${months}${dayOfMonth(end)}日，${text}`
}

/** 2023年4月3日. */
export function dayInWords(day: PlainDate): string {
  return `${yearOf(day)}年${monthOf(day)}月${dayOfMonth(day)}日`
}
