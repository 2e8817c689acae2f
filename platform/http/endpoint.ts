import type { z } from 'zod'

// The one definition of an HTTP operation. Server routes, the OpenAPI page and the desk's typed caller all use it.

/** Who may call: an action that the permission table grants, or anyone, or anyone signed in. */
export type May = 'anyone' | 'signed-in' | (string & {})

export interface EndpointShape {
  /** operationId of the OpenAPI page, unique: `confirmDraft`. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:name` parameters, below `/api/`. */
  readonly path: `/api/${string}`
  readonly may: May
  /** One Chinese line for the OpenAPI page. */
  readonly summary: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly reply: z.ZodType
  /** Status of success; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204
  /** The body is a file sent as multipart/form-data; `body` then describes the other fields. */
  readonly file?: { readonly maxBytes: number }
  /** The reply is a file: its content type. */
  readonly download?: string
  /**
   * The reply depends on the address, the day, the database and who asks alone, by roles and bodies (`per-unit`) or by
   * the account as well (`per-person`), so it may be given again until one of them changes.
   */
  readonly keep?: 'per-unit' | 'per-person'
}

type Of<Schema, Key extends 'input' | 'output'> = Schema extends z.ZodType
  ? Key extends 'input'
    ? z.input<Schema>
    : z.output<Schema>
  : undefined

/** What a caller sends. */
export interface CallOf<E extends EndpointShape> {
  readonly params: Of<E['params'], 'input'>
  readonly query: Of<E['query'], 'input'>
  readonly body: Of<E['body'], 'input'>
}

/** What a handler gets after validation. */
export interface InputOf<E extends EndpointShape> {
  readonly params: Of<E['params'], 'output'>
  readonly query: Of<E['query'], 'output'>
  readonly body: Of<E['body'], 'output'>
}

export type ReplyOf<E extends EndpointShape> = z.output<E['reply']>

/** Names an endpoint; only the types do something here. */
export function endpoint<const E extends EndpointShape>(shape: E): E {
  return shape
}

/** RFC 9457 problem details, with what a person is told. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly kept?: string
  readonly todo?: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
  readonly data?: unknown
}
