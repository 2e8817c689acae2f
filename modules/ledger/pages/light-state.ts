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

/** Figures by light as figures by shape. */
export function statesOf(counts: Readonly<Record<Light, number>>): Readonly<Partial<Record<LightState, number>>> {
  return Object.fromEntries(Object.entries(lightState).map(([light, state]) => [state, counts[light as Light]]))
}
