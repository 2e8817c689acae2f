export type ProblemState = 'open' | 'in-hand' | 'reported' | 'solved' | 'dropped'
export type ProblemStep = 'take' | 'report-solved' | 'send-back' | 'solve' | 'drop'

export const problemLabels = {
  open: '待处理',
  'in-hand': '整改中',
  reported: '已报解决，待确认',
  solved: '已解决',
  dropped: '不列入',
} as const satisfies Record<ProblemState, string>

interface Rule {
  readonly label: string
  readonly from: readonly ProblemState[]
  readonly to: ProblemState
  /** The unit that has to solve it, or another that may judge it. */
  readonly by: 'owner' | 'judge'
  readonly words: 'needed' | 'optional'
}

/** The whole life of a problem. Setting a remedy takes it in hand; the unit never confirms its own solution. */
export const problemSteps = {
  take: { label: '列入整改', from: ['open'], to: 'in-hand', by: 'owner', words: 'optional' },
  'report-solved': { label: '报告已解决', from: ['open', 'in-hand'], to: 'reported', by: 'owner', words: 'needed' },
  'send-back': { label: '未解决，退回', from: ['reported', 'solved'], to: 'in-hand', by: 'judge', words: 'needed' },
  solve: { label: '确认解决', from: ['reported'], to: 'solved', by: 'judge', words: 'optional' },
  drop: { label: '不列入', from: ['open', 'in-hand'], to: 'dropped', by: 'judge', words: 'needed' },
} as const satisfies Record<ProblemStep, Rule>

/** The state after a step, or null when it cannot be taken now. */
export function problemAfter(state: ProblemState, step: ProblemStep): ProblemState | null {
  const rule: Rule = problemSteps[step]
  return rule.from.includes(state) ? rule.to : null
}

export const sourceLabels = { report: '调度报告', finding: '督查发现', hand: '手工登记' } as const
