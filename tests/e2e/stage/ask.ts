import type { CallOf, EndpointShape, ReplyOf } from '@guangyue/platform/http/endpoint'
import type { Page } from '@playwright/test'

/** What came back: the reply, or what a person is told of the refusal. */
export interface Answer<Reply> {
  readonly status: number
  readonly body: Reply & { readonly code?: string; readonly title?: string; readonly data?: unknown }
}

type Sent<E extends EndpointShape> = { readonly [Key in keyof CallOf<E>]?: CallOf<E>[Key] }

/** Calls an endpoint from the page, as whoever is signed in there. */
export async function ask<E extends EndpointShape>(
  page: Page,
  endpoint: E,
  sent: Sent<E> = {},
): Promise<Answer<ReplyOf<E>>> {
  const call = { address: addressOf(endpoint.path, sent), method: endpoint.method, body: sent.body ?? null }
  return page.evaluate(async ({ address, method, body }) => {
    const content = body === null ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const answer = await fetch(address, { method, ...content })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
  }, call)
}

/** The reply of a call that must succeed. */
export async function told<E extends EndpointShape>(page: Page, endpoint: E, sent: Sent<E> = {}): Promise<ReplyOf<E>> {
  const { status, body } = await ask(page, endpoint, sent)
  if (status >= 300) throw new Error(`${endpoint.id}: ${status} ${JSON.stringify(body)}`)
  return body
}

function addressOf(path: string, { params, query }: { readonly params?: unknown; readonly query?: unknown }): string {
  const filled = path.replace(/:(\w+)/g, (_place, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  )
  const asked = new URLSearchParams(
    Object.entries((query ?? {}) as Record<string, unknown>).map(([k, v]) => [k, String(v)]),
  )
  return asked.size === 0 ? filled : `${filled}?${asked}`
}
