import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx, OpenCity } from '../db/index.ts'

/** What one city's pages may take in memory, in bytes. */
const MOST_BYTES = 48 * 1024 * 1024

/** A page as drawn for visitors, and the state of the database in which it was. */
interface KeptPage {
  readonly state: string
  readonly html: Buffer
  /** Made when first asked for. */
  zipped?: Promise<Buffer>
}

/** The pages of one city, those served last at the end. */
interface Shelf {
  readonly pages: Map<string, KeptPage>
  bytes: number
}

/**
 * Pages drawn for visitors, served again as long as nothing in the database has changed. Whether it has is asked of
 * PostgreSQL at every request: two equal snapshots see the same rows, whoever wrote them, so an action is visible at
 * the next request. A city that is opened anew begins with none.
 */
export interface KeptPages {
  /** The state of the city's database now; asked after this call, once for all who call meanwhile. */
  stateOf(city: OpenCity): Promise<string>
  find(ctx: Ctx, address: string, state: string): KeptPage | undefined
  /** Keeps a page that was drawn between two equal states. */
  keep(ctx: Ctx, address: string, drawn: { readonly state: string; readonly html: string }): void
}

export function keptPages(): KeptPages {
  const shelves = new WeakMap<OpenCity, Shelf>()
  const questions = new WeakMap<OpenCity, Question>()
  return {
    stateOf: (city) =>
      ask(
        city,
        of(questions, city, () => ({ running: undefined, next: undefined })),
      ),
    find(ctx, address, state) {
      const pages = shelves.get(ctx.city)?.pages
      const key = keyOf(ctx, address)
      const page = pages?.get(key)
      if (pages === undefined || page?.state !== state) return undefined
      pages.delete(key)
      pages.set(key, page)
      return page
    },
    keep(ctx, address, { state, html }) {
      const shelf = of(shelves, ctx.city, () => ({ pages: new Map(), bytes: 0 }))
      put(shelf, keyOf(ctx, address), { state, html: Buffer.from(html) })
    },
  }
}

const zip = promisify(gzip)

/** Sends a kept page, compressed where the reader takes that. */
export async function sendKept(request: FastifyRequest, reply: FastifyReply, page: KeptPage): Promise<FastifyReply> {
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding')
  if (!/\bgzip\b(?!\s*;\s*q=0)/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(page.html)
  page.zipped ??= zip(page.html)
  return reply.header('content-encoding', 'gzip').send(await page.zipped)
}

interface Question {
  running: Promise<unknown> | undefined
  next: Promise<string> | undefined
}

/** One question at a time: who comes while one is under way shares the next, which begins after all of them came. */
function ask(city: OpenCity, question: Question): Promise<string> {
  question.next ??= (question.running ?? Promise.resolve()).then(() => {
    const answer = snapshotOf(city)
    question.running = answer.catch(() => undefined)
    question.next = undefined
    return answer
  })
  return question.next
}

async function snapshotOf(city: OpenCity): Promise<string> {
  const { rows } = await city.pool.query<{ state: string }>({
    name: 'state',
    text: 'select pg_current_snapshot()::text as state',
  })
  return rows[0]?.state ?? ''
}

/** A page differs by its address, its language, and the day, on which what is due depends. */
function keyOf(ctx: Ctx, address: string): string {
  return `${ctx.lang} ${ctx.today} ${address}`
}

function put(shelf: Shelf, key: string, page: KeptPage): void {
  take(shelf, key)
  if (page.html.length > MOST_BYTES / 8) return
  shelf.pages.set(key, page)
  shelf.bytes += page.html.length
  for (const oldest of shelf.pages.keys()) {
    if (shelf.bytes <= MOST_BYTES) return
    take(shelf, oldest)
  }
}

function take(shelf: Shelf, key: string): void {
  shelf.bytes -= shelf.pages.get(key)?.html.length ?? 0
  shelf.pages.delete(key)
}

function of<Value>(map: WeakMap<OpenCity, Value>, city: OpenCity, make: () => Value): Value {
  const known = map.get(city) ?? make()
  map.set(city, known)
  return known
}
