/** What kind of refusal it is. `platform/http` holds the one table from kind to HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable'

export interface FieldFault {
  readonly field: string
  readonly message: string
}

/** What a person is told, in Chinese: what happened, what was kept, what to do, and by field. */
export interface Said {
  readonly what: string
  readonly kept?: string
  readonly todo?: string
  readonly fields?: readonly FieldFault[]
}

/** An expected refusal. Anything else that is thrown is a bug and becomes a 500. */
export abstract class DomainError<Data = unknown> extends Error {
  abstract readonly code: string
  abstract readonly kind: ErrorKind
  readonly said: Said
  /** Facts for the caller's program: ids, both texts of a stale edit. Never secrets or personal data. */
  readonly data: Data | undefined

  constructor(said: Said, data?: Data) {
    super(said.what)
    this.said = said
    this.data = data
  }
}
