import { Problem, problemOf, useAct, useRemembered } from '@guangyue/platform/ui/desk'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import {
  confirmMeasureEndpoint,
  getMeasureEndpoint,
  listDraftsEndpoint,
  listFaultsEndpoint,
  saveDraftEndpoint,
} from '../../api.ts'
import type { Measure } from '../shapes.ts'
import { type EditTask, editOf, type FieldFault, faultsBeforeSending, inputOf } from '../task-edit.ts'
import { byPlace, faultsAtFields } from './fault-fields.ts'

/** What is typed for one measure, and over which version. */
export interface DraftEdit {
  readonly version: number
  readonly title: string
  readonly tasks: readonly EditTask[]
}

export const reviewReads = [getMeasureEndpoint, listDraftsEndpoint, listFaultsEndpoint]

/**
 * The draft of one measure while it is being corrected. What is typed is kept in this browser until it is saved, so
 * that a closed window loses nothing. Saving and confirming give false when they were refused.
 */
export function useDraftEdit(measure: Measure) {
  const saved = useMemo<DraftEdit>(
    () => ({ version: measure.version, title: measure.title, tasks: measure.tasks.map(editOf) }),
    [measure],
  )
  const [kept, keep] = useRemembered<DraftEdit | null>(`ledger.draft.${measure.id}`, null)
  const [unsent, setUnsent] = useState<readonly FieldFault[]>([])
  const client = useQueryClient()
  const save = useAct(saveDraftEndpoint, { refreshes: [] })
  const confirm = useAct(confirmMeasureEndpoint, { refreshes: [] })
  const edit = measure.state === 'draft' && kept !== null ? kept : saved
  const error = save.error ?? confirm.error

  function change(next: Partial<Pick<DraftEdit, 'title' | 'tasks'>>): void {
    const changed = { ...edit, ...next }
    save.reset()
    confirm.reset()
    setUnsent([])
    keep(sameText(changed, saved) ? null : changed)
  }

  /** The screen shows at once what the server answered; the lists follow. */
  function show(answered: Partial<Measure>): void {
    client.setQueryData<Measure>([getMeasureEndpoint.id, { params: { id: measure.id } }], (old) => ({
      ...(old ?? measure),
      ...answered,
    }))
    readAgain()
  }
  function readAgain(): void {
    for (const { id } of reviewReads) void client.invalidateQueries({ queryKey: [id] })
  }

  async function saveAs(draft: DraftEdit): Promise<number | null> {
    const faults = faultsBeforeSending(draft.tasks)
    setUnsent(faults)
    if (faults.length > 0) return null
    const { version, title, tasks } = draft
    const sent = { params: { id: measure.id }, body: { version, title, tasks: tasks.map(inputOf) } }
    const reply = await save.mutateAsync(sent).catch(() => null)
    if (reply === null) return null
    keep(null)
    show({ ...reply, title, edited: true })
    return reply.version
  }

  return {
    edit,
    /** Something is typed that the server does not have. */
    unsaved: edit === kept,
    error,
    busy: save.isPending || confirm.isPending,
    faults: [
      ...unsent,
      ...byPlace(refusedFields(error), edit.tasks),
      ...(unsent.length === 0 ? faultsAtFields(measure.faults, edit.tasks) : []),
    ],
    change,
    changeTask: (at: number, task: EditTask) => change({ tasks: edit.tasks.with(at, task) }),
    /** Saves over the version that was seen, or over the one given after a choice between two texts. */
    save: async (over?: Partial<DraftEdit>) => (await saveAs({ ...edit, ...over })) !== null,
    confirm: async () => {
      const version = edit === kept ? await saveAs(edit) : measure.version
      if (version === null) return false
      const sent = { params: { id: measure.id }, body: { version } }
      const reply = await confirm.mutateAsync(sent).catch(() => null)
      if (reply === null) readAgain()
      else show({ version: reply.version, state: 'confirmed', faults: [] })
      return reply !== null
    },
    giveUp: () => {
      save.reset()
      confirm.reset()
      setUnsent([])
      keep(null)
    },
    /** Back to typing after a refusal. */
    goOn: () => {
      save.reset()
      confirm.reset()
    },
  }
}

export type DraftEditing = ReturnType<typeof useDraftEdit>

function refusedFields(error: unknown): readonly FieldFault[] {
  return error instanceof Problem ? (problemOf(error).body.errors ?? []) : []
}

function sameText(a: DraftEdit, b: DraftEdit): boolean {
  return a.title === b.title && JSON.stringify(a.tasks) === JSON.stringify(b.tasks)
}
