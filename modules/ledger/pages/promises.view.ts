import type { Light } from '../model/light.ts'

export interface PromisesView {
  readonly today: string
  readonly documents: readonly {
    readonly id: string
    readonly name: string
    readonly href: string
    readonly tasks: number
    /** Null where only the tasks are published. */
    readonly counts: Readonly<Record<Light, number>> | null
    readonly current: boolean
  }[]
  readonly filter: {
    readonly document: string
    readonly lead: string
    readonly light: string
    readonly indicator: string
    readonly q: string
  }
  /** Of the documents whose progress is published. */
  readonly indicators: readonly { readonly id: string; readonly name: string }[]
  readonly leads: readonly { readonly id: string; readonly name: string }[]
  /** Of all published progress under the other conditions; a light's address lists its tasks. */
  readonly counts: Readonly<Record<Light, number>>
  readonly lightHrefs: Readonly<Record<Light, string>>
  readonly tasks: readonly PromiseRow[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  /** Address of a page, its number to be put at the end. */
  readonly pageHref: string
}

export interface PromiseRow {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly cite: { readonly label: string; readonly href: string | null }
  readonly leads: readonly string[]
  readonly due: string | null
  readonly duePhrase: string | null
  /** Null where only the tasks are published. */
  readonly light: Light | null
  readonly daysLeft: number | null
}
