import type { DomainEvent } from '@guangyue/platform/db'

/** Measures were confirmed; their tasks exist. */
export function measuresConfirmed(payload: { measureIds: readonly string[]; taskIds: readonly string[] }): DomainEvent {
  return { name: 'ledger.measure-confirmed', payload }
}

/** Tasks were given to bodies, leads and supports together. */
export function tasksAssigned(payload: { taskIds: readonly string[]; bodyIds: readonly string[] }): DomainEvent {
  return { name: 'ledger.tasks-assigned', payload }
}

/** Parts later or looser than their task wait for the office. */
export function partsProposed(payload: { taskId: string; taskIds: readonly string[] }): DomainEvent {
  return { name: 'ledger.parts-proposed', payload }
}

/** A step was taken on a task; `step` as in the model. */
export function taskStepped(payload: { taskId: string; step: string; state: string; by: string | null }): DomainEvent {
  return { name: 'ledger.task-stepped', payload }
}

/** Something else changed on a task: `edit`, `sheet-return`, `reach-milestone`, or its first report started it. */
export function taskChanged(payload: { taskId: string; step: string; by: string | null }): DomainEvent {
  return { name: 'ledger.task-changed', payload }
}

export function documentReleased(payload: { documentId: string; release: string; by: string | null }): DomainEvent {
  return { name: 'ledger.document-released', payload }
}

/** A period of dispatch is closed; what its reports say stands fixed. */
export function periodClosed(payload: { periodId: string }): DomainEvent {
  return { name: 'ledger.period-closed', payload }
}

/** A 督办单, 提示函 or 通报 is issued; it never changes from then on. */
export function noticeIssued(payload: { noticeId: string }): DomainEvent {
  return { name: 'ledger.notice-issued', payload }
}

/** A finding of an inspection was entered (`find`) or took a step. */
export function findingStepped(payload: { findingId: string; step: string }): DomainEvent {
  return { name: 'ledger.finding-stepped', payload }
}

/** A line that was pending when its scores were issued was settled by a person. */
export function scoreSettled(payload: { periodId: string; bodyId: string; key: string }): DomainEvent {
  return { name: 'ledger.score-settled', payload }
}

/** A unit answered a notice. */
export function noticeReplied(payload: { answerId: string }): DomainEvent {
  return { name: 'ledger.notice-replied', payload }
}
