import { parseIssue } from '@guangyue/kernel/gazette-text'
import { benchCity } from '../bench-city.ts'
import { percentile, wallMilliseconds } from '../measure.ts'
import type { Result } from '../report.ts'
import { issueText } from '../texts.ts'
import { insertBarely, rowsOf } from './bare-inserts.ts'
import { importMany } from './many-issues.ts'

const ROUNDS = 9

interface Round {
  readonly whole: number
  readonly parse: number
  readonly bare: number
}

/** A whole import against bare inserts of the rows that it wrote, then a thousand issues in one process. */
export async function measureImport(): Promise<Result> {
  const { name, text } = issueText()
  const rounds: Round[] = []
  let rows = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = await importOnce(text)
    rounds.push(measured)
    rows = measured.rows
  }
  const middle = (of: (round: Round) => number) => percentile(rounds.slice(2).map(of), 0.5)
  const [whole, parse, bare] = [middle((r) => r.whole), middle((r) => r.parse), middle((r) => r.bare)]
  const many = await importMany()
  return {
    bars: [
      {
        what: `importing ${name}: parse, ${rows} rows, search index, audit`,
        measured: `${whole.toFixed(0)} ms`,
        peer: `bare inserts of the same rows ${bare.toFixed(0)} ms`,
        ratio: whole / bare,
        bar: 'shown',
        met: null,
      },
      ...many.bars,
    ],
    tables: [
      {
        title: 'Parts of one import',
        columns: ['part', 'ms', 'of bare inserts'],
        rows: [
          ['whole import', whole.toFixed(0), (whole / bare).toFixed(2)],
          ['of it parsing', parse.toFixed(0), (parse / bare).toFixed(2)],
          ['bare inserts', bare.toFixed(0), '1.00'],
        ],
      },
      many.table,
    ],
    notes: [
      `The import is the reaction to an upload, run at once, each time in an empty city; the median of ${ROUNDS - 2} after 2 to warm up. The database does not wait for the disk, for both sides.`,
      'Bare inserts: every row that the import left, sent as text, a thousand rows a statement, into tables with the same indexes but without foreign keys, in one transaction. The rows are ready: nothing is read, cut into words or digested.',
      'The thousand issues are the sample gazette with other numbers, years and days.',
    ],
  }
}

async function importOnce(text: string): Promise<Round & { readonly rows: number }> {
  const city = await benchCity()
  try {
    const before = new Map((await rowsOf(city)).map(({ table, rows }) => [table, rows.length]))
    const id = await city.upload(text)
    const whole = await wallMilliseconds(() => city.readImport(id))
    const parse = await wallMilliseconds(() => parseIssue(text))
    const written = (await rowsOf(city)).filter(({ table, rows }) => rows.length > (before.get(table) ?? 0))
    const bare = await insertBarely(city, written)
    return { whole, parse, bare, rows: written.reduce((sum, { rows }) => sum + rows.length, 0) }
  } finally {
    await city.drop()
  }
}
