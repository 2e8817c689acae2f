import type { z } from 'zod'
import type { getReturnEndpoint } from '../../api.ts'

export type Difference = z.output<typeof getReturnEndpoint.reply>
export type ReturnItem = Difference['items'][number]

export const kindWords = {
  changed: '改动',
  added: '新增',
  missing: '表中没有',
  stale: '已被别人改过',
  faulty: '读不懂',
} as const satisfies Record<ReturnItem['kind'], string>

/** In the order in which a person looks at them: what can be accepted first. */
const kindsInOrder = ['changed', 'added', 'stale', 'faulty', 'missing'] as const

/** How many of each kind, without those that there are none of. */
export function countKinds(items: readonly ReturnItem[]): readonly { kind: ReturnItem['kind']; count: number }[] {
  return kindsInOrder
    .map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0)
}

/** What can still be taken over. */
export function openItems(items: readonly ReturnItem[]): readonly ReturnItem[] {
  return items.filter(({ acceptable, accepted }) => acceptable && !accepted)
}
