import type { Light } from '../model/light.ts'
import type { PublicMetric } from './metric.view.ts'

export interface PublicTaskView {
  readonly title: string
  readonly cite: { readonly label: string; readonly href: string | null }
  readonly documentTitle: string
  readonly measureTitle: string
  readonly leads: readonly string[]
  /** Units, a group as its printed name with how many it stands for. */
  readonly supports: readonly { readonly name: string; readonly members: number }[]
  readonly supervisor: string | null
  readonly dates: readonly {
    readonly key: string
    readonly phrase: string
    readonly due: string | null
    readonly inherited: boolean
    readonly name: string | null
    readonly progress: { readonly light: Light; readonly daysLeft: number | null } | null
  }[]
  readonly targets: readonly { readonly key: string; readonly text: string }[]
  /** What its targets have come to; none where only the task is published. */
  readonly metrics: readonly PublicMetric[]
  readonly today: string
  /** How it stands; null where only the task is published. */
  readonly progress: {
    readonly light: Light
    readonly state: PublicState
    readonly daysLeft: number | null
    readonly originalDue: string | null
    /** The latest accepted report of the lead: its progress alone. */
    readonly report: { readonly month: string; readonly text: string; readonly percent: number | null } | null
    readonly history: readonly {
      readonly key: string
      readonly day: string
      readonly step: PublicStep
      readonly unit: string | null
    }[]
  } | null
  readonly siblings: readonly { readonly href: string; readonly title: string; readonly light: Light | null }[]
  readonly follow: FollowView
}

/** Whether the reader follows the task and its clause; null for a visitor, who has the feeds. */
export interface FollowView {
  readonly href: string
  readonly followed: { readonly task: boolean; readonly clause: boolean } | null
  readonly signInHref: string
  readonly taskFeed: string
  readonly clauseFeed: string
}

/** States that a published task can be in. */
export type PublicState = 'assigned' | 'in-progress' | 'reported' | 'returned' | 'verified' | 'closed' | 'suspended'

/** Steps that are told to the public; what was said with them is not. */
export const publicSteps = [
  'confirm',
  'start',
  'report',
  'return',
  'verify',
  'close',
  'suspend',
  'resume',
  'grant-extension',
] as const
export type PublicStep = (typeof publicSteps)[number]
