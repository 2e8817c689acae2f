import { blankTask, type EditTask, inputOf } from '../task-edit.ts'

export const basisKinds = ['批示', '会议纪要', '上级通知', '其他'] as const
export type BasisKind = (typeof basisKinds)[number]

/** A task by hand while it is being typed. */
export interface HandEdit {
  /** The measure's identity, so that sending twice makes one. */
  readonly id: string
  /** A document of the ledger; null for a new basis. */
  readonly documentId: string | null
  readonly kind: BasisKind
  readonly basis: string
  readonly number: string
  readonly issuer: string
  readonly signedOn: string
  readonly clause: string
  readonly title: string
  readonly tasks: readonly EditTask[]
}

/** An empty form; ids are given, so that the same form is sent as the same thing. */
export function blankHand(id: string, taskId: string): HandEdit {
  return {
    id,
    documentId: null,
    kind: '批示',
    basis: '',
    number: '',
    issuer: '',
    signedOn: '',
    clause: '',
    title: '',
    tasks: [blankTask(taskId)],
  }
}

/** As the server takes it. A single task that is not named takes the name of the measure. */
export function handBody(edit: HandEdit) {
  return {
    id: edit.id,
    basis:
      edit.documentId !== null
        ? { documentId: edit.documentId }
        : {
            kind: edit.kind,
            title: edit.basis.trim(),
            number: orNull(edit.number),
            issuer: orNull(edit.issuer),
            signedOn: orNull(edit.signedOn),
          },
    clause: orNull(edit.clause),
    title: edit.title.trim(),
    tasks: named(edit).map((task) => {
      const { span: _, ...input } = inputOf(task)
      return input
    }),
  }
}

/** The tasks with their names filled in where only the measure is named. */
export function named({ tasks, title }: HandEdit): readonly EditTask[] {
  return tasks.map((task) => (tasks.length === 1 && task.title.trim() === '' ? { ...task, title } : task))
}

/** What is still missing, by field. */
export function missingIn(edit: HandEdit): readonly { readonly field: string; readonly message: string }[] {
  return [
    ...(edit.documentId === null && edit.basis.trim() === ''
      ? [{ field: 'basis.title', message: '请写明依据，如“市政府第52次常务会议纪要”' }]
      : []),
    ...(edit.title.trim() === '' ? [{ field: 'title', message: '请写明要办的事，如“解决城区停车难问题”' }] : []),
  ]
}

export function isTouched(edit: HandEdit): boolean {
  const words = [edit.basis, edit.number, edit.issuer, edit.signedOn, edit.clause, edit.title]
  return (
    words.some((text) => text !== '') ||
    edit.tasks.some(({ title, leads, dates }) => title !== '' || leads.length + dates.length > 0)
  )
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
