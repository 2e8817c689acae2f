import { parseIssue } from '@guangyue/kernel/gazette-text'
import { type BenchCity, benchCity } from '../bench-city.ts'
import { percentile, wallMilliseconds } from '../measure.ts'
import type { Result } from '../report.ts'
import { type Extent, sizesOf } from '../sizes.ts'
import { issueText } from '../texts.ts'
import { insertBarely } from './bare-inserts.ts'
import { costBars, costNotes, costTable, ROUNDS, type Sized } from './costs.ts'
import { type Look, lookAtMemory, memoryBars, memoryNotes, memoryTable } from './memory.ts'
import { otherIssue } from './other-issue.ts'

const ISSUES = 1000
const ISSUES_WHEN_SMALL = 200
/** Collecting all garbage slows what follows, so memory is looked at after every tenth issue only. */
const LOOK_EVERY = 10

/**
 * A thousand issues one after another in one process and one city: what an import costs beside bare inserts of the same
 * rows, when few and when many rows are on record, and what memory the process holds.
 */
export async function measureImport(extent: Extent): Promise<Result> {
  const { name, text } = issueText()
  const { issue: head, appointments } = parseIssue(text)
  const gazette = { text, year: head.year ?? 2021, people: [...new Set(appointments.map(({ person }) => person))] }
  const issues = extent.whole ? ISSUES : ISSUES_WHEN_SMALL
  const sizes: Sized[] = sizesOf(extent).map((rows) => ({ rows, rounds: [] }))
  const looks: Look[] = []
  const times: number[] = []
  let rowsOfOne = 0
  const city = await benchCity()
  try {
    for (let issue = 1; issue <= issues; issue += 1) {
      const printed = otherIssue(gazette, issue)
      const { id, whole } = await importNew(city, printed)
      const onRecord = (issue - 1) * rowsOfOne
      const size = sizes.find(({ rows, rounds }) => onRecord >= rows && rounds.length < ROUNDS)
      if (size) {
        const parse = await wallMilliseconds(() => parseIssue(printed))
        const bare = await insertBarely(city, id)
        size.rounds.push({ whole, parse, bare: bare.milliseconds })
      } else if (rowsOfOne === 0) rowsOfOne = (await insertBarely(city, id)).rows
      times.push(whole)
      if (issue % LOOK_EVERY > 0) continue
      looks.push({
        issue,
        onRecord: issue * rowsOfOne,
        milliseconds: percentile(times.splice(0), 0.5),
        ...lookAtMemory(),
      })
    }
  } finally {
    await city.drop()
  }
  const measured = sizes.filter(({ rounds }) => rounds.length === ROUNDS)
  return {
    bars: [...costBars(measured, { name, rowsOfOne }), ...memoryBars(looks)],
    tables: [costTable(measured), memoryTable(looks)],
    notes: [...costNotes, ...memoryNotes],
  }
}

/** Imports an issue of which nothing is on record yet; refuses to go on when anything of it was. */
async function importNew(city: BenchCity, text: string): Promise<{ readonly id: string; readonly whole: number }> {
  const id = await city.upload(text)
  const whole = await wallMilliseconds(() => city.readImport(id))
  const { rows } = await city.city.pool.query<{ outcome: string | null; documents: number; added: number }>(
    `select outcome, (counts->>'documents')::integer as documents, (counts->>'newDocuments')::integer as added
     from gazette_import where id = $1`,
    [id],
  )
  const [made] = rows
  if (made?.outcome !== 'new' || made.added !== made.documents) {
    throw new Error(`an issue was not taken as new: ${JSON.stringify(made)}`)
  }
  return { id, whole }
}
