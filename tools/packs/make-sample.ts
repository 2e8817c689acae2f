// Makes packs/sample from packs/sample/source: the issue as txt, docx and pdf, its labels, the bodies, an old ledger.
//   node tools/packs/make-sample.ts
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, writeJson, writeRows } from './rows.ts'
import { leadersOf, sampleBodies } from './sample-bodies.ts'
import { type IssueMeta, piecesOf, readSampleSource, type SampleSource } from './sample-documents.ts'
import { issueDocx } from './sample-docx.ts'
import { nameOf, type Piece, type SetIssue, setIssue } from './sample-issue.ts'
import { chronicleLabels, documentLabels, issueLabel, measureLabels, personnelLabels } from './sample-labels.ts'
import { ledgerXlsx } from './sample-ledger.ts'
import { issuePdf } from './sample-pdf.ts'
import { type ContentsLine, issueText } from './sample-text.ts'

/** The cover has no number and the contents stand on page 1. */
const firstDocumentPage = 2

if (import.meta.main) await makeSample(join(import.meta.dirname, '..', '..', 'packs', 'sample'))

/** Writes everything but city.json, demo/ and search-queries.json, which are by hand. */
export async function makeSample(pack: string): Promise<void> {
  for (const folder of ['gazette', 'labels', 'spreadsheets']) mkdirSync(join(pack, folder), { recursive: true })
  const source = readSampleSource(join(pack, 'source'))
  const pieces = piecesOf(source)
  const issue = setIssue(pieces, firstDocumentPage)
  const contents = contentsOf(pieces, issue)
  await writeIssue(join(pack, 'gazette'), { meta: source.issue, contents, pieces, issue })
  writeLabels(pack, source, { contents, issue })
  const bodies = sampleBodies(join(pack, 'source', 'bodies.json'))
  for (const [name, rows] of Object.entries(bodies)) writeRows(join(pack, `${name}.json`), rows)
  const ledger = await ledgerXlsx(readFileSync(join(pack, 'source', 'ledger-2020.txt'), 'utf8'))
  writeFileSync(join(pack, 'spreadsheets', '督办台账2020.xlsx'), new Uint8Array(ledger))
}

/** The entries of the contents with the pages on which they begin. */
export function contentsOf(pieces: readonly Piece[], issue: SetIssue): readonly ContentsLine[] {
  return pieces.map((piece) => ({
    section: piece.section,
    title: piece.contents,
    number: piece.number,
    page: issue.firstPage.get(nameOf(piece)) ?? 0,
  }))
}

interface Printing {
  readonly meta: IssueMeta
  readonly contents: readonly ContentsLine[]
  readonly pieces: readonly Piece[]
  readonly issue: SetIssue
}

async function writeIssue(folder: string, { meta, contents, pieces, issue }: Printing): Promise<void> {
  writeFileSync(join(folder, 'issue.txt'), issueText(meta, contents, issue))
  writeFileSync(join(folder, 'issue.docx'), await issueDocx(meta, contents, pieces))
  writeFileSync(join(folder, 'issue.pdf'), await issuePdf(meta, contents, issue))
}

function writeLabels(pack: string, source: SampleSource, set: Pick<Printing, 'contents' | 'issue'>): void {
  const labels = join(pack, 'labels')
  const measures = measureLabels(source).map((label) => `${JSON.stringify(label)}\n`)
  writeFileSync(join(labels, 'measures.jsonl'), measures.join(''))
  writeRows(join(labels, 'personnel.json'), personnelLabels(source))
  const others = ['江远山', '云开霁', '卫青禾']
  writeJson(
    join(labels, 'chronicle.json'),
    chronicleLabels(source, [...leadersOf(join(pack, 'source', 'bodies.json')), ...others]),
  )
  writeJson(join(labels, 'documents.json'), documentLabels(source, set.issue))
  writeRows(join(labels, 'faults.json'), readJson(join(pack, 'source', 'faults.json')))
  writeJson(join(labels, 'issue.json'), issueLabel(source, set.contents, set.issue))
}
