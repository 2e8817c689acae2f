import type { Outlook } from '../metrics/forecast.ts'

/** A metric as the public sees it: its figures, what is asked for by when, and what is to be expected. */
export interface PublicMetric {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly unitBody: string | null
  readonly baseline: number | null
  readonly series: readonly { readonly day: string; readonly value: number }[]
  readonly targets: readonly {
    readonly day: string
    /** ≥90%. */
    readonly text: string
    readonly value: number
    readonly outlook: Outlook
    readonly forecast: { readonly value: number; readonly low: number; readonly high: number } | null
  }[]
  /** Where no target has a day: what the clause sets all the same. */
  readonly undated: readonly { readonly text: string; readonly value: number; readonly phrase: string }[]
  /** Dates of the clause without a figure. */
  readonly otherDays: readonly { readonly day: string; readonly phrase: string }[]
}

export interface MetricPageView {
  readonly metric: PublicMetric
  readonly today: string
  readonly cite: { readonly label: string; readonly href: string | null }
  readonly task: { readonly href: string } | null
}
