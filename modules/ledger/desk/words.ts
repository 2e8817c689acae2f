import type { LightState } from '@guangyue/platform/ui'
import type { DateRead, LedgerDocument, TargetRead, TaskItem } from './shapes.ts'

// The words of the ledger's screens for what the server says in keys.

export const lightOf = {
  red: 'overdue',
  yellow: 'near',
  green: 'on-time',
  none: 'none',
  paused: 'suspended',
  done: 'done',
} as const satisfies Record<TaskItem['light'], LightState>

export const lightWords = {
  red: '逾期',
  yellow: '临期',
  green: '正常',
  none: '未定时限',
  paused: '中止',
  done: '办结',
} as const satisfies Record<TaskItem['light'], string>

export const stateWords = {
  proposed: '待批准',
  refused: '未获批准',
  assigned: '已分办',
  'in-progress': '办理中',
  reported: '已报完成',
  returned: '已退回',
  verified: '已核验',
  closed: '已办结',
  suspended: '已中止',
  cancelled: '已取消',
  merged: '已并入',
  split: '已拆分',
} as const satisfies Record<TaskItem['state'], string>

export const releaseWords = {
  nothing: '不公开',
  tracked: '公开任务',
  progress: '公开进展',
} as const satisfies Record<LedgerDocument['release'], string>

export const sourceWords = {
  pack: '城市数据',
  gazette: '公报',
  xlsx: '表格录入',
  hand: '手工立项',
} as const satisfies Record<LedgerDocument['source'], string>

export const opWords = {
  '>=': '≥',
  '<=': '≤',
  '>': '＞',
  '<': '＜',
  '=': '＝',
  about: '约',
} as const satisfies Record<TargetRead['op'], string>

export const kindWords = {
  by: '截止',
  during: '期间',
  from: '起始',
  recurring: '定期',
  duration: '期限',
  relative: '相对期限',
  fuzzy: '未定日期',
  ongoing: '长期',
  'due-year-unknown': '年份不明',
} as const satisfies Record<DateRead['kind'], string>

/** How far off a day is: 还剩 8 天, 今天到期, 逾期 6 天. */
export function daysWord(left: number): string {
  if (left === 0) return '今天到期'
  return left > 0 ? `还剩 ${left} 天` : `逾期 ${-left} 天`
}

/** What stands beside a task's light. */
export function lightWord({
  light,
  daysLeft,
  state,
}: Pick<TaskItem, 'light' | 'daysLeft'> & { readonly state?: TaskItem['state'] }): string {
  if (state === 'proposed' || state === 'refused') return '未交办'
  const counts = light === 'red' || light === 'yellow' || light === 'green'
  return counts && daysLeft !== null ? daysWord(daysLeft) : lightWords[light]
}

/** How the leads share the work; with several the first reports for all. */
export function dutyWord(leads: readonly string[]): string {
  const [first, second, ...more] = leads
  if (first === undefined) return '未定牵头单位'
  if (second === undefined) return '单独牵头'
  return `${more.length === 0 ? '双' : '多'}牵头，由${first}汇总报送`
}

/** 市行政审批局 等 3. */
export function leadsWord(leads: readonly string[]): string {
  return leads.length > 2 ? `${leads[0]} 等 ${leads.length}` : leads.join('、')
}

interface Supporting {
  readonly name: string
  readonly kind: 'body' | 'group' | 'several' | 'unknown'
  readonly members: readonly unknown[]
}

/** 8 个单位，各县（市、区）人民政府（8）; up to three bodies by name, and whoever is not known always. */
export function supportsWord(parties: readonly Supporting[]): string {
  const bodies = parties.filter(({ kind }) => kind === 'body')
  const rest = parties.filter(({ kind }) => kind !== 'body')
  const few = bodies.length > 3 ? [`${bodies.length} 个单位`] : bodies.map(({ name }) => name)
  return [
    ...few,
    ...rest.map(({ name, kind, members }) => (kind === 'group' ? `${name}（${members.length}）` : `${name}（待认定）`)),
  ].join('、')
}
