import type { ReactNode } from 'react'
import { useMessages } from './lang.tsx'
import { Light, type LightState, lightStates, lookOf } from './light.tsx'
import { words } from './words.ts'

/** How far a thing has come, 0 to 100 percent; the figure stands beside the bar. */
export function Progress({ percent, state = 'on-time' }: { readonly percent: number; readonly state?: LightState }) {
  const shown = Math.min(100, Math.max(0, Math.round(percent)))
  return (
    <span className={`bar bar--${lookOf(state)}`}>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={shown} height="6" />
      </svg>
      <span className="num">{shown}%</span>
    </span>
  )
}

/** How many duties stand in each state. */
export type StateCounts = Readonly<Partial<Record<LightState, number>>>

/** The shares of all states in one bar. `size` small leaves it low, for many beside each other. */
export function StateBar({
  counts,
  size = 'large',
}: {
  readonly counts: StateCounts
  readonly size?: 'large' | 'small'
}) {
  const say = useMessages(words)
  const states = statesIn(counts)
  const total = states.reduce((sum, { count }) => sum + count, 0)
  const heard = states.map(({ state, count }) => `${say(`light.${state}`)} ${count}`).join('，')
  let left = 0
  return (
    <svg
      className={`states${size === 'small' ? ' states--sm' : ''}`}
      viewBox={`0 0 ${Math.max(total, 1)} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={heard}
    >
      {states.map(({ state, count }) => {
        const share = <rect key={state} className={lookOf(state)} x={left} width={count * 0.995} height="1" />
        left += count
        return share
      })}
    </svg>
  )
}

/** The figure of each state, large, with its light; a link where there is a list behind it. */
export function StateFigures(props: {
  readonly counts: StateCounts
  readonly href?: (state: LightState) => string | undefined
}) {
  return (
    <ul className="statekey">
      {statesIn(props.counts).map(({ state, count }) => (
        <li key={state}>
          <Linked href={props.href?.(state)}>
            <b className="num">{count}</b>
            <Light state={state} />
          </Linked>
        </li>
      ))}
    </ul>
  )
}

function Linked({ href, children }: { readonly href?: string; readonly children: ReactNode }) {
  return href === undefined ? <span>{children}</span> : <a href={href}>{children}</a>
}

function statesIn(counts: StateCounts): { state: LightState; count: number }[] {
  return lightStates.flatMap((state) => {
    const count = counts[state] ?? 0
    return count > 0 ? [{ state, count }] : []
  })
}
