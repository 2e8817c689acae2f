import { percentile } from '../measure.ts'
import type { Bar, Table } from '../report.ts'

/** At each size of the store so many imports in turn are put beside bare inserts. */
export const ROUNDS = 20
/** Rounds counted together: PostgreSQL tidies the search index at every second or third import. */
const TOGETHER = 4
const WANTED = 3.5
const WANTED_GROWTH = 1.5

/** One import, in milliseconds. */
interface Round {
  readonly whole: number
  readonly parse: number
  readonly bare: number
}

/** Imports into a store that holds so many rows. */
export interface Sized {
  readonly rows: number
  readonly rounds: Round[]
}

/** Import beside bare inserts at each size, and how an import grows with what is on record. */
export function costBars(sizes: readonly Sized[], of: { name: string; rowsOfOne: number }): readonly Bar[] {
  const [few, many] = [sizes.at(0), sizes.at(-1)]
  const growth = few && many ? middle(many, 'whole') / middle(few, 'whole') : null
  return [
    ...sizes.map((size): Bar => {
      const [whole, bare] = [middle(size, 'whole'), middle(size, 'bare')]
      return {
        what: `importing ${of.name} (parse, ${of.rowsOfOne} rows, search index, audit), ${size.rows} rows on record`,
        measured: `${whole.toFixed(0)} ms`,
        peer: `bare inserts of the same rows ${bare.toFixed(0)} ms`,
        ratio: whole / bare,
        bar: `≤ ${WANTED} ×`,
        met: whole / bare <= WANTED,
      }
    }),
    ...(few && many && growth !== null
      ? [
          {
            what: `an import with ${many.rows} rows on record`,
            measured: `${middle(many, 'whole').toFixed(0)} ms`,
            peer: `with ${few.rows} ${middle(few, 'whole').toFixed(0)} ms`,
            ratio: growth,
            bar: `≤ ${WANTED_GROWTH} ×`,
            met: growth <= WANTED_GROWTH,
          },
        ]
      : []),
  ]
}

export function costTable(sizes: readonly Sized[]): Table {
  return {
    title: 'Growth with the rows on record, ms an import',
    columns: ['rows on record', 'whole import', 'of it parsing', 'bare inserts', 'ratio'],
    rows: sizes.map((size) => [
      size.rows,
      ...(['whole', 'parse', 'bare'] as const).map((part) => middle(size, part).toFixed(0)),
      (middle(size, 'whole') / middle(size, 'bare')).toFixed(2),
    ]),
  }
}

export const costNotes = [
  `At each size ${ROUNDS} imports, each followed by bare inserts of its own rows. The figure is the median of the means of ${TOGETHER} in turn, since PostgreSQL tidies the search index at every second or third. The database does not wait for the disk, for both sides.`,
  'The import is the reaction to an upload, run at once: the file is read, parsed, cut into words and written in one transaction with its audit record and event.',
  'Bare inserts: every row that the import wrote is taken out and put back into the same tables and indexes, one statement of ready JSON a table, without foreign keys, in a transaction that is rolled back. Nothing is read, cut into words or digested.',
  'Each issue is the same gazette with other years, days, numbers and people, and the bench stops unless all its documents are new.',
]

function middle({ rounds }: Sized, part: keyof Round): number {
  const means = Array.from({ length: Math.floor(rounds.length / TOGETHER) }, (_, group) => {
    const some = rounds.slice(group * TOGETHER, (group + 1) * TOGETHER)
    return some.reduce((sum, round) => sum + round[part], 0) / some.length
  })
  return percentile(means, 0.5)
}
