import { spaced, ticksFor } from './chart-scale.ts'
import { useMessages } from './lang.tsx'
import { words } from './words.ts'

export interface ChartPoint {
  /** Under the axis: 1月. */
  readonly label: string
  readonly value: number
  /** Where it stands along the axis, as the number of its day; without it points stand side by side. */
  readonly at?: number
}

/** A value to be reached on a day. */
export interface ChartTarget extends ChartPoint {
  readonly at: number
}

/** What is expected on a day, and the range in which it will fall. */
export interface ChartAhead extends ChartTarget {
  readonly low: number
  readonly high: number
}

interface ChartProps {
  /** What the chart says, in words, for those who do not see it. */
  readonly heard: string
  readonly points: readonly ChartPoint[]
  readonly kind?: 'line' | 'bar'
  readonly target?: number
  /** Targets with their days; every point then says where it stands. */
  readonly targets?: readonly ChartTarget[]
  /** What follows the last point, by day. */
  readonly ahead?: readonly ChartAhead[]
  /** Written after each figure: %. */
  readonly unit?: string
  /** Drawn once only, as for a phone: in a column beside other things. */
  readonly size?: 'small'
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  /** How far apart labels and figures are written at least. */
  readonly gap: number
}

/**
 * One series over time as a line or as bars; dashed lines are targets, a shaded range is what is expected. Drawn once
 * wide and once for a phone.
 */
export function Chart(props: ChartProps) {
  if (props.size === 'small') return <Drawing {...props} frame={narrow} look="" />
  return (
    <>
      <Drawing {...props} frame={{ width: 760, height: 262, left: 56, gap: 60 }} look="only-wide" />
      <Drawing {...props} frame={narrow} look="only-narrow" />
    </>
  )
}

const narrow = { width: 358, height: 210, left: 44, gap: 56 } as const satisfies Frame

function Drawing(props: ChartProps & { readonly frame: Frame; readonly look: string }) {
  const { heard, points, kind = 'line', target, targets = [], ahead = [], unit = '', frame, look } = props
  const say = useMessages(words)
  const ticks = ticksFor([
    ...[...points, ...targets].map(({ value }) => value),
    ...ahead.flatMap(({ low, high }) => [low, high]),
    ...(target === undefined ? [] : [target]),
    ...(kind === 'bar' ? [0] : []),
  ])
  const [low, high] = [ticks.at(0) ?? 0, ticks.at(-1) ?? 1]
  const bottom = frame.height - 40
  const y = (value: number) => round(bottom - ((value - low) / (high - low)) * (bottom - 24))
  const x = acrossOf(props)
  const pitch = (frame.width - frame.left - 4) / Math.max(1, points.length)
  const labelled = points.map((point, place) => ({ ...point, x: x(point, place) }))
  const axis = [...labelled, ...[...ahead, ...targets].map((mark) => ({ ...mark, x: x(mark, 0) }))]
  const written = spaced(
    axis.map((mark) => mark.x),
    frame.gap,
  )
  const last = labelled.at(-1)
  return (
    <svg
      className={`chart ${look}`.trim()}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={heard}
    >
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
      {targets.map((one) => (
        <g key={one.at}>
          <path className="target" d={`M${frame.left} ${y(one.value)}H${x(one, 0)}`} />
          <path className="targetend" d={`M${x(one, 0)} ${y(one.value) - 6}l6 6l-6 6l-6 -6z`} />
        </g>
      ))}
      {last !== undefined && ahead.length > 0 && (
        <>
          <polygon
            className="band"
            points={[
              `${last.x},${y(last.value)}`,
              ...ahead.map((mark) => `${x(mark, 0)},${y(mark.high)}`),
              ...ahead.toReversed().map((mark) => `${x(mark, 0)},${y(mark.low)}`),
            ].join(' ')}
          />
          <polyline
            className="ahead"
            points={[last, ...ahead].map((mark) => `${x(mark, points.length - 1)},${y(mark.value)}`).join(' ')}
          />
        </>
      )}
      {kind === 'line' && (
        <polyline className="series" points={labelled.map((point) => `${point.x},${y(point.value)}`).join(' ')} />
      )}
      {labelled.map((point) => (
        <g key={`${point.label} ${point.x}`}>
          {kind === 'line' ? (
            <circle className="dot" cx={point.x} cy={y(point.value)} r="4" />
          ) : (
            <path
              className="col"
              d={`M${round(point.x - pitch / 4)} ${y(0)}V${y(point.value)}h${round(pitch / 2)}V${y(0)}z`}
            />
          )}
          {written.has(point.x) && (
            <text
              className="strong"
              x={point.x}
              y={y(point.value) + (kind === 'line' && y(point.value) < bottom - 18 ? 22 : -8)}
              textAnchor="middle"
            >
              {point.value}
            </text>
          )}
        </g>
      ))}
      {targets.map((one) => (
        <text
          key={one.at}
          className="strong"
          x={x(one, 0) + 4}
          y={y(one.value) + besideOf(one, ahead)}
          textAnchor="end"
        >
          {say('chart.target', { value: `${one.value}${unit}` })}
        </text>
      ))}
      {[...new Map(axis.map((mark) => [mark.x, mark.label]))].map(
        ([place, label]) =>
          written.has(place) && (
            <text key={place} x={place} y={frame.height - 16} textAnchor="middle">
              {label}
            </text>
          ),
      )}
    </svg>
  )
}

/** How far below a target its words stand: on the side on which nothing is expected to run. */
function besideOf({ at, value }: ChartTarget, ahead: readonly ChartAhead[]): number {
  const expected = ahead.find((mark) => mark.at === at)
  return expected !== undefined && expected.value > value ? 20 : -12
}

/** Where a point stands: by its day where days are given, else side by side. */
function acrossOf({ points, targets = [], ahead = [], frame }: ChartProps & { readonly frame: Frame }) {
  const days = [...points, ...targets, ...ahead].flatMap(({ at }) => at ?? [])
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const room = frame.width - frame.left
  const pitch = (room - 4) / Math.max(1, points.length)
  return ({ at }: Pick<ChartPoint, 'at'>, place: number) =>
    at === undefined || first === last
      ? round(frame.left + pitch * (place + 0.5))
      : round(frame.left + 24 + ((at - first) / (last - first)) * (room - 52))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
