import { z } from 'zod'
import type { CallOf, EndpointShape, ReplyOf } from '../../http/endpoint.ts'
import { addressOf } from './address.ts'
import { problemOfAnswer, problemOfLargeFile, problemOfSilence } from './problem.ts'

type Optional<T> = { readonly [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  readonly [Key in keyof T as undefined extends T[Key] ? Key : never]?: T[Key]
}

/** What a call sends: the params, query and body that the endpoint asks for. */
export type Sent<E extends EndpointShape> = Optional<CallOf<E>>

/** Left out when the endpoint asks for nothing. */
export type SentArgument<E extends EndpointShape> = object extends Sent<E> ? [sent?: Sent<E>] : [sent: Sent<E>]

/** Calls an endpoint; the reply is checked against its schema. Throws a `Problem` when refused or not answered. */
export async function call<E extends EndpointShape>(endpoint: E, ...[sent]: SentArgument<E>): Promise<ReplyOf<E>> {
  const { body } = (sent ?? {}) as { body?: unknown }
  const answer = await fetch(addressOf(endpoint, sent ?? {}), {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  }).catch(() => {
    throw problemOfSilence()
  })
  return replyOf(endpoint, answer.status, await answer.text())
}

/** Schemas are read as they stand and not compiled: the desk's pages allow no code made from text. */
export function checkWithoutCompiling(): void {
  z.config({ jitless: true })
}

/** The address of an endpoint that gives a file, for a link with `download`. */
export function downloadHref<E extends EndpointShape>(endpoint: E, ...[sent]: SentArgument<E>): string {
  return addressOf(endpoint, sent ?? {})
}

export interface Upload {
  readonly file: File
  /** 0 to 1, as far as the bytes have left. */
  readonly onProgress?: (share: number) => void
  /** Stops the upload. */
  readonly signal?: AbortSignal
}

/**
 * Sends a file with the endpoint's other fields; the fields go first, so that they are read before the file. One that
 * the endpoint would refuse for its size is not sent: a browser that is cut off while sending hears no answer.
 */
export function upload<E extends EndpointShape>(
  endpoint: E,
  { file, onProgress, signal }: Upload,
  ...[sent]: SentArgument<E>
): Promise<ReplyOf<E>> {
  const maxBytes = endpoint.file?.maxBytes ?? Number.POSITIVE_INFINITY
  if (file.size > maxBytes) return Promise.reject(problemOfLargeFile(maxBytes))
  const form = new FormData()
  const { body } = (sent ?? {}) as { body?: Readonly<Record<string, unknown>> }
  for (const [name, value] of Object.entries(body ?? {})) {
    if (value !== undefined && value !== null) form.append(name, String(value))
  }
  form.append('file', file, file.name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, sent ?? {}))
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress?.(loaded / total)
    }
    request.onerror = () => reject(problemOfSilence())
    request.onabort = () => reject(problemOfSilence())
    request.onload = () => {
      try {
        resolve(replyOf(endpoint, request.status, request.responseText))
      } catch (error) {
        reject(error)
      }
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}

function replyOf<E extends EndpointShape>(endpoint: E, status: number, text: string): ReplyOf<E> {
  if (status < 200 || status >= 300) throw problemOfAnswer(status, text)
  return endpoint.reply.parse(text === '' ? undefined : JSON.parse(text)) as ReplyOf<E>
}
