import { gazetteText, type Imprint, layOutGazette, type PrintedIssue } from '@guangyue/kernel/gazette-print'
import { parseIssue } from '@guangyue/kernel/gazette-text'
import { writeDocx, writePdf } from '@guangyue/platform/documents'
import { readSource } from '../source/index.ts'
import { CompositionFaulty } from './errors.ts'
import { readBackFaults } from './read-back.ts'

/** The three files of an issue. */
export interface Printed {
  readonly text: string
  readonly txt: Uint8Array
  readonly docx: Uint8Array
  readonly pdf: Uint8Array
  readonly pages: number
}

/** Prints an issue with its imprint. Refuses (CompositionFaulty) characters that no font has. */
export async function printIssue(issue: PrintedIssue, imprint: Imprint): Promise<Printed> {
  const { document, pages } = layOutGazette(issue, imprint)
  const text = gazetteText(issue, { imprint, pages })
  const { bytes: pdf, missing } = await writePdf(document)
  if (missing.length > 0) {
    throw new CompositionFaulty([`字库中没有“${missing.join('')}”，印出来会是空框，请改用别的字`])
  }
  return { text, txt: Buffer.from(text), docx: await writeDocx(document), pdf, pages: document.pages.length }
}

/** Refuses (CompositionFaulty) files that are not read back as what was composed: all three are read. */
export async function refuseUnlessReadBack(issue: PrintedIssue, printed: Printed): Promise<void> {
  for (const kind of ['txt', 'docx', 'pdf'] as const) {
    const source = await readSource(Buffer.from(printed[kind]), `issue.${kind}`)
    const faults = source.ok ? readBackFaults(issue, parseIssue(source.text)) : [source.message]
    if (faults.length > 0) throw new CompositionFaulty(faults.map((fault) => `印成的 ${kind}：${fault}`))
  }
}
