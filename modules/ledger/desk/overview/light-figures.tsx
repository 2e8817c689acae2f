import { StateBar, type StateCounts, StateFigures } from '@guangyue/platform/ui'
import { lightOf } from '../words.ts'
import type { Commanded } from './shapes.ts'

type Figures = Commanded['figures']

const lights = ['done', 'green', 'yellow', 'red', 'paused', 'none'] as const

export function countsOf(figures: Figures): StateCounts {
  return Object.fromEntries(lights.map((light) => [lightOf[light], figures[light]]))
}

interface LightFiguresProps {
  readonly figures: Figures
  /** The board that shows what is counted, without its light: `/desk/ledger?indicator=…`. */
  readonly board: string
}

/** How many tasks show each light; every figure leads to the board of just those. */
export function LightFigures({ figures, board }: LightFiguresProps) {
  const counts = countsOf(figures)
  const join = board.includes('?') ? '&' : '?'
  return (
    <div className="stack">
      <StateFigures
        counts={counts}
        href={(state) => {
          const light = lights.find((one) => lightOf[one] === state)
          return light && `${board}${join}light=${light}`
        }}
      />
      <StateBar counts={counts} />
    </div>
  )
}
