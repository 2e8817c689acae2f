import type { FastifyRequest } from 'fastify'
import type { Ctx } from '../db/index.ts'
import { DomainError, type ErrorKind } from '../errors/index.ts'
import { CTX } from './ctx-of.ts'
import type { EndpointShape } from './endpoint.ts'
import { CityUnknown, FileMissing, FormInvalid, PageNotFound } from './errors.ts'

/** What one actor's refusals may add to the audit in a minute of the machine's clock. */
const MOST_A_MINUTE = 20

/** Why, in a word, for the auditor. Kinds without a word refuse no act: nobody is signed in, or not now. */
const words: Readonly<Partial<Record<ErrorKind, string>>> = {
  forbidden: '无权办理',
  'not-found': '没有此项，或无权查看',
  conflict: '现状不允许',
  stale: '已被别人改动',
  invalid: '内容不符合要求',
  'too-large': '超过限度',
  unsupported: '文件类型不能接收',
}

/** Refused before anything was decided: the address or the form is wrong, not the act. */
const noAct = [FormInvalid, FileMissing, PageNotFound, CityUnknown]

export interface Refusals {
  /**
   * Writes a refused change of one who is signed in into the audit, in a transaction of its own: who, on what, which
   * operation, and the code of the refusal; never what was sent. The same refusal is written once a minute, and at
   * most 20 a minute of one actor (decision 0009). Anything else that was thrown is left alone.
   */
  note(request: FastifyRequest, error: unknown): Promise<void>
}

export function refusals(): Refusals {
  let minute = 0
  let noted = new Map<string, Set<string>>()

  /** Which one of the actor's in this minute it is; 0 when it is not to be written. */
  const count = (actor: string, refusal: string): number => {
    const now = Math.floor(Date.now() / 60_000)
    if (now !== minute) [minute, noted] = [now, new Map()]
    const mine = noted.get(actor) ?? new Set()
    noted.set(actor, mine)
    if (mine.has(refusal) || mine.size >= MOST_A_MINUTE) return 0
    return mine.add(refusal).size
  }

  return {
    async note(request, error) {
      if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method) || !(error instanceof DomainError)) return
      const word = words[error.kind]
      if (word === undefined || noAct.some((kind) => error instanceof kind)) return
      const ctx = request.getDecorator<Ctx | null>(CTX)
      if (ctx?.actor.kind !== 'account') return
      const { config, url: path = '' } = request.routeOptions
      const { operation } = config as { operation?: { endpoint: EndpointShape } }
      const thing = thingOf(path, request.params) ?? `city/${ctx.city.key}`
      const refusal = [request.method, path, thing, error.code].join(' ')
      const nth = count(`${ctx.city.key} ${ctx.actor.accountId}`, refusal)
      if (nth === 0) return
      const last = nth === MOST_A_MINUTE ? `；这一分钟内已有 ${nth} 次被拒，其余不再逐次记录` : ''
      const [what] = (operation?.endpoint.summary ?? path).split(/[；：]/, 1)
      const reason = `${what}：${word}（${error.code}）${last}`
      await ctx.transact((tx) => ctx.audit(tx, 'http.refused', { thing, reason }))
    },
  }
}

/** Kind and id as the address names them: `/api/ledger/reports/:id/sign` → `report/018f…`. */
function thingOf(path: string, params: unknown): string | undefined {
  const given = params as Readonly<Record<string, unknown>>
  const parts = path.split('/')
  const at = parts.indexOf(':id')
  const before = parts[at - 1] ?? ''
  const kind = before.startsWith(':') ? String(given[before.slice(1)]) : singular(before)
  const thing = `${kind}/${given.id}`
  // at the door the address has not been checked yet
  return at > 0 && /^[a-z-]{1,40}\/[\w-]{1,64}$/.test(thing) ? thing : undefined
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '')
}
