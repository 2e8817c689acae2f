import type { Line, Objection } from './shapes.ts'

type Outcome = Pick<Line, 'points' | 'talk'> & { readonly reasons: Pick<Line['reasons'], 'missing'> }

/** What a line came to: 20 分, 约谈, 不约谈, 没有分值; 待定 while it hangs on what nobody stated. */
export function outcomeWord({ points, talk, reasons }: Outcome, kind: 'points' | 'talk'): string {
  if (reasons.missing.length > 0) return '待定'
  if (kind === 'talk') return talk ? '约谈' : '不约谈'
  return points === null ? '没有分值' : `${points} 分`
}

/** Why a line is pending; empty where it is not. */
export function missingWord({ reasons }: Pick<Line, 'reasons'>): string {
  return reasons.missing.length === 0 ? '' : `待定：${reasons.missing.join('、')}没有登记，由人确定后才计分`
}

/** How an objection stands. */
export const objectionWords = {
  open: '待答复',
  upheld: '已更正',
  rejected: '维持原分',
} as const satisfies Record<Objection['state'], string>

/** How the outcome of a line is called. */
export const kindLabels = { points: '分值', talk: '约谈' } as const

/** 由第9名到第6名, 保持第5名. */
export function movedWord({ before, rank }: { readonly before: number; readonly rank: number }): string {
  return before === rank ? `保持第${rank}名` : `由第${before}名到第${rank}名`
}
