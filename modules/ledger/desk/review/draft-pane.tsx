import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import type { Measure, Party } from '../shapes.ts'
import { TaskForm } from '../task-form.tsx'
import { circled } from './mark-pieces.ts'
import { TaskCard } from './task-card.tsx'
import type { TaskEditing } from './use-task-editing.ts'

interface DraftPaneProps {
  readonly measure: Measure
  readonly editing: TaskEditing
  /** Notices above the tasks. */
  readonly children?: ReactNode
}

/** The tasks that the clause becomes; one of them may be open for typing. */
export function DraftPane({ measure, editing, children }: DraftPaneProps) {
  const { draft, current, open } = editing
  const { tasks } = draft.edit
  const confirmed = measure.state === 'confirmed'
  const known = partiesByName(measure)
  return (
    <section className="review__pane" aria-labelledby="draft-head">
      <div className="review__head">
        <h2 id="draft-head">
          {confirmed ? '已成立' : '草稿'}　{tasks.length > 1 ? `拆为 ${tasks.length} 项任务` : '1 项任务'}
        </h2>
        {!confirmed && (
          <span className="row">
            {tasks.length > 1 && (
              <Button type="link" size="small" onClick={editing.mergeAll}>
                合并为 1 项
              </Button>
            )}
            <Button type="link" size="small" onClick={editing.add}>
              增加一项
            </Button>
          </span>
        )}
      </div>
      {children}
      {tasks.map((task, at) =>
        at === current && open && !confirmed ? (
          <article
            key={task.id}
            className="draft draft--cur"
            aria-current="true"
            aria-label={`正在编辑第 ${at + 1} 项`}
          >
            <div className="draft__top">
              <span className="draft__no">{at + 1}</span>
              <b>正在编辑</b>
              <EditButtons editing={editing} at={at} count={tasks.length} />
            </div>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the form wherever one types in it */}
            <div
              onKeyDown={(event) => {
                if (event.key === 'Escape' && !inOpenList(event.target)) editing.close()
              }}
            >
              <TaskForm
                task={task}
                at={at}
                faults={draft.faults}
                known={known}
                measure={measure.id}
                numberOf={(index) => (measure.reading.dates.length > 1 ? circled(index + 1) : '')}
                onChange={(changed) => draft.changeTask(at, changed)}
              />
            </div>
          </article>
        ) : (
          <TaskCard
            key={task.id}
            task={task}
            at={at}
            known={known}
            faults={draft.faults}
            current={at === current}
            confirmed={confirmed}
            onChoose={() => editing.choose(at)}
            onEdit={!confirmed && at === current ? editing.edit : undefined}
          />
        ),
      )}
      {!confirmed && open && (
        <div className="fieldrow measuretitle">
          <label htmlFor="measure-title">措施</label>
          <Input
            id="measure-title"
            value={draft.edit.title}
            maxLength={300}
            onChange={(event) => draft.change({ title: event.target.value })}
          />
        </div>
      )}
    </section>
  )
}

function EditButtons({
  editing,
  at,
  count,
}: {
  readonly editing: TaskEditing
  readonly at: number
  readonly count: number
}) {
  return (
    <span className="row">
      <Button type="link" size="small" onClick={editing.split}>
        拆开
      </Button>
      {at > 0 && (
        <Button type="link" size="small" onClick={editing.mergeUp}>
          并入上一项
        </Button>
      )}
      {count > 1 && (
        <Button type="link" size="small" danger onClick={editing.remove}>
          删除
        </Button>
      )}
      <Button type="link" size="small" onClick={editing.close}>
        收起
      </Button>
    </span>
  )
}

/** Esc in an open list of units closes the list, not the form. */
function inOpenList(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.ant-select-open') !== null
}

function partiesByName({ tasks }: Measure): ReadonlyMap<string, Party> {
  return new Map(tasks.flatMap((task) => [...task.leads, ...task.supports]).map((party) => [party.name, party]))
}
