import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Ctx } from '../db/index.ts'
import type { EndpointShape, InputOf, May } from './endpoint.ts'
import type { ShellProps } from './shell.ts'

export interface UploadedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** A file as reply; the name is what a browser saves it under. */
export interface Download {
  readonly name: string
  readonly type: string
  readonly body: Buffer | Readable
}

/** What a page handler gives: a view to draw, another place to go, or a file. */
export type PageResult<View = unknown> =
  | {
      readonly view: View
      readonly title: string
      readonly crumbs?: ShellProps['crumbs']
      readonly status?: number
      readonly wide?: boolean
    }
  | { readonly redirect: string; readonly status?: 301 | 302 | 303 }
  | { readonly file: Download }
  /** What programs read from time to time: Atom. */
  | { readonly feed: string }
  /** A document that is drawn already: the desk's shell. */
  | { readonly html: string }

export interface PageShape {
  readonly path: string
  readonly may: May
  /** Name of the view in the registry of the pages bundle, e.g. `gazette.issue`. */
  readonly view: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  /** A visitor's page depends on its address, the day and the database alone, so it may be served again until one changes. */
  readonly keep?: 'until-change'
}

export interface FormShape {
  readonly path: string
  readonly may: May
  /** Drawn again, with what was typed, when the handler returns a view. */
  readonly view: string
  readonly params?: z.ZodType
}

export interface PageRequest<Shape extends { params?: z.ZodType; query?: z.ZodType }> {
  readonly params: Shape['params'] extends z.ZodType ? z.output<Shape['params']> : undefined
  readonly query: Shape['query'] extends z.ZodType ? z.output<Shape['query']> : undefined
  readonly raw: FastifyRequest
  readonly reply: FastifyReply
}

/** The bare request and reply of an operation, for the few that read or set cookies. */
export interface Exchange {
  readonly raw: FastifyRequest
  readonly reply: FastifyReply
}

/** What modules register their operations and pages on. Each call says who may. */
export interface App {
  /** A JSON operation. */
  serve<E extends EndpointShape>(
    endpoint: E,
    handler: (ctx: Ctx, input: InputOf<E>, exchange: Exchange) => Promise<z.input<E['reply']>>,
  ): void
  /** An operation that takes a file (`endpoint.file` says the limit). */
  upload<E extends EndpointShape>(
    endpoint: E,
    handler: (ctx: Ctx, input: InputOf<E>, file: UploadedFile) => Promise<z.input<E['reply']>>,
  ): void
  /** An operation whose reply is a file (`endpoint.download` says the type). */
  download<E extends EndpointShape>(endpoint: E, handler: (ctx: Ctx, input: InputOf<E>) => Promise<Download>): void
  /** A public page: the loader gives the view, the pages bundle draws it. */
  page<Shape extends PageShape>(
    shape: Shape,
    load: (ctx: Ctx, request: PageRequest<Shape>) => Promise<PageResult>,
  ): void
  /** A form posted by a public page without script; fields are text. */
  form<Shape extends FormShape>(
    shape: Shape,
    handle: (
      ctx: Ctx,
      request: PageRequest<Shape> & { readonly fields: Readonly<Record<string, string>> },
    ) => Promise<PageResult>,
  ): void
  /** The bare server, for what the others do not cover (health, static files, sign-in). */
  readonly fastify: FastifyInstance
}
