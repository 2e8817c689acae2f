import { useState } from 'react'
import type { Measure } from '../shapes.ts'
import { blankTask } from '../task-edit.ts'
import { type Selected, type SelectionKind, withSelection } from './mark-selection.ts'
import { mergedAll, mergedTask, splitTask } from './rearrange.ts'
import type { DraftEditing } from './use-draft-edit.ts'

/** Which task is in hand, whether its fields are open, and what can be done to the tasks as a whole. */
export function useTaskEditing(measure: Measure, draft: DraftEditing, selected: Selected | null) {
  const [place, setPlace] = useState(0)
  const [open, setOpen] = useState(false)
  const { tasks } = draft.edit
  const current = Math.min(place, tasks.length - 1)
  const task = tasks[current]
  const editable = measure.state === 'draft'

  function edit(): void {
    if (!editable) return
    setOpen(true)
    focusSoon(`task-${current}-title`)
  }

  return {
    draft,
    current,
    task: task ?? null,
    open,
    edit,
    /** Closes the fields; what was typed stays in the draft. */
    close: () => setOpen(false),
    choose: (at: number) => {
      if (at >= 0 && at < tasks.length) setPlace(at)
    },
    mark: (kind: SelectionKind) => {
      if (!editable || !task || !selected) return
      draft.changeTask(current, withSelection(task, kind, selected))
      setOpen(true)
    },
    split: () => {
      if (!editable || !task) return
      const cut = {
        newId: crypto.randomUUID(),
        at: selected?.start ?? null,
        text: measure.text,
        placeOf: placeIn(measure),
      }
      draft.change({ tasks: tasks.toSpliced(current, 1, ...splitTask(task, cut)) })
      setPlace(current + 1)
      setOpen(true)
    },
    mergeUp: () => {
      const above = tasks[current - 1]
      if (!editable || !task || !above) return
      draft.change({ tasks: tasks.toSpliced(current - 1, 2, mergedTask(above, task)) })
      setPlace(current - 1)
    },
    mergeAll: () => {
      draft.change({ tasks: mergedAll(tasks, draft.edit.title) })
      setPlace(0)
    },
    add: () => {
      draft.change({ tasks: [...tasks, blankTask(crypto.randomUUID(), tasks[0])] })
      setPlace(tasks.length)
      setOpen(true)
      focusSoon(`task-${tasks.length}-title`)
    },
    remove: () => {
      if (tasks.length < 2) return
      draft.change({ tasks: tasks.toSpliced(current, 1) })
      setPlace(Math.max(0, current - 1))
      setOpen(false)
    },
  }
}

export type TaskEditing = ReturnType<typeof useTaskEditing>

function placeIn({ marks }: Measure) {
  return (kind: 'deadline' | 'target', index: number) =>
    marks.find((mark) => mark.kind === kind && mark.index === index)?.span.start ?? null
}

/** After the fields have been drawn. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()))
}
