import type { DomainEvent } from '@guangyue/platform/db'

/** A file was handed in and waits to be read. */
export function importReceived(importId: string): DomainEvent {
  return { name: 'gazette.import-received', payload: { importId } }
}

/** Texts came on record: `documentIds` are those that are new or corrected. */
export function issueImported(payload: {
  readonly importId: string
  readonly issueId: string | null
  readonly documentIds: readonly string[]
}): DomainEvent {
  return { name: 'gazette.issue-imported', payload }
}
