export type TaskState =
  | 'draft'
  | 'proposed'
  | 'refused'
  | 'assigned'
  | 'in-progress'
  | 'reported'
  | 'returned'
  | 'verified'
  | 'closed'
  | 'suspended'
  | 'cancelled'
  | 'merged'
  | 'split'

export type Step =
  | 'start'
  | 'report'
  | 'return'
  | 'verify'
  | 'close'
  | 'suspend'
  | 'resume'
  | 'ask-extension'
  | 'grant-extension'
  | 'refuse-extension'
  | 'cancel'
  | 'approve-part'
  | 'refuse-part'

/**
 * Who takes a step: any lead; the first lead, which reports for all; another unit than the leads; the office; someone of
 * the office who did not ask for it.
 */
export type By = 'lead' | 'first-lead' | 'verifier' | 'office' | 'approver'

interface StepRule {
  readonly label: string
  readonly from: readonly TaskState[]
  /** Null: the state stays as it is. `back`: the state it was suspended in. */
  readonly to: TaskState | 'back' | null
  readonly by: By
  readonly words: 'needed' | 'optional'
}

const open = ['assigned', 'in-progress', 'returned'] as const

/**
 * The whole life of a task after confirmation. Confirming names the lead, so a confirmed task is assigned at once;
 * merging and splitting are done to several tasks together and stand in the service.
 */
export const steps = {
  start: { label: '启动办理', from: ['assigned'], to: 'in-progress', by: 'lead', words: 'optional' },
  report: { label: '报告完成', from: open, to: 'reported', by: 'first-lead', words: 'needed' },
  return: { label: '退回', from: ['reported', 'verified'], to: 'returned', by: 'verifier', words: 'needed' },
  verify: { label: '核验通过', from: ['reported'], to: 'verified', by: 'verifier', words: 'optional' },
  close: { label: '办结', from: ['verified'], to: 'closed', by: 'office', words: 'optional' },
  suspend: { label: '中止', from: open, to: 'suspended', by: 'office', words: 'needed' },
  resume: { label: '恢复办理', from: ['suspended'], to: 'back', by: 'office', words: 'optional' },
  'ask-extension': { label: '申请延期', from: open, to: null, by: 'first-lead', words: 'needed' },
  'grant-extension': { label: '同意延期', from: open, to: null, by: 'approver', words: 'optional' },
  'refuse-extension': { label: '不同意延期', from: open, to: null, by: 'approver', words: 'needed' },
  cancel: { label: '取消', from: [...open, 'suspended', 'reported'], to: 'cancelled', by: 'office', words: 'needed' },
  'approve-part': { label: '同意分解', from: ['proposed'], to: 'assigned', by: 'approver', words: 'needed' },
  'refuse-part': { label: '不同意分解', from: ['proposed'], to: 'refused', by: 'approver', words: 'needed' },
} as const satisfies Record<Step, StepRule>

export const stepNames = Object.keys(steps) as readonly Step[]

/** The state after the step, or null when it cannot be taken now. `suspendedIn` is where a suspended task was. */
export function after(state: TaskState, step: Step, suspendedIn: TaskState | null = null): TaskState | null {
  const rule: StepRule = steps[step]
  if (!rule.from.includes(state)) return null
  if (rule.to === 'back') return suspendedIn ?? 'assigned'
  return rule.to ?? state
}

export const stateLabels = {
  draft: '草稿',
  proposed: '待批准',
  refused: '未获批准',
  assigned: '已分办',
  'in-progress': '办理中',
  reported: '已报完成，待核验',
  returned: '已退回',
  verified: '已核验',
  closed: '已办结',
  suspended: '已中止',
  cancelled: '已取消',
  merged: '已并入其他任务',
  split: '已拆分',
} as const satisfies Record<TaskState, string>

/** Words for steps and for what happens besides them, for the history of a task. */
export const eventLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(steps).map(([step, { label }]) => [step, label])),
  confirm: '确认并分办',
  unconfirm: '撤回确认',
  edit: '更正',
  'break-down': '由上级任务分解',
  'propose-part': '分解待批准',
  'broke-down': '分解到各单位',
  merge: '并入其他任务',
  'take-in': '并入了其他任务',
  split: '拆分',
  'from-split': '由拆分而来',
  'reach-milestone': '达到节点',
  'resolve-name': '认定机构名称',
  'sheet-return': '表格回填更正',
}
