import type { ReactNode } from 'react'
import { useMessages } from './lang.tsx'
import { Icon, type IconName } from './sprite.tsx'
import { words } from './words.ts'

/** How a duty stands. `none` has no date of its own and is never shown as on time. */
export type LightState = 'on-time' | 'done' | 'near' | 'overdue' | 'suspended' | 'not-begun' | 'none'

/** In the order in which figures of all states are shown. */
export const lightStates: readonly LightState[] = [
  'done',
  'on-time',
  'near',
  'overdue',
  'suspended',
  'not-begun',
  'none',
]

interface LightProps {
  readonly state: LightState
  /** `large` heads a page; `shape` leaves the word to those who listen. */
  readonly size?: 'small' | 'large' | 'shape'
  /** A more exact word than the state's own: 还剩 8 天. */
  readonly children?: ReactNode
}

/** State as shape and word, then colour: ● on time, ✓ done, ▲ near its end, ■ overdue, ‖ suspended, ○ not begun, – none. */
export function Light({ state, size = 'small', children }: LightProps) {
  const say = useMessages(words)
  const { icon, look } = drawn[state]
  const word = children ?? say(`light.${state}`)
  return (
    <span className={`light light--${look}${size === 'large' ? ' light--lg' : ''}`}>
      <Icon name={icon} />
      {size === 'shape' ? <span className="vh">{word}</span> : word}
    </span>
  )
}

/** The class that gives a state its colour, for bars and shares. */
export function lookOf(state: LightState): string {
  return drawn[state].look
}

const drawn = {
  'on-time': { icon: 'l-ok', look: 'ok' },
  done: { icon: 'l-done', look: 'done' },
  near: { icon: 'l-soon', look: 'soon' },
  overdue: { icon: 'l-late', look: 'late' },
  suspended: { icon: 'l-paused', look: 'paused' },
  'not-begun': { icon: 'l-idle', look: 'idle' },
  none: { icon: 'l-none', look: 'none' },
} as const satisfies Record<LightState, { icon: IconName; look: string }>
