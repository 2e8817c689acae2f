import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { percentile } from '../measure.ts'
import type { Bar, Table } from '../report.ts'

const HUNDRED = 100
/** What counts as flat: the median of the last hundred issues beside the first hundred. */
const FLAT = 1.1

/** Collects all garbage; the flag makes `gc` appear in contexts made after it. */
const collect = collector()

/** The process after an import, when all garbage is collected. */
export interface Look {
  /** How many issues are on record, and how many rows. */
  readonly issue: number
  readonly onRecord: number
  /** What an import took since the look before, the median. */
  readonly milliseconds: number
  readonly heapMegabytes: number
  readonly rssMegabytes: number
}

/** Collects all garbage, then tells what the process holds. */
export function lookAtMemory(): Pick<Look, 'heapMegabytes' | 'rssMegabytes'> {
  collect()
  const { rss, heapUsed } = process.memoryUsage()
  return { heapMegabytes: heapUsed / 1e6, rssMegabytes: rss / 1e6 }
}

export function memoryBars(looks: readonly Look[]): readonly Bar[] {
  const issues = looks.at(-1)?.issue ?? 0
  const first = looks.filter(({ issue }) => issue <= HUNDRED)
  const last = looks.filter(({ issue }) => issue > issues - HUNDRED)
  return (['heapMegabytes', 'rssMegabytes'] as const).map((part) => {
    const ratio = middle(last, part) / middle(first, part)
    return {
      what: `${issues} issues one after another, ${part === 'heapMegabytes' ? 'heap in use' : 'memory of the process'}, last ${HUNDRED}`,
      measured: `${middle(last, part).toFixed(0)} MB`,
      peer: `first ${HUNDRED} ${middle(first, part).toFixed(0)} MB`,
      ratio,
      bar: `flat, ≤ ${FLAT} ×`,
      met: ratio <= FLAT,
    }
  })
}

export function memoryTable(looks: readonly Look[]): Table {
  const hundreds = [...Map.groupBy(looks, ({ issue }) => Math.ceil(issue / HUNDRED)).values()]
  return {
    title: 'One issue after another, medians of each hundred',
    columns: ['issues', 'rows on record', 'ms an issue', 'heap in use MB', 'process MB'],
    rows: hundreds.map((some) => [
      some.at(-1)?.issue ?? 0,
      some.at(-1)?.onRecord ?? 0,
      ...(['milliseconds', 'heapMegabytes', 'rssMegabytes'] as const).map((part) => middle(some, part).toFixed(0)),
    ]),
  }
}

export const memoryNotes = [
  'Heap and process are looked at after every tenth issue, when all garbage has been collected. PostgreSQL is another process and not counted.',
]

function middle(looks: readonly Look[], part: keyof Look): number {
  return percentile(
    looks.map((look) => look[part]),
    0.5,
  )
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
