import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx, OpenCity } from '../db/index.ts'
import type { EndpointShape } from './endpoint.ts'

/** What one city's pages may take in memory, in bytes. */
const MOST_BYTES = 48 * 1024 * 1024

interface DrawnPage {
  readonly html: Buffer
  /** Made when first asked for. */
  zipped?: Promise<Buffer>
}

interface KeptPage {
  /** The state of the database in which it was drawn. */
  readonly state: string
  /** Perhaps still being drawn; undefined when there was no page to draw. */
  readonly page: Promise<DrawnPage | undefined>
  bytes: number
}

/** The pages of one city, those asked for last at the end. */
interface Shelf {
  readonly pages: Map<string, KeptPage>
  bytes: number
}

/**
 * Pages drawn for visitors and answers read for staff, served again as long as nothing in the database has changed.
 * Whether it has is asked of PostgreSQL at every request: two equal snapshots see the same rows, whoever wrote them,
 * so an action is visible at the next request. A city that is opened anew begins with none.
 */
export interface KeptPages {
  /** The page at an address as it is now. Who asks while it is being drawn waits for it. `draw` gives nothing for what is no page. */
  page(ctx: Ctx, address: string, draw: () => Promise<string | undefined>): Promise<DrawnPage | undefined>
}

export function keptPages(): KeptPages {
  const shelves = new WeakMap<OpenCity, Shelf>()
  const questions = new WeakMap<OpenCity, Question>()
  const stateOf = (city: OpenCity) =>
    ask(
      city,
      of(questions, city, () => ({ running: undefined, next: undefined })),
    )
  return {
    async page(ctx, address, draw) {
      const shelf = of(shelves, ctx.city, () => ({ pages: new Map(), bytes: 0 }))
      const key = keyOf(ctx, address)
      const state = await stateOf(ctx.city)
      const known = shelf.pages.get(key)
      if (known?.state === state) {
        shelf.pages.delete(key)
        shelf.pages.set(key, known)
        return known.page
      }
      take(shelf, key)
      const entry = {
        state,
        page: draw().then((html) => (html === undefined ? html : { html: Buffer.from(html) })),
        bytes: 0,
      }
      shelf.pages.set(key, entry)
      let keep = false
      try {
        const page = await entry.page
        keep = page !== undefined && state === (await stateOf(ctx.city))
        return page
      } finally {
        const there = shelf.pages.get(key) === entry
        if (there && keep) await weigh(shelf, entry)
        else if (there) take(shelf, key)
      }
    },
  }
}

/** What of the actor decides an endpoint's answer. */
export function askerOf({ actor }: Ctx, keep: NonNullable<EndpointShape['keep']>): string {
  const { kind, accountId, bodyId, bodies, roles } = actor
  return JSON.stringify([kind, bodyId, bodies, roles, keep === 'per-person' ? accountId : null])
}

const zip = promisify(gzip)

/** Sends what was drawn, a page unless said, compressed where the reader takes that. */
export async function sendDrawn(
  request: FastifyRequest,
  reply: FastifyReply,
  page: DrawnPage,
  type: 'text/html' | 'application/json' = 'text/html',
): Promise<FastifyReply> {
  reply.type(`${type}; charset=utf-8`).header('vary', 'cookie, accept-encoding')
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

/** Counts a page that is kept; those that nobody asked for longest make room. */
async function weigh(shelf: Shelf, entry: KeptPage): Promise<void> {
  entry.bytes = (await entry.page)?.html.length ?? 0
  shelf.bytes += entry.bytes
  for (const oldest of shelf.pages.keys()) {
    if (shelf.bytes <= MOST_BYTES) return
    take(shelf, oldest)
  }
}

function take(shelf: Shelf, key: string): void {
  shelf.bytes -= shelf.pages.get(key)?.bytes ?? 0
  shelf.pages.delete(key)
}

function of<Value>(map: WeakMap<OpenCity, Value>, city: OpenCity, make: () => Value): Value {
  const known = map.get(city) ?? make()
  map.set(city, known)
  return known
}
