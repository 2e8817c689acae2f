import type { Item, Target } from './item.ts'

export interface Figure {
  readonly figure: Target['figure']
  readonly have: number
  readonly of: number
  /** Null where no item is in force. */
  readonly percent: number | null
  readonly target: Target | null
  /** Null where there is no target or nothing to measure. */
  readonly reached: boolean | null
}

const counts: Readonly<Record<Target['figure'], (item: Item) => boolean>> = {
  online: ({ online }) => online >= 3,
  'whole-online': ({ online }) => online === 4,
  'one-window': ({ window }) => window === 'comprehensive',
}

/**
 * The share of the items in force that can be handled on line, wholly on line, and at a comprehensive window, in percent
 * to one decimal, against their targets. An item that no window takes is left out of the share of windows.
 */
export function figuresOf(items: readonly Item[], targets: readonly Target[]): readonly Figure[] {
  return (['online', 'whole-online', 'one-window'] as const).map((figure) => {
    const counted = figure === 'one-window' ? items.filter(({ window }) => window !== 'none') : items
    const have = counted.filter(counts[figure]).length
    const percent = counted.length === 0 ? null : Math.round((have / counted.length) * 1000) / 10
    const target = targets.find((row) => row.figure === figure) ?? null
    // compared without rounding, so that 94.96 % does not pass for 95 %
    const reached = percent === null || target === null ? null : have * 100 >= target.percent * counted.length
    return { figure, have, of: counted.length, percent, target, reached }
  })
}
