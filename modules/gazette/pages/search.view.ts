import type { Segment } from '@guangyue/platform/search'

export interface SearchView {
  readonly query: string
  readonly filter: { readonly kind: string; readonly year: string; readonly document: string }
  readonly years: readonly number[]
  /** The document that the search is narrowed to. */
  readonly within: { readonly title: string; readonly allHref: string } | null
  /** `ask`: nothing asked yet; `unreadable`: nothing in the query to look for. */
  readonly state: 'ask' | 'unreadable' | 'found' | 'some' | 'none'
  readonly shortened: 'shortened' | 'whole'
  readonly total: number
  readonly page: number
  readonly pageSize: number
  /** Address of a page, without its number: append it. */
  readonly pageHref: string
  readonly hits: readonly SearchHitView[]
}

export interface SearchHitView {
  readonly key: string
  readonly href: string
  readonly kind: string
  /** 聊政发〔2021〕7号 附件一（一）. */
  readonly citation: string
  readonly title: readonly Segment[]
  readonly context: readonly Segment[]
  readonly snippet: readonly Segment[]
}
