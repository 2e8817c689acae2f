import { gazetteText, highestRow, layOutGazette, type PrintedIssue } from '@guangyue/kernel/gazette-print'
import { parseIssue } from '@guangyue/kernel/gazette-text'
import { findDocumentNumber } from '@guangyue/kernel/identifiers'
import type { Db } from '@guangyue/platform/db'
import { foldCitation } from '../model.ts'
import { numbersPrinted } from './manuscript-store.ts'
import { type Composition, type Manuscript, proofImprint } from './model.ts'
import { readBackFaults } from './read-back.ts'

/** What the checks find before a review: what must be mended, and what the issue holds. */
export interface Checked {
  readonly faults: readonly string[]
  readonly pages: number
  readonly documents: number
  readonly provisions: number
  readonly measures: number
  readonly acts: number
  readonly chronicle: number
}

export interface Checking {
  readonly composition: Composition
  readonly manuscripts: ReadonlyMap<string, Manuscript>
  readonly issue: PrintedIssue
}

/**
 * Checks an issue: nothing twice, every document with number, day and issuer, nothing that another issue printed, days
 * that can be, and the whole of it printed and read back again as what was composed.
 */
export async function checkIssue(db: Db, { composition, manuscripts, issue }: Checking): Promise<Checked> {
  const { document, pages } = layOutGazette(issue, proofImprint)
  const read = parseIssue(gazetteText(issue, { imprint: proofImprint, pages }))
  const { lines, most } = highestRow(document)
  const own = [
    ...(issue.documents.length + issue.acts.length + issue.chronicle.length === 0 ? ['这一期还没有内容'] : []),
    ...manuscriptFaults(composition, manuscripts),
    ...(await printedFaults(db, issue)),
    ...dayFaults(issue),
    ...actFaults(issue),
    ...(lines > most ? ['有表格的一行比一页还高，排不下，请拆成几行'] : []),
  ]
  return {
    // What is read back says little while something is missing.
    faults: own.length > 0 ? own : readBackFaults(issue, read),
    pages: document.pages.length,
    documents: issue.documents.length,
    provisions: read.documents.reduce((sum, { provisions }) => sum + countAll(provisions), 0),
    measures: read.measures.length,
    acts: read.appointments.length,
    chronicle: read.chronicle.length,
  }
}

type Tree = readonly { readonly children: Tree }[]

function countAll(tree: Tree): number {
  return tree.reduce((sum, { children }) => sum + 1 + countAll(children), 0)
}

function manuscriptFaults(composition: Composition, manuscripts: ReadonlyMap<string, Manuscript>): readonly string[] {
  const ids = composition.sections.flatMap((section) => section.manuscripts)
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
  const faults = [...new Set(twice)].map((id) => `《${manuscripts.get(id)?.title ?? ''}》编排了两次`)
  return [...faults, ...[...new Set(ids)].flatMap((id) => oneFaults(manuscripts.get(id)))]
}

function oneFaults(manuscript: Manuscript | undefined): readonly string[] {
  if (!manuscript) return ['有一份文件已不在待刊文件中，请从目录中移去']
  const { title, number, issuer, signedOn, body, withdrawn, printedIn } = manuscript
  const say = (words: string) => `《${title}》${words}`
  return [
    ...(printedIn === null ? [] : [say(`已刊于${printedIn}`)]),
    ...(withdrawn ? [say('已撤下，请从目录中移去')] : []),
    ...(number === null ? [say('没有文号')] : []),
    ...(number !== null && !findDocumentNumber(number) ? [say(`的文号“${number}”不成文号`)] : []),
    ...(issuer === null ? [say('没有发文机关')] : []),
    ...(signedOn === null ? [say('没有成文日期')] : []),
    ...(body === '' ? [say('没有正文')] : []),
  ]
}

async function printedFaults(db: Db, { documents }: PrintedIssue): Promise<readonly string[]> {
  const numbers = documents.flatMap(({ number }) => (number === null ? [] : [number]))
  const printed = await numbersPrinted(db, numbers)
  return documents.flatMap(({ number, title }) => {
    const label = number === null ? undefined : printed.get(foldCitation(number))
    return label === undefined ? [] : [`《${title}》（${number}）已刊于${label}`]
  })
}

function dayFaults({ documents, acts, chronicle, publishedOn }: PrintedIssue): readonly string[] {
  return [
    ...documents
      .filter(({ signedOn }) => signedOn > publishedOn)
      .map(({ title }) => `《${title}》的成文日期晚于出版日期`),
    ...acts.filter(({ on }) => on > publishedOn).map(({ text }) => `任免“${text}”的日期晚于出版日期`),
    ...chronicle
      .filter(({ start, end }) => end < start || end > publishedOn)
      .map(({ text }) => `大事记“${text.slice(0, 20)}”的日期不对：止日不能早于起日，也不能晚于出版日期`),
  ]
}

/** A sentence that appoints nobody would be printed and never found again. */
function actFaults({ acts }: PrintedIssue): readonly string[] {
  return acts
    .filter(({ text }) => parseIssue(`某市人民政府人事任免名单\n${text}\n`).appointments.length === 0)
    .map(({ text }) => `任免“${text}”读不出谁任免什么职务，请写成“任命某某为某职务”或“免去某某的某职务”`)
}
