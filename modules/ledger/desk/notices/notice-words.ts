import type { LightState } from '@guangyue/platform/ui'
import type { NoticeItem } from './shapes.ts'

export const stateWords = { draft: '待审核', reviewed: '待印发', issued: '已印发' } as const

export const lightOfNotice = { draft: 'not-begun', reviewed: 'near', issued: 'done' } as const satisfies Record<
  NoticeItem['state'],
  LightState
>

/** One unit by name, more by how many. */
export function unitsWord(units: NoticeItem['units']): string {
  const [first] = units
  if (first === undefined) return ''
  return units.length === 1 ? first.name : `${first.name}等 ${units.length} 个单位`
}
