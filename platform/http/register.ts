import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { ActionNotAllowed, SignInNeeded } from '../access/index.ts'
import type { Ctx } from '../db/index.ts'
import type { App, Download, PageResult, PageShape, UploadedFile } from './app.ts'
import { CTX, ctxOf, rememberLang } from './ctx-of.ts'
import type { EndpointShape, InputOf } from './endpoint.ts'
import { FileMissing, FileTooLarge, FormInvalid } from './errors.ts'
import { askerOf, keptPages, sendDrawn } from './kept-pages.ts'
import type { DeclaredRoute, ServerParts } from './server-parts.ts'
import { shellOf } from './shell-for.ts'

interface AppParts extends ServerParts {
  /** Every route is written down here. */
  readonly declared: DeclaredRoute[]
  readonly module: string
}

/** The registrar that a module uses. Every route checks who may before anything that was sent is read. */
export function appOf(fastify: FastifyInstance, parts: AppParts): App {
  const pages = keptPages()

  /** Writes the route down and gives the hook that lets in who may. */
  const doorOf = ({ method, path, may }: DeclaredRoute) => {
    parts.declared.push({ method, path, may })
    return async (request: FastifyRequest) => {
      const ctx = await ctxOf(request, parts)
      request.setDecorator(CTX, ctx)
      if (may === 'anyone') return
      if (ctx.actor.kind === 'anyone') throw new SignInNeeded()
      if (may !== 'signed-in' && !ctx.can(may)) throw new ActionNotAllowed(may)
    }
  }

  const operation = (
    endpoint: EndpointShape,
    run: (ctx: Ctx, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
  ) => {
    fastify.route({
      method: endpoint.method,
      url: endpoint.path,
      onRequest: doorOf(endpoint),
      config: { operation: { endpoint, module: parts.module } },
      schema: {
        operationId: endpoint.id,
        summary: endpoint.summary,
        ...(endpoint.params && { params: endpoint.params }),
        ...(endpoint.query && { querystring: endpoint.query }),
        ...(endpoint.body && !endpoint.file && { body: endpoint.body }),
        ...(endpoint.download === undefined && { response: { [endpoint.status ?? 200]: endpoint.reply } }),
      },
      handler: async (request, reply) => run(request.getDecorator<Ctx>(CTX), request, reply),
    })
  }

  const pageRoute = (
    method: 'GET' | 'POST',
    shape: Pick<PageShape, 'path' | 'may' | 'view' | 'params' | 'query' | 'keep'>,
    load: (ctx: Ctx, request: FastifyRequest, reply: FastifyReply) => Promise<PageResult>,
  ) => {
    fastify.route({
      method,
      url: shape.path,
      onRequest: doorOf({ method, ...shape }),
      schema: {
        hide: true,
        ...(shape.params ? { params: shape.params } : {}),
        ...(shape.query ? { querystring: shape.query } : {}),
      },
      handler: async (request, reply) => {
        const ctx = request.getDecorator<Ctx>(CTX)
        rememberLang(request, reply)
        // language and person stand in cookies
        reply.header('vary', 'cookie')
        if (shape.keep === undefined || ctx.actor.kind !== 'anyone') {
          return answer(shape, { ctx, request, reply }, await load(ctx, request, reply))
        }
        let other: PageResult | undefined
        const page = await pages.page(ctx, request.url, async () => {
          const result = await load(ctx, request, reply)
          if ('view' in result && (result.status ?? 200) === 200) return draw(shape, { ctx, request }, result)
          other = result
          return undefined
        })
        if (page) return sendDrawn(request, reply, page)
        return answer(shape, { ctx, request, reply }, other ?? (await load(ctx, request, reply)))
      },
    })
  }

  const draw = (
    { view }: Pick<PageShape, 'view'>,
    { ctx, request }: { readonly ctx: Ctx; readonly request: FastifyRequest },
    result: Extract<PageResult, { readonly view: unknown }>,
  ) => parts.render(view, result.view, shellOf(ctx, request.url, { ...result, parts }))

  const answer = (
    shape: Pick<PageShape, 'view'>,
    asked: { readonly ctx: Ctx; readonly request: FastifyRequest; readonly reply: FastifyReply },
    result: PageResult,
  ) => {
    const { ctx, reply } = asked
    if ('redirect' in result) return reply.redirect(result.redirect, result.status ?? 303)
    if ('file' in result) return sendFile(reply, result.file)
    if ('feed' in result) return reply.type('application/atom+xml; charset=utf-8').send(result.feed)
    if ('html' in result) {
      return reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-store').send(result.html)
    }
    reply.code(result.status ?? 200).type('text/html; charset=utf-8')
    if (ctx.actor.kind === 'account') reply.header('cache-control', 'private, no-store')
    return draw(shape, asked, result)
  }

  return {
    fastify,
    serve: (endpoint, handler) =>
      operation(endpoint, async (ctx, request, reply) => {
        const read = () => handler(ctx, inputOf<typeof endpoint>(request), { raw: request, reply })
        reply.header('cache-control', 'no-store').code(endpoint.status ?? 200)
        if (endpoint.keep !== undefined) {
          const asked = `${askerOf(ctx, endpoint.keep)} ${request.url}`
          const known = await pages.page(ctx, asked, async () => written(endpoint, await read()))
          if (known) return sendDrawn(request, reply, known, 'application/json')
        }
        const result = await read()
        return endpoint.status === 204 ? reply.send() : result
      }),
    upload: (endpoint, handler) =>
      operation(endpoint, async (ctx, request, reply) => {
        const { file, fields } = await receive(request, endpoint.file?.maxBytes ?? 1024 * 1024)
        const input = { ...inputOf<typeof endpoint>(request), body: checkFields(endpoint, fields) }
        const result = await handler(ctx, input as InputOf<typeof endpoint>, file)
        reply.header('cache-control', 'no-store').code(endpoint.status ?? 200)
        return result
      }),
    download: (endpoint, handler) =>
      operation(endpoint, async (ctx, request, reply) =>
        sendFile(reply, await handler(ctx, inputOf<typeof endpoint>(request))),
      ),
    page: (shape, load) =>
      pageRoute('GET', shape, (ctx, raw, reply) =>
        load(ctx, { params: raw.params, query: raw.query, raw, reply } as Parameters<typeof load>[1]),
      ),
    form: (shape, handle) =>
      pageRoute('POST', shape, (ctx, raw, reply) =>
        handle(ctx, { params: raw.params, query: undefined, raw, reply, fields: textFields(raw.body) } as Parameters<
          typeof handle
        >[1]),
      ),
  }
}

/** A reply as it is sent, checked against its schema as every reply is. */
function written({ reply, method, path }: EndpointShape, result: unknown): string {
  return serializerCompiler({ schema: reply, method, url: path, httpStatus: '200' })(result)
}

function inputOf<E extends EndpointShape>(request: FastifyRequest): InputOf<E> {
  return { params: request.params, query: request.query, body: request.body } as InputOf<E>
}

function textFields(body: unknown): Record<string, string> {
  if (body === null || typeof body !== 'object') return {}
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

async function receive(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ file: UploadedFile; fields: Record<string, string> }> {
  // A length that is announced too large is refused before a byte is read; a lying one is cut off while reading.
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + 1024 * 1024) throw new FileTooLarge(maxBytes)
  const fields: Record<string, string> = {}
  let file: UploadedFile | undefined
  for await (const part of request.parts({
    limits: { fileSize: maxBytes, files: 1, fields: 30, fieldSize: 64 * 1024 },
  })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else file = { name: part.filename, bytes: await bytesOf(part, maxBytes) }
  }
  if (!file) throw new FileMissing()
  return { file, fields }
}

async function bytesOf(
  part: { toBuffer(): Promise<Buffer>; file: { truncated: boolean } },
  maxBytes: number,
): Promise<Buffer> {
  try {
    const bytes = await part.toBuffer()
    if (!part.file.truncated) return bytes
  } catch (error) {
    if ((error as { code?: string }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error
  }
  throw new FileTooLarge(maxBytes)
}

function checkFields(endpoint: EndpointShape, fields: Record<string, string>): unknown {
  if (!endpoint.body) return undefined
  const read = endpoint.body.safeParse(fields)
  if (read.success) return read.data
  throw new FormInvalid(read.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })))
}

function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  return reply
    .type(file.type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('cache-control', 'private, no-store')
    .send(file.body)
}
