import { addDays, type KnownCalendar, type PlainDate } from '@guangyue/kernel/calendar'

export type ReportState = 'due' | 'draft' | 'signed' | 'merged' | 'accepted' | 'returned' | 'waived'

export const reportLabels = {
  due: '待报',
  draft: '草稿',
  signed: '已签报',
  merged: '已汇总',
  accepted: '已采纳',
  returned: '已退回',
  waived: '免报',
} as const satisfies Record<ReportState, string>

/** States in which a unit still owes its report. */
export const owing: readonly ReportState[] = ['due', 'draft', 'returned']

/** 0 reminder, 1 officer, 2 head, 3 post in charge, 4 commander. */
export type Level = 0 | 1 | 2 | 3 | 4

export const levelLabels = {
  0: '到期前提醒',
  1: '催报经办人',
  2: '催报单位负责人',
  3: '报分管领导',
  4: '报总指挥',
} as const satisfies Record<Level, string>

export interface Terms {
  /** Calendar days before the due day on which who has not reported is reminded. */
  readonly remindDays: number
  /** Working days after the due day before anything goes up. */
  readonly graceDays: number
  /** Working days between one level and the next. */
  readonly stepDays: number
}

/**
 * How far a missing report has gone up by a day: the highest level whose day has come, or undefined before the
 * reminder. The due day itself is in time (每月D日前 includes day D); grace and steps are working days.
 */
export function levelOn(
  due: PlainDate,
  today: PlainDate,
  { remindDays, graceDays, stepDays }: Terms,
  calendar: KnownCalendar,
): Level | undefined {
  if (today <= due) return today >= addDays(due, -remindDays) ? 0 : undefined
  const over = calendar.countWorkingDays(due, today) - graceDays
  if (over <= 0) return 0
  return Math.min(4, 1 + Math.floor((over - 1) / stepDays)) as Level
}
