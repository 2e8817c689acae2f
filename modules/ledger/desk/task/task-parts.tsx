import type { Task } from '../shapes.ts'
import { StateTag, TaskLight, TaskTitle } from '../task-row.tsx'
import { leadsWord, opWords } from '../words.ts'

/** What is to be reached in figures. */
export function TaskTargets({ targets }: Pick<Task, 'targets'>) {
  if (targets.length === 0) return null
  return (
    <section className="taskpart" aria-labelledby="targets-head">
      <h2 id="targets-head">目标</h2>
      <ul className="list list--ruled">
        {targets.map(({ metric, op, value, unit, phrase }) => (
          <li key={`${metric} ${value}`} className="targetrow">
            <span className="song">{metric}</span>
            <b className="num">
              {opWords[op]} {value}
              <small>{unit}</small>
            </b>
            {phrase !== '' && <span className="sub">原文“{phrase}”</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The parts that the task was broken down into. */
export function TaskParts({ items }: { readonly items: Task['children'] }) {
  if (items.length === 0) return null
  return (
    <section className="taskpart" aria-labelledby="parts-head">
      <h2 id="parts-head">分解到各单位　{items.length} 项</h2>
      <ul className="list list--ruled">
        {items.map((part) => (
          <li key={part.id} className="partrow">
            <TaskLight task={part} />
            <span>
              <TaskTitle task={part} />
            </span>
            <span className="meta">
              {leadsWord(part.leads)}　<StateTag task={part} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
