export const inspectionKinds = ['visit', 'experts', 'interviews', 'third-party'] as const
export type InspectionKind = (typeof inspectionKinds)[number]

export const kindLabels = {
  visit: '明察暗访',
  experts: '专家论证',
  interviews: '企业访谈',
  'third-party': '第三方监测',
} as const satisfies Record<InspectionKind, string>

export type FindingState = 'open' | 'mended' | 'verified' | 'closed'
export type FindingStep = 'sign' | 'verify' | 'close' | 'send-back'

export const findingLabels = {
  open: '整改中',
  mended: '已报整改，待核验',
  verified: '已核验，待销号',
  closed: '已销号',
} as const satisfies Record<FindingState, string>

interface Rule {
  readonly label: string
  readonly from: readonly FindingState[]
  readonly to: FindingState
  readonly words: 'needed' | 'optional'
}

/** The life of a finding after it was told to its owner. The owner never verifies; only the office closes. */
export const findingSteps = {
  sign: { label: '签报整改', from: ['open'], to: 'mended', words: 'optional' },
  verify: { label: '核验通过', from: ['mended'], to: 'verified', words: 'needed' },
  close: { label: '销号', from: ['verified'], to: 'closed', words: 'optional' },
  'send-back': { label: '退回整改', from: ['mended', 'verified'], to: 'open', words: 'needed' },
} as const satisfies Record<FindingStep, Rule>

/** The state after a step, or null when it cannot be taken now. */
export function findingAfter(state: FindingState, step: FindingStep): FindingState | null {
  const rule: Rule = findingSteps[step]
  return rule.from.includes(state) ? rule.to : null
}
