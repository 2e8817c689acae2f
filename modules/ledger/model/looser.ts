import type { TargetRow } from './task-rows.ts'

/** What a task promises: its last own date and its figures. */
export interface Promised {
  readonly due: string | null
  readonly targets: readonly Pick<TargetRow, 'metric' | 'op' | 'value' | 'unit'>[]
}

type Target = Promised['targets'][number]

/**
 * In which points a part promises less than the task above it, in words; empty when in none. A part may end earlier and
 * aim higher as it likes: it is later when its date is after that of the task or missing where the task has one, and
 * looser when a target is missing or weaker in its direction.
 */
export function looserThan(part: Promised, above: Promised): readonly string[] {
  const late = later(part.due, above.due)
  return [...(late ? [late] : []), ...above.targets.flatMap((target) => weaker(part.targets, target) ?? [])]
}

function later(due: string | null, above: string | null): string | null {
  if (above === null || (due !== null && due <= above)) return null
  return due === null ? `没有写明日期，上级任务的时限是 ${above}` : `时限 ${due} 晚于上级任务的 ${above}`
}

function weaker(own: readonly Target[], above: Target): string | null {
  const same = own.filter(({ metric, unit }) => metric === above.metric && unit === above.unit)
  const [first] = same
  if (!first) return `没有写上级任务的目标“${textOf(above)}”`
  return same.some((target) => asStrict(target, above))
    ? null
    : `目标“${textOf(first)}”低于上级任务的“${textOf(above)}”`
}

/** Whether whoever keeps `own` keeps `above` too. */
function asStrict(own: Target, above: Target): boolean {
  switch (above.op) {
    case '>=':
      return ['>=', '>', '='].includes(own.op) && own.value >= above.value
    case '<=':
      return ['<=', '<', '='].includes(own.op) && own.value <= above.value
    case '>':
      return own.op === '>' ? own.value >= above.value : ['>=', '='].includes(own.op) && own.value > above.value
    case '<':
      return own.op === '<' ? own.value <= above.value : ['<=', '='].includes(own.op) && own.value < above.value
    case 'about':
      return ['about', '='].includes(own.op) && own.value === above.value
    default:
      return own.op === '=' && own.value === above.value
  }
}

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝', about: '约' }

function textOf({ metric, op, value, unit }: Target): string {
  return `${metric} ${signs[op] ?? op} ${value}${unit}`
}
