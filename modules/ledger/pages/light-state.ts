import type { LightState } from '@guangyue/platform/ui'
import type { Light } from '../model/light.ts'

/** The shape and word in which a light is shown. */
export const lightState = {
  red: 'overdue',
  yellow: 'near',
  green: 'on-time',
  none: 'none',
  paused: 'suspended',
  done: 'done',
} as const satisfies Record<Light, LightState>

/** What is kept by light, by shape. */
export function statesOf<Value>(byLight: Readonly<Record<Light, Value>>): Readonly<Partial<Record<LightState, Value>>> {
  return Object.fromEntries(Object.entries(lightState).map(([light, state]) => [state, byLight[light as Light]]))
}
