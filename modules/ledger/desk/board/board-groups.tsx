import { Empty, StateBar } from '@guangyue/platform/ui'
import { Loaded, useCall } from '@guangyue/platform/ui/desk'
import { type ReactNode, useState } from 'react'
import { groupTasksEndpoint } from '../../api.ts'
import { countsOf } from '../overview/light-figures.tsx'
import type { TaskItem } from '../shapes.ts'
import { type Grouping, tasksOf } from './board-filter.ts'
import { MoreTasks } from './more-tasks.tsx'
import { type Board, useTasks } from './use-board.ts'

interface BoardGroupsProps {
  readonly filter: Board['filter']
  readonly by: Grouping
  /** How the tasks of an open group are shown. */
  readonly children: (tasks: readonly TaskItem[], waiting: boolean) => ReactNode
}

/** So many groups stand open at first. */
const OPEN = 2

/** The tasks of the filter in groups: each with its number and lights, and its tasks when it is opened. */
export function BoardGroups({ filter, by, children }: BoardGroupsProps) {
  const tasks = tasksOf(filter)
  const groups = useCall(groupTasksEndpoint, { query: { ...tasks, by } })
  return (
    <Loaded query={groups}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="没有符合条件的任务">请放宽上面的条件。</Empty>
        ) : (
          items.map(({ key, name, figures }, place) => (
            <Group key={key} name={name} figures={figures} open={place < OPEN}>
              <GroupTasks filter={filter} by={by} of={key}>
                {children}
              </GroupTasks>
            </Group>
          ))
        )
      }
    </Loaded>
  )
}

interface GroupProps {
  readonly name: string
  readonly figures: Parameters<typeof countsOf>[0]
  readonly open: boolean
  readonly children: ReactNode
}

/** What is inside is read when it is first opened. */
function Group({ name, figures, open: first, children }: GroupProps) {
  const [open, setOpen] = useState(first)
  return (
    <details className="boardgroup" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="boardgroup__name">{name}</span>
        <span className="meta">
          {figures.all} 项{figures.red > 0 && <b className="boardgroup__late">　逾期 {figures.red}</b>}
        </span>
        <StateBar counts={countsOf(figures)} size="small" />
      </summary>
      {open && children}
    </details>
  )
}

function GroupTasks({ filter, by, of, children }: BoardGroupsProps & { readonly of: string }) {
  const pages = useTasks(tasksOf(filter), { by, key: of })
  return (
    <Loaded query={pages}>
      {({ pages: read }) => (
        <>
          {children(
            read.flatMap(({ items }) => items),
            pages.isPlaceholderData,
          )}
          {pages.hasNextPage && <MoreTasks pages={pages} />}
        </>
      )}
    </Loaded>
  )
}
