import { articlesOf, articleText, eventText, type PrintedIssue } from '@guangyue/kernel/gazette-print'
import { type DocumentRead, type IssueRead, parseIssue } from '@guangyue/kernel/gazette-text'
import { foldCitation } from '../model.ts'
import { provisionTexts } from './reading.ts'

/**
 * Where an issue that was printed and read again is not the one that was composed: documents (number, title, issuer,
 * day, kind, clauses), appointments, chronicle. Empty when it is the same. Sentences in Chinese.
 */
export function readBackFaults(issue: PrintedIssue, read: IssueRead): readonly string[] {
  const articles = articlesOf(issue)
  const alone = articles.map((article) => parseIssue(articleText(article)))
  const expected = articles.map(({ title, number, issuer, signedOn }, i) => ({
    ...{ title, number, issuer, signedOn },
    read: alone[i]?.documents[0],
  }))
  if (read.documents.length !== expected.length) return [countFault(expected, read)]
  const documents = expected.flatMap((one, i) => documentFaults(one, read.documents[i]))
  return [...documents, ...actFaults(alone, read), ...chronicleFaults(issue, read)]
}

interface Expected {
  readonly title: string
  readonly number: string | null
  readonly issuer: string | null
  readonly signedOn: string | null
  readonly read: DocumentRead | undefined
}

function countFault(expected: readonly Expected[], { documents }: IssueRead): string {
  const titles = new Set(expected.map(({ title }) => foldCitation(title)))
  const strange = documents.find(({ title }) => !titles.has(foldCitation(title)))
  const named = strange ? `，多出的像是“${strange.number ?? (strange.title || '没有标题的一段')}”` : ''
  return `读回得到 ${documents.length} 份文件，编排的是 ${expected.length} 份${named}；请检查正文里有没有单独成行的文号或公文标题`
}

function documentFaults(expected: Expected, found: DocumentRead | undefined): readonly string[] {
  const pairs = [
    ['标题', expected.title, found?.title],
    ['文号', expected.number, found?.number],
    ['发文机关', expected.issuer, found?.issuer],
    ['成文日期', expected.signedOn, found?.date],
    ['文种', expected.read?.kind, found?.kind],
  ] as const
  const different = pairs
    .filter(([, a, b]) => foldCitation(a ?? '') !== foldCitation(b ?? ''))
    .map(([name, a, b]) => `《${expected.title}》的${name}是“${a ?? '（没有）'}”，读回的是“${b ?? '（没有）'}”`)
  const texts = (document: DocumentRead | undefined) => (document ? provisionTexts(document) : []).join('\n')
  const clauses = texts(expected.read) === texts(found) ? [] : [`《${expected.title}》的条文读回后与原文不同`]
  return [...different, ...clauses]
}

function actFaults(alone: readonly IssueRead[], read: IssueRead): readonly string[] {
  const texts = (acts: IssueRead['appointments']) =>
    acts.map(({ person, action, post, date, probation_months: months }) => [person, action, post, date, months].join())
  const expected = texts(alone.flatMap(({ appointments }) => appointments))
  return expected.join('\n') === texts(read.appointments).join('\n') ? [] : ['任免事项读回后与编排的不同']
}

function chronicleFaults({ chronicle, month }: PrintedIssue, read: IssueRead): readonly string[] {
  const year = Number(month.slice(0, 4))
  const expected = chronicle.map((event) => `${event.start} ${event.end} ${foldCitation(eventText(event, year))}`)
  const found = read.chronicle.map(({ start, end, text }) => `${start} ${end} ${foldCitation(text)}`)
  const first = expected.findIndex((one, i) => one !== found[i])
  if (first < 0 && expected.length === found.length) return []
  const said = chronicle[first]?.text.slice(0, 20)
  return [`大事记读回后与编排的不同${said === undefined ? '' : `，从“${said}”起`}`]
}
