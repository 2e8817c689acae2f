import { ticksFor } from './chart-scale.ts'
import { useMessages } from './lang.tsx'
import { words } from './words.ts'

export interface ChartPoint {
  /** Under the axis: 1月. */
  readonly label: string
  readonly value: number
}

interface ChartProps {
  /** What the chart says, in words, for those who do not see it. */
  readonly heard: string
  readonly points: readonly ChartPoint[]
  readonly kind?: 'line' | 'bar'
  readonly target?: number
  /** Written after each figure: %. */
  readonly unit?: string
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  /** Every how many points a label and a figure are written. */
  readonly every: number
}

/** One series over time as a line or as bars; the dashed line is the target. Drawn once wide and once for a phone. */
export function Chart(props: ChartProps) {
  const every = (room: number) => Math.max(1, Math.ceil(props.points.length / room))
  return (
    <>
      <Drawing {...props} frame={{ width: 760, height: 262, left: 56, every: every(14) }} look="only-wide" />
      <Drawing {...props} frame={{ width: 358, height: 210, left: 44, every: every(6) }} look="only-narrow" />
    </>
  )
}

function Drawing(props: ChartProps & { readonly frame: Frame; readonly look: string }) {
  const { heard, points, kind = 'line', target, unit = '', frame, look } = props
  const say = useMessages(words)
  const values = points.map(({ value }) => value)
  const ticks = ticksFor([...values, ...(target === undefined ? [] : [target]), ...(kind === 'bar' ? [0] : [])])
  const [low, high] = [ticks.at(0) ?? 0, ticks.at(-1) ?? 1]
  const bottom = frame.height - 40
  const y = (value: number) => round(bottom - ((value - low) / (high - low)) * (bottom - 24))
  const pitch = (frame.width - frame.left - 4) / Math.max(1, points.length)
  const x = (place: number) => round(frame.left + pitch * (place + 0.5))
  return (
    <svg className={`chart ${look}`} viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={heard}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="grid" d={`M${frame.left} ${y(tick)}H${frame.width}`} />
          <text x="0" y={y(tick) + 4}>
            {tick}
            {unit}
          </text>
        </g>
      ))}
      {target !== undefined && (
        <>
          <path className="target" d={`M${frame.left} ${y(target)}H${frame.width}`} />
          <text className="strong" x={frame.left + 6} y={y(target) - 7}>
            {say('chart.target', { value: `${target}${unit}` })}
          </text>
        </>
      )}
      {kind === 'line' && (
        <polyline className="series" points={points.map(({ value }, place) => `${x(place)},${y(value)}`).join(' ')} />
      )}
      {points.map(({ label, value }, place) => (
        <g key={label}>
          {kind === 'line' ? (
            <circle className="dot" cx={x(place)} cy={y(value)} r="4" />
          ) : (
            <path
              className="col"
              d={`M${round(x(place) - pitch / 4)} ${y(0)}V${y(value)}h${round(pitch / 2)}V${y(0)}z`}
            />
          )}
          {(points.length - 1 - place) % frame.every === 0 && (
            <>
              <text className="strong" x={x(place)} y={y(value) + (kind === 'line' ? 22 : -8)} textAnchor="middle">
                {value}
              </text>
              <text x={x(place)} y={frame.height - 16} textAnchor="middle">
                {label}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
