import { Problem, StaleDialog } from '@guangyue/platform/ui/desk'
import type { Measure } from '../shapes.ts'
import type { EditTask } from '../task-edit.ts'
import { chosenTasks, currentByKey, staleFields, taskInWords, tasksByKey } from './stale-draft.ts'
import type { TaskEditing } from './use-task-editing.ts'

/** Somebody saved this draft meanwhile: both texts task by task. */
export function StaleDraftDialog({
  measure,
  editing: { draft },
}: {
  readonly measure: Measure
  readonly editing: TaskEditing
}) {
  const { error } = draft
  if (!(error instanceof Problem && error.isStale)) return null
  const held = (error.body.data as { current: { version: number; tasks: Measure['tasks'] } }).current
  const yours = tasksByKey(draft.edit.tasks)
  const current = currentByKey(held.tasks)
  return (
    <StaleDialog
      key={measure.id}
      error={new Problem({ ...error.body, data: { yours, current } })}
      fields={staleFields(yours, current)}
      show={(_key, task) => <TaskWords task={task as EditTask | null | undefined} />}
      onSave={(chosen) => void draft.save({ version: held.version, tasks: chosenTasks(chosen) })}
      onBack={draft.goOn}
    />
  )
}

function TaskWords({ task }: { readonly task: EditTask | null | undefined }) {
  if (!task) return <>（没有这一项）</>
  return taskInWords(task).map((words) => <div key={words}>{words}</div>)
}
