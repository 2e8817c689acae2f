import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Actor } from '@guangyue/platform/access'
import Fastify, { type FastifyInstance } from 'fastify'
import { type BenchCity, benchCity } from '../bench-city.ts'
import { percentile, wallMilliseconds } from '../measure.ts'
import type { Bar, Result } from '../report.ts'
import { addReports, addTasks, firstUnit } from './fill-ledger.ts'
import { type Statement, statementsOf } from './statements.ts'

const USERS = 16
const SECONDS = 1
const ROUNDS = 7
const SIZES = [3_000, 30_000] as const
const MONTHS = ['2021-04-01', '2021-05-01', '2021-06-01', '2021-07-01'] as const
const TIMES_SQL = 3
const TIMES_ITSELF = 1.3
const WRITE_EVERY_MS = 500
const TIMES_ANEW = 11

/** What a screen reads; `cookie` says who asks. */
const pages = [
  { name: 'board', url: '/api/ledger/tasks?limit=50', cookie: 'office' },
  { name: "leader's page", url: '/api/ledger/overview', cookie: 'office' },
  { name: 'unit page', url: '/api/ledger/workbench', cookie: 'unit' },
  { name: "unit's list to do", url: '/api/ledger/todo', cookie: 'unit' },
] as const
type Page = (typeof pages)[number]

interface Times {
  readonly page: Page
  readonly tasks: number
  /** 95 of 100 requests are answered within, in milliseconds. */
  readonly product: number
  readonly bare: number
  readonly changing: number
  /** One user, nothing kept; and the statements alone, of one user as well. */
  readonly anew: number
  readonly bareOnce: number
  readonly statements: number
}

/** Board, leader's page and unit page at 16 users against their own statements on a bare server, and at ten times the data. */
export async function measurePages(): Promise<Result> {
  const places: Place[] = []
  try {
    for (const tasks of SIZES) places.push(await placeOf(tasks))
    const all: Times[] = []
    for (const page of pages) all.push(...(await timesOf(page, places)))
    return resultOf(all)
  } finally {
    for (const { city, bare } of places) {
      await bare.server.close()
      await city.drop()
    }
  }
}

/** A city with so many tasks, and its peer. */
interface Place {
  readonly tasks: number
  readonly city: BenchCity
  readonly bare: Bare
}

async function placeOf(tasks: number): Promise<Place> {
  const city = await benchCity(actorOf)
  const bare = bareServer(city)
  await addTasks(city, { from: 1, to: tasks })
  for (const month of MONTHS) await addReports(city, { month, from: 1, to: tasks, open: month === MONTHS.at(-1) })
  await city.fastify.listen({ port: 0, host: '127.0.0.1' })
  await bare.server.listen({ port: 0, host: '127.0.0.1' })
  return { tasks, city, bare }
}

/** The supervision office, or the head of the first unit. */
function actorOf(cookie: string): Actor {
  const unit = cookie === 'unit'
  return {
    kind: 'account',
    accountId: null,
    name: cookie,
    bodyId: unit ? firstUnit : null,
    bodies: unit ? [firstUnit] : [],
    roles: [unit ? 'head' : 'supervision'],
  }
}

interface Bare {
  readonly server: FastifyInstance
  statements: readonly Statement[]
}

/** The peer: a route that sends the page's own statements through the city's own pool and answers their rows as JSON. */
function bareServer({ city }: BenchCity): Bare {
  const server = Fastify({ logger: false })
  const bare: Bare = { server, statements: [] }
  server.get('/', async () =>
    Promise.all(
      bare.statements.map(async ({ text, values }) => (await city.pool.query({ text, values: [...values] })).rows),
    ),
  )
  return bare
}

/** Both cities are asked in turn, so that whatever else the machine does meets both alike. */
async function timesOf(page: Page, places: readonly Place[]): Promise<readonly Times[]> {
  const rounds = new Map<Place, number[]>(places.map((place) => [place, []]))
  for (const { city, bare } of places) bare.statements = await statementsOf(() => readOnce(city, page))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const place of places) rounds.get(place)?.push(await load(place.city.fastify, page.url, page, place.city))
  }
  const all: Times[] = []
  for (const place of places) {
    const { city, bare, tasks } = place
    const writer = setInterval(() => void change(city).catch(() => undefined), WRITE_EVERY_MS)
    const changing = await load(city.fastify, page.url, page, city)
    clearInterval(writer)
    const anew: number[] = []
    const bareOnce: number[] = []
    for (let time = 0; time < TIMES_ANEW; time += 1) {
      await change(city)
      anew.push(await wallMilliseconds(() => readOnce(city, page)))
      bareOnce.push(await wallMilliseconds(() => bare.server.inject('/')))
    }
    all.push({
      page,
      tasks,
      product: percentile(rounds.get(place) ?? [], 0.5),
      bare: await load(bare.server, '/', page, city),
      changing,
      anew: percentile(anew, 0.5),
      bareOnce: percentile(bareOnce, 0.5),
      statements: bare.statements.length,
    })
  }
  return all
}

