import type { DomainEvent } from '@guangyue/platform/db'

/** A case was submitted. */
export function caseSubmitted(payload: { caseId: string; item: string }): DomainEvent {
  return { name: 'cases.submitted', payload }
}

/** Something was done to a case; `types` are the kinds of its new events. */
export function caseActed(payload: { caseId: string; types: readonly string[] }): DomainEvent {
  return { name: 'cases.acted', payload }
}

/** A clock of a case passed its last day while nobody had acted; told once of each last day. */
export function caseOverdue(payload: { caseId: string; units: readonly string[]; lastDay: string }): DomainEvent {
  return { name: 'cases.overdue', payload }
}
