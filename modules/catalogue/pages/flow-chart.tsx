import { useChinese, useMessages } from '@guangyue/platform/ui'
import { useId } from 'react'
import type { Flow, FlowBox } from './flow.ts'
import { termText } from './terms.ts'
import { words } from './words.ts'

const BOX = { width: 150, height: 66 }
const GAP = { across: 34, down: 18 }
const LOOP = 34

/** The procedure as a drawing: columns in a row, parallel steps under each other, ways back below. The list says the same. */
export function FlowChart({ flow }: { readonly flow: Flow }) {
  const say = useMessages(words)
  const arrow = useId()
  const tallest = Math.max(...flow.columns.map(({ boxes }) => boxes.length))
  const inner = tallest * (BOX.height + GAP.down) - GAP.down
  const width = flow.columns.length * (BOX.width + GAP.across) - GAP.across + 4
  const height = inner + 4 + flow.backs.length * LOOP
  const left = (column: number) => 2 + column * (BOX.width + GAP.across)
  const top = (column: number, box: number) => {
    const of = flow.columns[column]?.boxes.length ?? 1
    const own = of * (BOX.height + GAP.down) - GAP.down
    return 2 + (inner - own) / 2 + box * (BOX.height + GAP.down)
  }
  return (
    <svg className="flow" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say('flow')}>
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0L8 4L0 8z" className="flow__head" />
        </marker>
      </defs>
      {flow.columns.slice(1).flatMap(({ key, boxes }, at) =>
        (flow.columns[at]?.boxes ?? []).flatMap((before, from) =>
          boxes.map((box, to) => {
            const [x, y] = [left(at) + BOX.width, top(at, from) + BOX.height / 2]
            const [ex, ey] = [left(at + 1), top(at + 1, to) + BOX.height / 2]
            const middle = (x + ex) / 2 - 4
            return (
              <path
                key={`${key} ${before.key} ${box.key}`}
                className="flow__way"
                d={`M${x} ${y}H${middle}V${ey}H${ex}`}
                markerEnd={`url(#${arrow})`}
              />
            )
          }),
        ),
      )}
      {flow.columns.flatMap(({ key, boxes }, column) =>
        boxes.map((box, at) => <Box key={`${key} ${box.key}`} box={box} x={left(column)} y={top(column, at)} />),
      )}
      {flow.backs.map(({ name, from, to }, at) => {
        const [x, ex] = [left(from) + BOX.width / 2, left(to) + BOX.width / 2]
        const deep = inner + 2 + (at + 1) * LOOP - 14
        const start = top(from, (flow.columns[from]?.boxes.length ?? 1) - 1) + BOX.height
        const end = top(to, (flow.columns[to]?.boxes.length ?? 1) - 1) + BOX.height
        return (
          <g key={`${name} ${from} ${to}`}>
            <path className="flow__back" d={`M${x} ${start}V${deep}H${ex}V${end + 2}`} markerEnd={`url(#${arrow})`} />
            <text className="flow__small" x={(x + ex) / 2} y={deep + 14} textAnchor="middle">
              {name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function Box({ box, x, y }: { readonly box: FlowBox; readonly x: number; readonly y: number }) {
  const say = useMessages(words)
  const lines = [box.unit, box.term && termText(say, box.term)].filter((line) => line !== null)
  const rows = [...linesOf(box.name), ...lines]
  return (
    <g>
      <rect
        className={box.sometimes ? 'flow__box flow__box--some' : 'flow__box'}
        x={x}
        y={y}
        width={BOX.width}
        height={BOX.height}
        rx="4"
      />
      {rows.map((row, at) => (
        <text
          key={at}
          className={at === 0 ? 'flow__name' : 'flow__small'}
          x={x + BOX.width / 2}
          y={y + BOX.height / 2 + 5 + (at - (rows.length - 1) / 2) * 18}
          textAnchor="middle"
        >
          {row}
        </text>
      ))}
    </g>
  )
}

/** A name as the box holds it. */
function linesOf(name: string): readonly string[] {
  return name.length <= 10 ? [name] : [`${name.slice(0, 9)}…`]
}

/** The same as a list, for narrow screens and for those who listen. */
export function FlowList({ flow }: { readonly flow: Flow }) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <ol className="flowlist">
      {flow.columns.map(({ key, name, boxes }, at) => (
        <li key={key}>
          <b lang={zh}>{name}</b>
          {boxes
            .filter(({ unit }) => unit !== null)
            .map((box) => (
              <div key={box.key} className="meta">
                <span lang={zh}>{[box.name === name ? null : box.name, box.unit].filter(Boolean).join('　')}</span>
                {box.term && <span>　{termText(say, box.term)}</span>}
                {box.sometimes && <span>　{say('flow.sometimes')}</span>}
              </div>
            ))}
          {flow.backs
            .filter(({ from }) => from === at)
            .map((back) => (
              <div key={back.name} className="meta">
                {say('flow.back', { name: back.name, to: flow.columns[back.to]?.name ?? '' })}
              </div>
            ))}
        </li>
      ))}
    </ol>
  )
}
