import type { Line, Objection } from './shapes.ts'

type Outcome = Pick<Line, 'points' | 'talk'>

/** What a line came to: 20 分, 约谈, 不约谈, 没有分值. */
export function outcomeWord({ points, talk }: Outcome, kind: 'points' | 'talk'): string {
  if (kind === 'talk') return talk ? '约谈' : '不约谈'
  return points === null ? '没有分值' : `${points} 分`
}

/** What is said of facts that nobody has: no number is made up for them. Empty where none is missing. */
export function missingWord({ points, reasons }: Pick<Line, 'points' | 'reasons'>, kind: 'points' | 'talk'): string {
  if (reasons.missing.length === 0) return ''
  const names = reasons.missing.join('、')
  if (kind === 'talk') return `${names}没有登记，不作认定`
  return points === null ? `${names}没有登记，这一项不计分` : `${names}没有登记，按没有计算`
}

/** How an objection stands. */
export const objectionWords = {
  open: '待答复',
  upheld: '已更正',
  rejected: '维持原分',
} as const satisfies Record<Objection['state'], string>

/** How the outcome of a line is called. */
export const kindLabels = { points: '分值', talk: '约谈' } as const
