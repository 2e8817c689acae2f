import { dayOfYearInWords } from '@guangyue/kernel/calendar'
import type { LightState } from '@guangyue/platform/ui'
import type { Metric, MetricDetail, Outlook, Target } from './shapes.ts'

export const outlookWords = {
  reached: '已达到',
  'on-course': '预计达到',
  doubtful: '不确定',
  'off-course': '预计达不到',
  late: '逾期达到',
  missed: '未达到',
  unknown: '数值不足',
} as const satisfies Record<Outlook, string>

export const outlookLights = {
  reached: 'done',
  'on-course': 'on-time',
  doubtful: 'near',
  'off-course': 'overdue',
  late: 'near',
  missed: 'overdue',
  unknown: 'none',
} as const satisfies Record<Outlook, LightState>

export const directionWords = { up: '越高越好', down: '越低越好', hold: '等于目标值' } as const satisfies Record<
  Metric['direction'],
  string
>

export const computedWords = {
  'tasks-closed': '已办结任务占比',
  'tasks-overdue': '逾期任务占比',
  'reports-on-time': '按时报告占比',
} as const satisfies Record<NonNullable<Metric['computed']>, string>

export const sourceWords = {
  hand: '填报',
  xlsx: '表格录入',
  api: '接口',
  report: '调度报告',
  computed: '系统计算',
} as const satisfies Record<MetricDetail['entries'][number]['source'], string>

/** A figure as it is read: two places at most, no noughts behind. */
export function figure(value: number): string {
  return String(Number(value.toFixed(2)))
}

/** The target that comes next; once all days have passed, the last. */
export function nextTarget(targets: readonly Target[], today: string): Target | undefined {
  return targets.find(({ day }) => day >= today) ?? targets.at(-1)
}

/** A day as the number of days since 1970, for an axis. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

/** Under an axis: the day within the year of `today`, the month in another. */
export function axisDay(day: string, today: string): string {
  const [year, month] = day.split('-').map(Number)
  return day.startsWith(today.slice(0, 4)) ? dayOfYearInWords(day) : `${year}.${month}`
}
