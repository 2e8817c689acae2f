import { Empty, Light } from '@guangyue/platform/ui'
import { Loaded, useCall, useMe } from '@guangyue/platform/ui/desk'
import { taskColumnsEndpoint } from '../../api.ts'
import type { TaskItem } from '../shapes.ts'
import { TaskCard } from '../task-row.tsx'
import { lightOf, lightWords, stateWords } from '../words.ts'
import { type BoardFilter, boardHref, tasksOf, withPart } from './board-filter.ts'

const lights = ['red', 'yellow', 'green', 'paused', 'none', 'done'] as const
const states = Object.keys(stateWords) as readonly TaskItem['state'][]

/** 看板: the tasks in columns by light or by state, those due first at the top; on a telephone one below the other. */
export function BoardColumns({ filter }: { readonly filter: BoardFilter }) {
  const { today } = useMe()
  const by = filter.columns ?? 'light'
  const found = useCall(taskColumnsEndpoint, { query: { ...tasksOf(filter), columns: by } })
  return (
    <Loaded query={found}>
      {({ columns }) => {
        const shown = columnsIn(by).flatMap((column) => {
          const of = columns.find(({ key }) => key === column.key)
          return of ? [{ ...column, ...of }] : []
        })
        if (shown.length === 0) return <Empty title="没有符合条件的任务">请放宽上面的条件。</Empty>
        return (
          <div className="kanban">
            {shown.map(({ key, head, total, items, part }) => (
              <section key={key} aria-label={`${head} ${total} 项`}>
                <h2>
                  {by === 'light' ? <Light state={lightOf[key as TaskItem['light']]}>{head}</Light> : head}{' '}
                  <span className="num">{total}</span>
                </h2>
                <ul>
                  {items.map((task) => (
                    <li key={task.id}>
                      <TaskCard task={task} today={today} />
                    </li>
                  ))}
                </ul>
                {total > items.length && (
                  <p>
                    <a href={boardHref(withPart(filter, { ...part, show: 'table' }))}>其余 {total - items.length} 项</a>
                  </p>
                )}
              </section>
            ))}
          </div>
        )
      }}
    </Loaded>
  )
}

/** The columns in their order: heading, and what narrows a list to them. */
function columnsIn(by: 'light' | 'state') {
  return by === 'light'
    ? lights.map((key) => ({ key, head: lightWords[key], part: { light: key } }))
    : states.map((key) => ({ key, head: stateWords[key], part: { state: key } }))
}