async function readOnce({ fastify, city }: BenchCity, { url, cookie }: Page): Promise<void> {
  await fastify.inject({ url, headers: { cookie, host: city.host } })
}

async function change(city: BenchCity): Promise<void> {
  const ctx = city.ctx()
  await ctx.transact((tx) => ctx.audit(tx, 'bench.change', { thing: 'bench/1' }))
}

/** Within how many milliseconds 95 of 100 requests of all users are answered. */
async function load(
  server: FastifyInstance | BenchCity['fastify'],
  path: string,
  { cookie }: Page,
  { city }: BenchCity,
): Promise<number> {
  const { port } = server.server.address() as AddressInfo
  const asked = { url: `http://127.0.0.1:${port}${path}`, host: city.host, cookie, users: USERS, seconds: SECONDS }
  const child = fork(new URL('./ask.ts', import.meta.url), [JSON.stringify(asked)])
  const told: (readonly number[])[] = []
  child.on('message', (times) => told.push(times as readonly number[]))
  const [[status]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')])
  const [times] = told
  if (status !== 0 || times === undefined) throw new Error(`${asked.url}: the client ended with ${status}`)
  return percentile(times, 0.95)
}

function resultOf(all: readonly Times[]): Result {
  const at = (name: string, tasks: number) => all.find((one) => one.page.name === name && one.tasks === tasks)
  const [few, many] = SIZES
  return {
    bars: [
      ...all.map(
        ({ page, tasks, product, bare }): Bar => ({
          what: `${page.name}, ${tasks} tasks, ${USERS} users, p95`,
          measured: ms(product),
          peer: `bare SQL ${ms(bare)}`,
          ratio: product / bare,
          bar: `≤ ${TIMES_SQL} ×`,
          met: product / bare <= TIMES_SQL,
        }),
      ),
      ...all.map(
        ({ page, tasks, anew, bareOnce }): Bar => ({
          what: `${page.name}, ${tasks} tasks, read anew, one user`,
          measured: ms(anew),
          peer: `bare SQL ${ms(bareOnce)}`,
          ratio: anew / bareOnce,
          bar: `≤ ${TIMES_SQL} ×`,
          met: anew / bareOnce <= TIMES_SQL,
        }),
      ),
      ...pages.map(({ name }): Bar => {
        const ratio = (at(name, many)?.product ?? Number.NaN) / (at(name, few)?.product ?? Number.NaN)
        return {
          what: `${name}, ${many} tasks against ${few}, p95`,
          measured: ms(at(name, many)?.product),
          peer: `itself ${ms(at(name, few)?.product)}`,
          ratio,
          bar: `≤ ${TIMES_ITSELF} ×`,
          met: ratio <= TIMES_ITSELF,
        }
      }),
    ],
    tables: [
      {
        title: 'Growth with the number of tasks, in milliseconds',
        columns: [
          'page',
          'tasks',
          'p95',
          `p95, a change each ${WRITE_EVERY_MS} ms`,
          'read anew, one user',
          'bare SQL, one user',
          'bare SQL, p95',
          'statements',
        ],
        rows: all.map(({ page, tasks, product, changing, anew, bareOnce, bare, statements }) => [
          page.name,
          tasks,
          ...[product, changing, anew, bareOnce, bare].map((value) => Math.round(value * 10) / 10),
          statements,
        ]),
      },
    ],
    notes: [
      `${USERS} users over loopback from a process of their own, each asking again when answered; ${ROUNDS} rounds of ${SECONDS} s, the city with few tasks and that with many in turn; the median round counts. The peer is asked for ${SECONDS} s. Client, server and PostgreSQL share two cores.`,
      'The peer sends the very statements of the page through the same pool, all at once, and answers their rows as JSON.',
      'An answer is read once and given again until the database changes, which is asked at every request; what reading it costs is in the bars of reading anew, each after a change, and in the column of the changing database. Signing in is left out on both sides.',
      'Each task has a lead, two supports and a report in each of four months, of which the last is open; there are 90 units, 18 indicators and four documents whatever the number of tasks.',
    ],
  }
}

function ms(value: number = Number.NaN): string {
  return `${value.toFixed(1)} ms`
}
