import type { LightState } from '@guangyue/platform/ui'
import type { Composition, ManuscriptItem } from './shapes.ts'

export const stateWords = {
  draft: '待审核',
  reviewed: '待签发',
  signed: '已签发',
  void: '已作废',
} as const satisfies Record<Composition['state'], string>

export const lightOfState = {
  draft: 'not-begun',
  reviewed: 'near',
  signed: 'done',
  void: 'suspended',
} as const satisfies Record<Composition['state'], LightState>

export const manuscriptWords = {
  waiting: '待刊',
  placed: '已编入',
  printed: '已刊登',
  withdrawn: '已撤下',
} as const satisfies Record<ManuscriptItem['state'], string>

export const lightOfManuscript = {
  waiting: 'not-begun',
  placed: 'near',
  printed: 'done',
  withdrawn: 'suspended',
} as const satisfies Record<ManuscriptItem['state'], LightState>
