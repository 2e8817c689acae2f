/** Keys of the review, in the order in which the help lists them. */
export const reviewKeys = [
  { keys: ['J', '↓'], does: '下一条' },
  { keys: ['K', '↑'], does: '上一条' },
  { keys: ['E'], does: '编辑当前任务' },
  { keys: ['[', ']'], does: '上一项、下一项任务' },
  { keys: ['1', '2', '3', '4'], does: '把选中的原文标为牵头、责任、时限、目标' },
  { keys: ['S'], does: '把当前任务拆开（选中原文时在选处拆）' },
  { keys: ['M'], does: '把当前任务并入上一项' },
  { keys: ['L'], does: '打开措施清单' },
  { keys: ['F'], does: '只看有疑' },
  { keys: ['Ctrl', 'S'], does: '保存草稿' },
  { keys: ['Ctrl', 'Enter'], does: '确认本条并到下一条' },
  { keys: ['Esc'], does: '退出编辑，放弃未保存的修改前会先询问' },
  { keys: ['?'], does: '本帮助' },
] as const

export interface Neighbours {
  readonly previous: string | null
  readonly next: string | null
  /** The one after it that still waits; where to go after confirming. */
  readonly waiting: string | null
  /** One-based; 0 when it is not in the list. */
  readonly place: number
}

/** Where one goes from a measure in a list; after the last waiting one, the first waiting one before it. */
export function neighboursOf(
  items: readonly { readonly id: string; readonly state: string }[],
  id: string | null,
): Neighbours {
  const at = items.findIndex((item) => item.id === id)
  const others = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))]
  return {
    previous: items[at - 1]?.id ?? null,
    next: items[at + 1]?.id ?? null,
    waiting: others.find(({ state }) => state === 'draft')?.id ?? null,
    place: at + 1,
  }
}
