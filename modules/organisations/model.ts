import type { PlainDate } from '@guangyue/kernel/calendar'

/** A body as lists show it, under the names it had on the day asked. */
export interface Body {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly short: string
  readonly kind: string
  readonly level: string | null
  readonly division: string | null
  readonly parentId: string | null
  readonly version: number
}

export interface Group {
  readonly id: string
  readonly name: string
  readonly printed: readonly string[]
  readonly members: readonly string[]
  readonly complete: boolean
  readonly version: number
}

/** What a printed name stands for. */
export type Resolution =
  | { readonly kind: 'body'; readonly bodyId: string }
  | {
      readonly kind: 'group'
      readonly groupId: string
      readonly members: readonly string[]
      readonly complete: boolean
    }
  | { readonly kind: 'several'; readonly bodyIds: readonly string[] }
  | { readonly kind: 'unknown' }

/** One printed act on a post. */
export interface Act {
  readonly person: string
  readonly action: 'appoint' | 'remove' | 'lapse'
  /** The post as printed, body and title together. */
  readonly post: string
  readonly date: PlainDate | null
  /** Number of the document, or its title. */
  readonly document: string
  readonly probationMonths: number | null
  readonly note: string | null
}

export interface Tenure {
  readonly id: string
  readonly person: string
  readonly post: string
  readonly bodyId: string | null
  readonly heldFrom: string | null
  readonly heldUntil: string | null
  readonly appointedBy: string | null
  readonly endedBy: string | null
  readonly endKind: 'remove' | 'lapse' | null
  readonly probationUntil: string | null
  readonly rankNote: string | null
}

/** A name as names are compared: without spaces, brackets and commas of one width, 、 for every list mark. */
export function foldName(name: string): string {
  return name
    .replace(/[\s\u3000]/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(/[,，]/g, '、')
    .replaceAll('“', '')
    .replaceAll('”', '')
}

/** A printed post cut into the longest known body name before it and the title after it. */
export function splitPost(post: string, bodyNames: readonly string[]): { body: string | null; title: string } {
  let best = ''
  for (const name of bodyNames)
    if (name.length > best.length && name.length < post.length && post.startsWith(name)) best = name
  return best === '' ? { body: null, title: post } : { body: best, title: post.slice(best.length) }
}
