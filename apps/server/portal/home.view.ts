import type { LightState } from '@guangyue/platform/ui'

/** What the home page shows; a part that has nothing to show yet is null and takes no room. */
export interface HomeView {
  readonly search: {
    /** Where the question goes, as `?q=`. Null when nothing can be searched yet. */
    readonly action: string | null
    readonly hints: readonly { readonly text: string; readonly href: string }[]
  }
  readonly promises: PromisesView | null
  readonly issue: IssueView | null
  readonly acts: { readonly href: string; readonly entries: readonly ActView[] } | null
  readonly chronicle: { readonly href: string; readonly entries: readonly DayView[] } | null
}

export interface PromisesView {
  readonly total: number
  /** The city's day, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly href: string
  readonly counts: Readonly<Partial<Record<LightState, number>>>
  /** The list of one state; left out when there is no such list. */
  readonly hrefs?: Readonly<Partial<Record<LightState, string>>>
  /** Small multiples: one for each document or indicator, in their own order. */
  readonly groups: readonly {
    readonly name: string
    readonly href: string
    readonly total: number
    readonly counts: Readonly<Partial<Record<LightState, number>>>
  }[]
}

export interface IssueView {
  /** As printed on the cover: 2021年第6期（总第219期）. */
  readonly title: string
  readonly href: string
  readonly allHref: string
  /** As the issue's own contents group them: 市政府文件. */
  readonly groups: readonly {
    readonly name: string | null
    readonly documents: readonly {
      readonly title: string
      readonly href: string
      readonly number: string | null
      readonly page: string | null
    }[]
  }[]
}

export interface ActView {
  readonly title: string
  readonly href: string
  readonly number: string | null
  /** `YYYY-MM-DD`, or null where the document prints none. */
  readonly date: string | null
}

export interface DayView {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly text: string
  readonly href: string
}
