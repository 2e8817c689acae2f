import type { AddressInfo } from 'node:net'
import { permalinkOf } from '@guangyue/kernel/provision'
import autocannon from 'autocannon'
import Fastify, { type FastifyInstance } from 'fastify'
import { type BenchCity, benchCity } from '../bench-city.ts'
import { percentile, wallMilliseconds } from '../measure.ts'
import type { Bar, Result } from '../report.ts'
import { type Extent, sizesOf } from '../sizes.ts'
import { addDocuments, clausesOf, ROWS } from './add-documents.ts'

const WANTED = 0.7
const CONNECTIONS = 20
const SECONDS = 3
const ROUNDS = 3
/** So many clauses are asked for in turn. */
const READ = 200
const WRITE_EVERY_MS = 200

interface Speeds {
  readonly rows: number
  /** Requests a second. */
  readonly product: number
  readonly raw: number
  readonly first: number
  readonly written: number
}

/** A clause's public page by its permanent link against bare Fastify with one SELECT by the same key. */
export async function measureRead(extent: Extent): Promise<Result> {
  const city = await benchCity()
  const raw = rawServer(city)
  try {
    await city.fastify.listen({ port: 0, host: '127.0.0.1' })
    await raw.listen({ port: 0, host: '127.0.0.1' })
    const speeds: Speeds[] = []
    let documents = 0
    for (const rows of sizesOf(extent)) {
      await addDocuments(city, { from: documents + 1, to: rows / ROWS })
      documents = rows / ROWS
      speeds.push(await readAt(city, raw, rows))
    }
    const page = await city.fastify.inject({ url: permalinkOf(firstClause()) })
    return {
      bars: speeds.map(barOf),
      tables: [
        {
          title: 'Growth with the number of clauses, in requests a second',
          columns: [
            'clauses',
            'page by key',
            'raw Fastify',
            'pages read for the first time',
            `page by key, a change each ${WRITE_EVERY_MS} ms`,
          ],
          rows: speeds.map(({ rows, product, raw, first, written }) => [
            rows,
            ...[product, raw, first, written].map(Math.round),
          ]),
        },
      ],
      notes: [
        `${CONNECTIONS} connections over loopback, ${READ} clauses in turn, ${ROUNDS} rounds of ${SECONDS} s each in turn with the peer; the median round counts. Server, client and PostgreSQL share two cores.`,
        `The page is the whole public page of a clause in its chapter, ${Math.round(page.rawPayload.length / 1024)} KiB; the peer answers the clause's row as JSON.`,
        'A page is drawn once and served until the database changes, which is asked at every request; the last two columns show what drawing costs.',
      ],
    }
  } finally {
    await raw.close()
    await city.drop()
  }
}

function firstClause() {
  const [first] = clausesOf(READ, READ)
  if (!first) throw new RangeError('no clause to read')
  return first
}

/** The peer: nothing but a route and one SELECT by a unique index, with the city's own pool. */
function rawServer({ city }: BenchCity): FastifyInstance {
  const raw = Fastify({ logger: false })
  raw.get('/clause/:document/:key', async (request) => {
    const { document, key } = request.params as { document: string; key: string }
    const { rows } = await city.pool.query({
      name: 'clause',
      text: `select provision.* from gazette_provision as provision
        where document_id = md5($1)::uuid and version = 1 and path_key = $2`,
      values: [document, key],
    })
    return rows[0]
  })
  return raw
}

async function readAt(city: BenchCity, raw: FastifyInstance, rows: number): Promise<Speeds> {
  const clauses = clausesOf(rows / ROWS, READ)
  const pages = clauses.map(permalinkOf)
  const selects = clauses.map(({ document, key }) => {
    const number = /(\d+)号$/.exec(document)?.[1] ?? ''
    return `/clause/d${number}/${encodeURIComponent(key)}`
  })
  const first = await readOnce(city, pages)
  const rounds: { product: number; raw: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      raw: await load(raw, selects, SECONDS),
      product: await load(city.fastify, pages, SECONDS),
    })
  }
  const writer = setInterval(() => void change(city).catch(() => undefined), WRITE_EVERY_MS)
  const written = await load(city.fastify, pages, SECONDS)
  clearInterval(writer)
  return {
    rows,
    first,
    written,
    product: percentile(
      rounds.map(({ product }) => product),
      0.5,
    ),
    raw: percentile(
      rounds.map(({ raw }) => raw),
      0.5,
    ),
  }
}

async function change(city: BenchCity): Promise<void> {
  const ctx = city.ctx()
  await ctx.transact((tx) => ctx.audit(tx, 'bench.change', { thing: 'bench/1' }))
}

/** Each page once, one after another, through the server without a socket; pages a second. */
async function readOnce(city: BenchCity, pages: readonly string[]): Promise<number> {
  const spent = await wallMilliseconds(async () => {
    for (const url of pages) await city.fastify.inject({ url })
  })
  return pages.length / (spent / 1000)
}

/** Requests answered well a second; any other answer ends the measurement. */
async function load(
  server: FastifyInstance | BenchCity['fastify'],
  paths: readonly string[],
  duration: number,
): Promise<number> {
  const { port } = server.server.address() as AddressInfo
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    workers: 1,
    requests: paths.map((path) => ({ path })),
    duration,
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers were not 2xx, ${result.errors} requests failed`)
  }
  return result['2xx'] / result.duration
}

function barOf({ rows, product, raw }: Speeds): Bar {
  return {
    what: `a clause's page by key, ${rows} clauses`,
    measured: `${Math.round(product)} requests/s`,
    peer: `raw Fastify ${Math.round(raw)} requests/s`,
    ratio: product / raw,
    bar: `≥ ${WANTED} ×`,
    met: product / raw >= WANTED,
  }
}
