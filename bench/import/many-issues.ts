import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { benchCity } from '../bench-city.ts'
import { percentile, wallMilliseconds } from '../measure.ts'
import type { Bar, Table } from '../report.ts'
import { sampleText } from '../texts.ts'

const ISSUES = 110
const SHOWN = [1, 10, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]
/** Past this nothing more is begun, and the result says how far it came. */
const MOST_MINUTES = 20
/** What counts as flat: the end against the first hundred, after which caches and compiled code are there. */
const FLAT = 1.25

interface Mark {
  readonly issues: number
  /** Median of the imports since the mark before. */
  readonly milliseconds: number
  readonly rssMegabytes: number
  readonly heapMegabytes: number
}

/** Different issues of the sample gazette one after another in one process: time for each, and memory. */
export async function importMany(): Promise<{ readonly bars: readonly Bar[]; readonly table: Table }> {
  const city = await benchCity()
  try {
    const { text } = sampleText()
    const marks: Mark[] = []
    const started = performance.now()
    let times: number[] = []
    for (let issue = 1; issue <= ISSUES && performance.now() - started < MOST_MINUTES * 60_000; issue += 1) {
      const id = await city.upload(otherIssue(text, issue))
      times.push(await wallMilliseconds(() => city.readImport(id)))
      if (!SHOWN.includes(issue)) continue
      marks.push({ issues: issue, milliseconds: percentile(times, 0.5), ...memory() })
      times = []
    }
    const { rows } = await city.city.pool.query<{ count: number }>('select count(*) from gazette_issue')
    return { bars: barsOf(marks, rows[0]?.count ?? 0), table: tableOf(marks) }
  } finally {
    await city.drop()
  }
}

/** The same gazette with other numbers, years and days, so that nothing of it is on record yet. */
function otherIssue(text: string, issue: number): string {
  const year = 1980 + (issue % 44)
  return text
    .replace(/2023年第\d+期（总第\d+期）/g, `${year}年第${issue}期（总第${issue}期）`)
    .replace(/〔2023〕(\d+)号/g, (_, number: string) => `〔${year}〕${issue * 50 + Number(number)}号`)
    .replace(/2023年/g, `${year}年`)
}

function memory(): Pick<Mark, 'rssMegabytes' | 'heapMegabytes'> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const { rss, heapUsed } = process.memoryUsage()
  return { rssMegabytes: rss / 1e6, heapMegabytes: heapUsed / 1e6 }
}

function barsOf(marks: readonly Mark[], onRecord: number): readonly Bar[] {
  const [first, last] = [marks.find(({ issues }) => issues === 100), marks.at(-1)]
  if (!first || !last) return []
  const flat = last.rssMegabytes / first.rssMegabytes
  return [
    {
      what: `${last.issues} issues one after another (${onRecord} on record), memory`,
      measured: `${last.rssMegabytes.toFixed(0)} MB`,
      peer: `after 100: ${first.rssMegabytes.toFixed(0)} MB`,
      ratio: flat,
      bar: `flat, ≤ ${FLAT} ×, of ${ISSUES}`,
      met: flat <= FLAT && last.issues === ISSUES,
    },
    {
      what: `time of an issue with ${last.issues} on record`,
      measured: `${last.milliseconds.toFixed(0)} ms`,
      peer: `among the first 100: ${first.milliseconds.toFixed(0)} ms`,
      ratio: last.milliseconds / first.milliseconds,
      bar: 'shown',
      met: null,
    },
  ]
}

function tableOf(marks: readonly Mark[]): Table {
  return {
    title: 'One issue after another',
    columns: ['issues', 'ms an issue since the row above', 'RSS MB', 'heap in use MB'],
    rows: marks.map(({ issues, milliseconds, rssMegabytes, heapMegabytes }) => [
      issues,
      milliseconds.toFixed(0),
      rssMegabytes.toFixed(0),
      heapMegabytes.toFixed(0),
    ]),
  }
}
