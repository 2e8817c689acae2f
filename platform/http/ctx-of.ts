import type { FastifyReply, FastifyRequest } from 'fastify'
import { anyone } from '../access/index.ts'
import { type Cities, type Ctx, contextFor, type OpenCity } from '../db/index.ts'
import { CityUnknown } from './errors.ts'
import type { ServerParts } from './server-parts.ts'

/** Where a request carries its context from the door to the handler, and to what answers errors. */
export const CTX = 'ctx'

/** The city that the request's Host names. */
function cityOf(request: FastifyRequest, cities: Cities): OpenCity {
  const city = cities.byHost(request.headers.host ?? 'localhost')
  if (!city) throw new CityUnknown()
  return city
}

/** The context of one request: its city, who asks, and the legal time. */
export async function ctxOf(request: FastifyRequest, parts: ServerParts): Promise<Ctx> {
  const city = cityOf(request, parts.cities)
  const actor = request.headers.cookie ? await parts.resolveActor(request.headers, city) : anyone
  return contextFor({ city, actor, grants: parts.grants, lang: langOf(request) })
}

/** English only when asked for in the address or remembered in the cookie. */
function langOf(request: FastifyRequest): 'zh' | 'en' {
  return (askedLang(request) ?? request.cookies?.lang) === 'en' ? 'en' : 'zh'
}

/** A language asked for in the address is kept in a cookie for the pages that follow, for a year. */
export function rememberLang(request: FastifyRequest, reply: FastifyReply): void {
  const asked = askedLang(request)
  if (asked) reply.setCookie('lang', asked, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true })
}

/** Read from the address itself: once checked, the query holds only what its page knows. */
function askedLang(request: FastifyRequest): 'zh' | 'en' | undefined {
  const asked = new URLSearchParams(request.url.split('?', 2)[1] ?? '').get('lang')
  return asked === 'en' || asked === 'zh' ? asked : undefined
}
