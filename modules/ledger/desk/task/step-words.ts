import type { Task } from '../shapes.ts'

export type Step = Task['may'][number]

interface StepWords {
  /** On the button and over the dialog. */
  readonly label: string
  /** What the words are, and an example. */
  readonly asks: string
  readonly example: string
  readonly words: 'needed' | 'optional'
  /** What happens then. */
  readonly effect: string
  readonly look: 'primary' | 'plain' | 'danger'
}

/** How each step is offered. The order is that of the buttons. */
export const stepWords = {
  report: {
    label: '报告完成',
    asks: '完成情况',
    example: '写明做了什么、达到多少，如“全程电子化率 99.2%，含备案”',
    words: 'needed',
    effect: '报督办单位核验',
    look: 'primary',
  },
  verify: {
    label: '核验通过',
    asks: '核验意见',
    example: '可不填',
    words: 'optional',
    effect: '任务转为已核验，等待办结',
    look: 'primary',
  },
  close: { label: '办结', asks: '说明', example: '可不填', words: 'optional', effect: '任务办结', look: 'primary' },
  'approve-part': {
    label: '同意分解',
    asks: '意见',
    example: '写明批准的理由，如“汛期施工，同意延后”',
    words: 'needed',
    effect: '交办承担单位，并告知申请单位',
    look: 'primary',
  },
  'refuse-part': {
    label: '不同意分解',
    asks: '理由',
    example: '如“时限是刚性要求，请按原时限分解”',
    words: 'needed',
    effect: '不交办，理由告知申请单位，可以改正后重新分解',
    look: 'plain',
  },
  start: {
    label: '启动办理',
    asks: '说明',
    example: '可不填',
    words: 'optional',
    effect: '任务转为办理中',
    look: 'primary',
  },
  resume: {
    label: '恢复办理',
    asks: '说明',
    example: '可不填',
    words: 'optional',
    effect: '任务恢复中止前的状态',
    look: 'primary',
  },
  'grant-extension': {
    label: '同意延期',
    asks: '意见',
    example: '可不填',
    words: 'optional',
    effect: '时限改为申请的日期，原时限保留在记录里',
    look: 'plain',
  },
  'refuse-extension': {
    label: '不同意延期',
    asks: '理由',
    example: '如“原文时限为刚性要求”',
    words: 'needed',
    effect: '时限不变，理由告知牵头单位',
    look: 'plain',
  },
  return: {
    label: '退回',
    asks: '退回理由',
    example: '写明缺什么，如“数据口径应含备案”',
    words: 'needed',
    effect: '退回牵头单位修改后重报',
    look: 'plain',
  },
  'ask-extension': {
    label: '申请延期',
    asks: '延期理由',
    example: '如“待省级系统升级，预计8月上旬完成”',
    words: 'needed',
    effect: '报督办单位审批；批准前时限不变',
    look: 'plain',
  },
  suspend: {
    label: '中止',
    asks: '中止理由',
    example: '写明等什么，如“等待上级出台配套政策”',
    words: 'needed',
    effect: '中止期间不计逾期',
    look: 'plain',
  },
  cancel: {
    label: '取消任务',
    asks: '取消理由',
    example: '写明依据，如“已由新文件代替”',
    words: 'needed',
    effect: '任务不再督办，记录保留',
    look: 'danger',
  },
} as const satisfies Record<Step, StepWords>

export interface StepButtons {
  readonly main: Step | undefined
  readonly second: Step | undefined
  readonly rest: readonly Step[]
}

/** The step that moves the task on as the main button, one more beside it, the rest in a menu; what ends a task is never a button. */
export function stepButtons(may: readonly Step[]): StepButtons {
  const steps = (Object.keys(stepWords) as Step[]).filter((step) => may.includes(step))
  const main = steps.find((step) => stepWords[step].look === 'primary')
  const second = steps.find((step) => step !== main && stepWords[step].look !== 'danger')
  return { main, second, rest: steps.filter((step) => step !== main && step !== second) }
}

const marks: Readonly<Record<string, 'done' | 'bad' | 'now'>> = {
  return: 'bad',
  cancel: 'bad',
  'refuse-part': 'bad',
  'propose-part': 'now',
  'refuse-extension': 'bad',
  suspend: 'now',
}

/** How an entry of the history is marked. */
export function markOf(step: string): 'done' | 'bad' | 'now' {
  return marks[step] ?? 'done'
}
