import type { Cited } from '../cite.ts'
import type { FigureView } from '../figure-views.ts'
import type { Item } from '../item.ts'
import type { Flow } from './flow.ts'

export interface ServicesView {
  readonly filter: { readonly q: string; readonly body: string; readonly kind: string; readonly for: string }
  readonly bodies: readonly { readonly value: string; readonly label: string }[]
  readonly kinds: readonly string[]
  /** How many are in force, whatever the filter. */
  readonly inAll: number
  readonly items: readonly {
    readonly name: string
    readonly href: string
    readonly body: string
    readonly kind: string
    readonly term: Item['procedure']['terms']['statutory']
    readonly termToConfirm: boolean
    readonly online: Item['online']
  }[]
  readonly figures: readonly FigureView[]
}

export interface ServiceView {
  readonly item: Omit<Item, 'basis' | 'conditions' | 'fee'> & {
    readonly basis: readonly Cited[]
    readonly conditions: readonly (Omit<Item['conditions'][number], 'basis'> & { readonly basis: readonly Cited[] })[]
    readonly fee: { readonly text: string; readonly basis: readonly Cited[] }
  }
  readonly body: string
  readonly flow: Flow
  readonly terms: {
    readonly decision: readonly Cited[]
    readonly acceptance: readonly Cited[]
    readonly extension: readonly Cited[]
    readonly grounds: readonly { readonly name: string; readonly basis: readonly Cited[] }[]
  }
  /** Of the version that is shown against the one in force. */
  readonly shown: 'now' | 'next' | 'old' | 'ended'
  /** When the next version begins, seen from the present one. */
  readonly next: { readonly day: string; readonly href: string } | null
  readonly hrefs: {
    readonly guide: string
    readonly now: string
    readonly checklist: string
    readonly form: string
    /** Null where it is not handled on line, or this is not the version in force. */
    readonly apply: string | null
  }
  readonly today: string
}
