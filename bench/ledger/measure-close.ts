import { closePeriodEndpoint } from '@guangyue/modules/ledger/dispatch/api'
import { composeNoticesEndpoint, noticeChoicesEndpoint } from '@guangyue/modules/ledger/notices/api'
import { issueScoresEndpoint, saveScoreRulesEndpoint } from '@guangyue/modules/ledger/scores/api'
import { newId } from '@guangyue/platform/db'
import { type BenchCity, benchCity } from '../bench-city.ts'
import { exponent, percentile, wallMilliseconds } from '../measure.ts'
import type { Bar, Result } from '../report.ts'
import type { Extent } from '../sizes.ts'
import { addReports, addTasks } from './fill-ledger.ts'

const LINEAR = 1.1
/** One of each size is closed after the other; the middle one counts. */
const MONTHS = ['2021-04-01', '2021-05-01', '2021-06-01'] as const

const lines = [
  ['按时', 'if 应报数 = 0 then 0 else round half up(40 * 按时签报数 / 应报数, 2)'],
  ['采纳', 'if 应报数 = 0 then 0 else round half up(30 * 采纳数 / 应报数, 2)'],
  ['办结', 'if 牵头任务数 = 0 then 0 else round half up(30 * 办结任务数 / 牵头任务数, 2)'],
  ['逾期', '-1 * 逾期任务数'],
] as const

interface Spent {
  readonly reports: number
  /** Milliseconds of each step, and of all. */
  readonly close: number
  readonly scores: number
  readonly notices: number
  readonly all: number
}

/** How the time to close a period, to issue its scores and to write its notices grows with the number of its reports. */
export async function measureClose({ whole }: Extent): Promise<Result> {
  const sizes = [1_000, 10_000, ...(whole ? [30_000] : [])]
  const spent: Spent[] = []
  for (const reports of sizes) spent.push(await closeWith(reports))
  const pairs = spent.slice(1).map((to, at) => [spent[at] ?? to, to] as const)
  return {
    bars: pairs.map(([from, to]): Bar => {
      const grows = exponent([from.reports, from.all], [to.reports, to.all])
      return {
        what: `closing a period with scores and notices, ${from.reports} to ${to.reports} reports`,
        measured: `exponent ${grows.toFixed(2)}`,
        peer: 'linear 1',
        ratio: grows,
        bar: `≤ ${LINEAR}`,
        met: grows <= LINEAR,
      }
    }),
    tables: [
      {
        title: 'Closing a period, in milliseconds',
        columns: ['reports', 'close and freeze', 'compute and issue scores', 'compose notices', 'all', 'µs a report'],
        rows: spent.map(({ reports, close, scores, notices, all }) => [
          reports,
          ...[close, scores, notices, all].map(Math.round),
          Math.round((all * 1000) / reports),
        ]),
      },
    ],
    notes: [
      'Through the operations themselves: the period is closed and what the workers do then is done at once (inputs frozen, people told), the scores of all 90 units are computed by four lines of rules and issued, the bulletin is written and an order to each unit with overdue tasks.',
      'Each report is about a task of its own; three periods are closed one after the other in a city of that size, and the median counts. Review, numbering and files of the notices do not grow with reports and are left out.',
    ],
  }
}

async function closeWith(reports: number): Promise<Spent> {
  const city = await benchCity()
  try {
    await addTasks(city, { from: 1, to: reports })
    await setRules(city)
    const rounds: Spent[] = []
    for (const month of MONTHS) {
      const periodId = await addReports(city, { month, from: 1, to: reports, open: true })
      const close = await wallMilliseconds(async () => {
        await send(city, closePeriodEndpoint, { id: periodId, body: { version: 1 } })
        await city.react({ name: 'ledger.period-closed', payload: { periodId } })
      })
      const scores = await wallMilliseconds(() => send(city, issueScoresEndpoint, { id: periodId }))
      const notices = await wallMilliseconds(() => writeNotices(city, periodId))
      rounds.push({ reports, close, scores, notices, all: close + scores + notices })
    }
    const middle = (of: keyof Spent) =>
      percentile(
        rounds.map((round) => round[of]),
        0.5,
      )
    return {
      reports,
      close: middle('close'),
      scores: middle('scores'),
      notices: middle('notices'),
      all: middle('all'),
    }
  } finally {
    await city.drop()
  }
}

async function setRules(city: BenchCity): Promise<void> {
  const rule = { kind: 'points', officePoints: true, basis: '试政发〔2021〕1号 一' } as const
  const body = { from: 0, reason: '测量', lines: lines.map(([key, text]) => ({ ...rule, key, title: key, text })) }
  await send(city, saveScoreRulesEndpoint, { body })
}

/** The bulletin, and an order to each unit that has overdue tasks. */
async function writeNotices(city: BenchCity, periodId: string): Promise<void> {
  await send(city, composeNoticesEndpoint, { body: { kind: 'bulletin', id: newId(), periodId } })
  const { units } = await send<{ units: { unit: { id: string }; overdue: number }[] }>(city, noticeChoicesEndpoint, {})
  const late = units.filter(({ overdue }) => overdue > 0).map(({ unit }) => ({ id: newId(), bodyId: unit.id }))
  await send(city, composeNoticesEndpoint, { body: { kind: 'order', units: late.slice(0, 100) } })
}

interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
}

async function send<Answer>(
  { fastify, city }: BenchCity,
  { method, path }: Operation,
  { id = '', body }: { readonly id?: string; readonly body?: object },
): Promise<Answer> {
  const answer = await fastify.inject({
    method,
    url: path.replace(':id', id),
    headers: { cookie: 'bench', host: city.host, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  })
  if (answer.statusCode >= 300)
    throw new Error(`${method} ${path} was answered with ${answer.statusCode}: ${answer.body}`)
  return answer.json<Answer>()
}
