import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { DomainError } from '../errors/index.ts'
import type { ProblemBody } from './endpoint.ts'
import { FileTooLarge, InputInvalid, PageNotFound, StoreAway } from './errors.ts'
import { refusals } from './refusals.ts'
import type { ServerParts } from './server-parts.ts'
import { shellFor } from './shell-for.ts'
import { problemOf, problemOfBug } from './status.ts'

type Answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** Every refusal and every bug answered in one place: as problem+json to programs, as a page to people. */
export function answerTo(parts: ServerParts): Answer {
  const refused = refusals()
  return async (error, request, reply) => {
    const problem = problemFor(error, request)
    await refused
      .note(request, error)
      .catch((failure) => request.log.error({ err: failure, requestId: request.id }, 'a refusal is not in the audit'))
    if (problem.status >= 500) request.log.error({ err: error, requestId: request.id }, 'request failed')
    if (!wantsPage(request))
      return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
    if (problem.status === 401) return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303)
    const shell = await shellFor(request, parts, { title: problem.title, crumbs: [{ label: problem.title }] })
    if (!shell) return reply.code(problem.status).type('text/plain; charset=utf-8').send(problem.title)
    return reply
      .code(problem.status)
      .type('text/html; charset=utf-8')
      .send(parts.render('portal.error', problem, shell))
  }
}

function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
}

function problemFor(error: unknown, request: FastifyRequest): ProblemBody {
  if (error instanceof DomainError) return problemOf(error)
  if (hasZodFastifySchemaValidationErrors(error)) {
    // an address that no link leads to is no form to fill in again
    if (error.validationContext === 'params') return problemOf(new PageNotFound())
    return problemOf(
      new InputInvalid(
        error.validation.map(({ instancePath, message }) => ({
          field: instancePath.replace(/^\//, '').replaceAll('/', '.'),
          message: message ?? '格式不正确',
        })),
      ),
    )
  }
  if (isLostConnection(error)) return problemOf(new StoreAway())
  return problemOfFastify(error as FastifyError) ?? problemOfBug(request.id)
}

/** Refused, cut off or being shut down, as the system and PostgreSQL (classes 08 and 57P) name it, also as a cause. */
function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|08\w{3}|57P0\d|53300)$/.test(String(code)) ||
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
      error.message,
    ) ||
    isLostConnection(error.cause)
  )
}

/** Refusals that the HTTP library makes by itself, before any handler. */
function problemOfFastify(error: FastifyError): ProblemBody | undefined {
  switch (error.code) {
    case 'FST_ERR_BAD_URL':
      return problemOf(new PageNotFound())
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problemOf(new FileTooLarge(2 * 1024 * 1024))
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return problemOf(new InputInvalid([{ field: '', message: '提交内容的格式不正确' }]))
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? problemOf(new InputInvalid([{ field: '', message: '请求格式不正确' }]))
        : undefined
  }
}
