import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { anyone, type Grants } from '../access/index.ts'
import { type Cities, type Ctx, contextFor, type OpenCity } from '../db/index.ts'
import { answerErrors } from './answer-errors.ts'
import type { App } from './app.ts'
import type { May } from './endpoint.ts'
import { CityUnknown, ForeignOrigin } from './errors.ts'
import type { CityModule, ResolveActor } from './module.ts'
import { appOf } from './register.ts'
import type { ShellProps } from './shell.ts'

/** Draws a view of the pages bundle as a whole HTML document. */
export type RenderPage = (view: string, props: unknown, shell: ShellProps) => string

/** A route as it was declared, for the permission table and its test. */
export interface DeclaredRoute {
  readonly method: string
  readonly path: string
  readonly may: May
}

export interface ServerParts {
  readonly cities: Cities
  readonly modules: readonly CityModule[]
  readonly grants: Grants
  readonly resolveActor: ResolveActor
  readonly render: RenderPage
  readonly cssHref: string
  readonly logLevel: string
  readonly version: string
}

/** The HTTP server with all modules registered, not yet listening. `declared` lists every route with who may. */
export async function buildServer(
  parts: ServerParts,
): Promise<{ fastify: FastifyInstance; declared: DeclaredRoute[] }> {
  z.config(z.locales.zhCN())
  const fastify = Fastify({
    logger: { level: parts.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: '127.0.0.1',
    disableRequestLogging: true,
  })
  fastify.setValidatorCompiler(validatorCompiler)
  fastify.setSerializerCompiler(serializerCompiler)
  await fastify.register(compress, { threshold: 2048, encodings: ['gzip', 'identity'] })
  await fastify.register(cookie)
  await fastify.register(formbody, { bodyLimit: 2 * 1024 * 1024 })
  await fastify.register(multipart)
  await fastify.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '光岳 接口', version: parts.version } },
    transform: jsonSchemaTransform,
  })
  fastify.addHook('onRequest', async (request) => refuseForeignOrigin(request))
  fastify.addHook('onSend', async (_request, reply) => {
    reply.headers(securityHeaders)
  })
  answerErrors(fastify, parts)
  const declared: DeclaredRoute[] = []
  const app = appOf(fastify, parts, declared)
  for (const module of parts.modules) module.routes?.(app)
  return { fastify, declared }
}

/** The city that the request's Host names. */
export function cityOf(request: FastifyRequest, cities: Cities): OpenCity {
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
export function langOf(request: FastifyRequest): 'zh' | 'en' {
  const asked = (request.query as Record<string, unknown> | undefined)?.lang ?? request.cookies?.lang
  return asked === 'en' ? 'en' : 'zh'
}

const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
}

/** A change must come from our own pages: browsers name the origin of every form and fetch that changes something. */
function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== host) throw new ForeignOrigin()
  if (origin === 'null' || (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new ForeignOrigin()
  }
}

export type { App }
