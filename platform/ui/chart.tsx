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

const width = 760
const height = 262
const plot = { left: 56, right: 740, top: 24, bottom: 220 }

/** One series over time as a line or as bars; the dashed line is the target. */
export function Chart({ heard, points, kind = 'line', target, unit = '' }: ChartProps) {
  const say = useMessages(words)
  const values = points.map(({ value }) => value)
  const ticks = ticksFor([...values, ...(target === undefined ? [] : [target]), ...(kind === 'bar' ? [0] : [])])
  const [low, high] = [ticks.at(0) ?? 0, ticks.at(-1) ?? 1]
  const y = (value: number) => round(plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top))
  const pitch = (plot.right - plot.left) / Math.max(1, points.length)
  const x = (place: number) => round(plot.left + pitch * (place + 0.5))
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={heard}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="grid" d={`M${plot.left} ${y(tick)}H${plot.right}`} />
          <text x="0" y={y(tick) + 4}>
            {tick}
            {unit}
          </text>
        </g>
      ))}
      {kind === 'line' ? (
        <polyline className="series" points={points.map(({ value }, place) => `${x(place)},${y(value)}`).join(' ')} />
      ) : null}
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
          <text className="strong" x={x(place)} y={y(value) + (kind === 'line' ? 22 : -8)} textAnchor="middle">
            {value}
          </text>
          <text x={x(place)} y="246" textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {target !== undefined && (
        <>
          <path className="target" d={`M${plot.left} ${y(target)}H${plot.right}`} />
          <text className="strong" x={plot.left + 6} y={y(target) - 7}>
            {say('chart.target', { value: `${target}${unit}` })}
          </text>
        </>
      )}
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
