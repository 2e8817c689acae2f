import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { answerTo } from './answer-errors.ts'
import { CTX } from './ctx-of.ts'
import { apiDescription } from './describe-api.ts'
import { ForeignOrigin, PageNotFound } from './errors.ts'
import { inputWords } from './input-words.ts'
import { appOf } from './register.ts'
import type { DeclaredRoute, ServerParts } from './server-parts.ts'

/** The HTTP server with all modules registered, not yet listening. `declared` lists every route with who may. */
export async function buildServer(
  parts: ServerParts,
): Promise<{ fastify: FastifyInstance; declared: DeclaredRoute[] }> {
  z.config({ localeError: inputWords })
  const answer = answerTo(parts)
  const fastify = Fastify({
    logger: { level: parts.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    bodyLimit: 2 * 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => void answer(error, request, reply),
  })
  fastify.setValidatorCompiler(validatorCompiler)
  fastify.setSerializerCompiler(serializerCompiler)
  await fastify.register(compress, { threshold: 2048, encodings: ['gzip', 'identity'] })
  await fastify.register(cookie)
  await fastify.register(formbody, { bodyLimit: 2 * 1024 * 1024 })
  await fastify.register(multipart)
  await fastify.register(swagger, apiDescription(parts.modules, parts.version))
  fastify.addHook('onRequest', async (request) => refuseForeignOrigin(request))
  fastify.addHook('onSend', async (_request, reply) => {
    reply.headers(securityHeaders)
  })
  fastify.setErrorHandler(answer)
  fastify.setNotFoundHandler((request, reply) => answer(new PageNotFound(), request, reply))
  const declared: DeclaredRoute[] = []
  fastify.decorateRequest(CTX, null)
  for (const module of parts.modules) module.routes?.(appOf(fastify, { ...parts, declared, module: module.name }))
  return { fastify, declared }
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
