import type { Db } from '@guangyue/platform/db'
import { parseQuery, replaceEntries, search } from '@guangyue/platform/search'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { sql } from 'kysely'
import { percentile, wallMilliseconds } from '../measure.ts'
import type { Bar, Result } from '../report.ts'
import { type Extent, sizesOf } from '../sizes.ts'
import { paragraphsFrom, queriesFrom } from '../varied-paragraphs.ts'
import { measureLabelled } from './measure-labelled.ts'

const PROMISED_AT = 100_000
const WANTED = 1.3
const QUERIES = 96
/** So often each query is asked in turn with its peer; past 10⁵ rows, where one takes long, once. */
const REPEATS = 3
const BATCH = 10_000

interface Sized {
  readonly rows: number
  readonly product: readonly number[]
  readonly plain: readonly number[]
}

/** The product's search against `ts_rank` and `count` over the same rows, and whether it finds what people mean. */
export async function measureSearch(extent: Extent): Promise<Result> {
  const place = await testCity([])
  try {
    const sized: Sized[] = []
    let rows = 0
    for (const size of sizesOf(extent)) {
      await fill(place, { from: rows, to: size })
      rows = size
      sized.push(await ask(place.ctx().db, size))
    }
    const labelled = await measureLabelled()
    return {
      bars: [...sized.filter(({ rows }) => rows === PROMISED_AT).map(barOf), ...labelled.bars],
      tables: [
        {
          title: 'Growth with the number of paragraphs',
          columns: ['paragraphs', 'search p50 ms', 'search p95 ms', 'plain p50 ms', 'plain p95 ms', 'ratio of p95'],
          rows: sized.map(({ rows, product, plain }) => [
            rows,
            ...[
              percentile(product, 0.5),
              percentile(product, 0.95),
              percentile(plain, 0.5),
              percentile(plain, 0.95),
            ].map((milliseconds) => milliseconds.toFixed(1)),
            ratioOf({ product, plain }).toFixed(2),
          ]),
        },
        ...labelled.tables,
      ],
      notes: [
        `${QUERIES} queries (one to three words, parts of words, single characters, and some that nothing has), each ${REPEATS} times in turn with its peer, and the median of the ${REPEATS} counts for both; past ${PROMISED_AT} paragraphs once.`,
        'Plain: `ts_rank` over what matches, the best 20, and a `count` of it, two statements with the same tsquery and without the permission filter.',
        'A tenth of the paragraphs may not be seen by the reader; the product leaves them out of hits and total, and also highlights.',
      ],
    }
  } finally {
    await place.drop()
  }
}

/** Adds paragraphs until there are `to`. The index of words is made anew afterwards, which is quicker than row by row. */
async function fill(place: TestCity, { from, to }: { from: number; to: number }): Promise<void> {
  const ctx = place.ctx()
  const { owner } = place.cities
  const index = `${place.city.schema}.search_entry_tokens`
  const { rows } = await owner.query<{ made: string }>('select pg_get_indexdef($1::regclass) as made', [index])
  await owner.query(`drop index ${index}`)
  for (let start = from; start < to; start += BATCH) {
    const entries = paragraphsFrom(start + 1, Math.min(BATCH, to - start)).map((paragraph, i) => ({
      ...paragraph,
      thing: `paragraph/${start + i}`,
      scope: `document/${Math.floor((start + i) / 200)}`,
      kind: 'provision',
      year: 2001 + (Math.floor((start + i) / 200) % 25),
      url: `/documents/${start + i}`,
      may: i % 10 === 0 ? 'ledger.read' : 'anyone',
    }))
    await ctx.transact((tx) => replaceEntries(tx, [], entries))
  }
  await owner.query(rows[0]?.made ?? '')
  await owner.query(`vacuum analyze ${place.city.schema}.search_entry`)
}

async function ask(db: Db, rows: number): Promise<Sized> {
  const product: number[] = []
  const plain: number[] = []
  const repeats = rows > PROMISED_AT ? 1 : REPEATS
  for (const [place, query] of queriesFrom(7, QUERIES).entries()) {
    const times = { product: [] as number[], plain: [] as number[] }
    const condition = parseQuery(query)
      .parts.map((part) => part.condition)
      .join(' & ')
    const ask = {
      product: () => search(db, { query, allowed: ['anyone'], limit: 20, offset: 0 }),
      plain: () => askPlainly(db, condition),
    }
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      // Whoever comes second finds the rows in memory, so they take turns.
      const turns = (place + repeat) % 2 === 0 ? (['product', 'plain'] as const) : (['plain', 'product'] as const)
      for (const turn of turns) times[turn].push(await wallMilliseconds(ask[turn]))
    }
    product.push(percentile(times.product, 0.5))
    plain.push(percentile(times.plain, 0.5))
  }
  return { rows, product, plain }
}

async function askPlainly(db: Db, condition: string): Promise<void> {
  await sql`select thing, title, body, url, ts_rank(tokens, ${condition}::tsquery) as rank
    from search_entry where tokens @@ ${condition}::tsquery order by rank desc limit 20`.execute(db)
  await sql`select count(*) from search_entry where tokens @@ ${condition}::tsquery`.execute(db)
}

function ratioOf({ product, plain }: Pick<Sized, 'product' | 'plain'>): number {
  return percentile(product, 0.95) / percentile(plain, 0.95)
}

function barOf(sized: Sized): Bar {
  const ratio = ratioOf(sized)
  return {
    what: `search over ${sized.rows} paragraphs, p95`,
    measured: `${percentile(sized.product, 0.95).toFixed(1)} ms`,
    peer: `ts_rank and count ${percentile(sized.plain, 0.95).toFixed(1)} ms`,
    ratio,
    bar: `≤ ${WANTED} ×`,
    met: ratio <= WANTED,
  }
}
