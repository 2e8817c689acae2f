import { type LightState, shortDay } from '@guangyue/platform/ui'
import { owing, reportLabels } from '../../dispatch/api.ts'
import type { Duty } from './shapes.ts'

// How a report stands, in words and as a light.

const lights = {
  due: 'not-begun',
  draft: 'not-begun',
  returned: 'near',
  signed: 'on-time',
  merged: 'done',
  accepted: 'done',
  waived: 'none',
} as const satisfies Record<Duty['state'], LightState>

type Standing = Pick<Duty, 'state' | 'late'>

/** What is owed after its day is overdue, whatever has been written of it. */
export function lightOfReport({ state, late }: Standing): LightState {
  return late && owing.includes(state) ? 'overdue' : lights[state]
}

/** 待报, 草稿 已逾期, 已签报 迟报. */
export function wordOfReport({ state, late }: Standing): string {
  if (!late) return reportLabels[state]
  return `${reportLabels[state]}（${owing.includes(state) ? '逾期' : '迟报'}）`
}

/** 4月25日前报送. */
export function dueWord({ due }: Pick<Duty, 'due'>): string {
  return `${shortDay(due)}前报送`
}
