/** The page of the interface: every operation, by module. */
export interface ApiView {
  readonly operations: number
  readonly groups: readonly {
    readonly name: string
    readonly title: string
    readonly operations: readonly Operation[]
  }[]
}

export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  /** Chinese, as the interface is described. */
  readonly summary: string
  readonly may: string
  readonly sends: readonly SentField[]
  /** Type of what comes back. */
  readonly gives: string
}

export interface SentField {
  readonly name: string
  readonly type: string
  readonly place: 'path' | 'query' | 'body'
  readonly required: boolean
}
