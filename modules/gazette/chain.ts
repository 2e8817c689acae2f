import type { PlainDate } from '@guangyue/kernel/calendar'
import { daysBetween } from '@guangyue/kernel/calendar'
import type { ProvisionRef } from '@guangyue/kernel/provision'

export type HangingKind = 'task' | 'indicator' | 'rule' | 'service' | 'register'
export type HangingState = 'not-begun' | 'running' | 'done' | 'suspended' | 'cancelled'
/** What the public sees of it: nothing, that it is tracked, or its progress too. */
export type Visibility = 'nothing' | 'tracked' | 'progress'

/** Something that exists because of a clause. */
export interface Hanging {
  readonly basis: ProvisionRef
  /** Kind and id: `task/018f…`. */
  readonly thing: string
  readonly kind: HangingKind
  readonly title: string
  /** Its own public page. */
  readonly url: string
  readonly state: HangingState
  /** Last day; null where none is set. */
  readonly due: PlainDate | null
  /** A line beside it: the unit in charge, the figure reached. */
  readonly detail: string | null
  readonly visible: Visibility
  /** Its figures over time, for a chart on the clause's page; seen where progress is. */
  readonly course?: HangingCourse | null
}

/** As `CourseChart` of platform/ui draws it; its name is the title. */
export interface HangingCourse {
  readonly unit: string
  readonly points: readonly { readonly day: string; readonly value: number }[]
  readonly targets: readonly {
    readonly day: string
    readonly text: string
    readonly value: number
    readonly forecast: { readonly value: number; readonly low: number; readonly high: number } | null
  }[]
  readonly undated: readonly { readonly text: string; readonly value: number }[]
}

/** As `Light` of platform/ui names it. */
export type HangingLight = 'on-time' | 'done' | 'near' | 'overdue' | 'suspended' | 'not-begun' | 'none'

/** A last day so many days ahead, or fewer, is near. The chain does not know when a term began, so it takes a week. */
const NEAR = 7

/** How a hanging stands on a day. A thing without a date is `none`, never on time. */
export function lightOf({ state, due }: Pick<Hanging, 'state' | 'due'>, today: PlainDate): HangingLight {
  if (state === 'done') return 'done'
  if (state === 'suspended') return 'suspended'
  if (due !== null && due < today) return 'overdue'
  if (state === 'not-begun') return 'not-begun'
  if (due === null) return 'none'
  return daysBetween(today, due) <= NEAR ? 'near' : 'on-time'
}

const WORST_FIRST: readonly HangingLight[] = ['overdue', 'near', 'suspended', 'on-time', 'none', 'not-begun', 'done']

/** The light that stands for several: the worst; undefined for none at all. */
export function worstLight(lights: readonly HangingLight[]): HangingLight | undefined {
  return WORST_FIRST.find((light) => lights.includes(light))
}

/** What has been made of a place in a document. */
export type CoverageState = 'running' | 'judgement' | 'open'

export interface CoverageInput {
  readonly provisions: readonly { readonly path: readonly string[]; readonly kind: string }[]
  /** Paths that something not cancelled cites. */
  readonly cited: ReadonlySet<string>
  /** Paths that a named person decided not to automate. */
  readonly judged: ReadonlySet<string>
}

/**
 * The state of each place, by path. A clause's state holds for everything below it: what cites （一） runs its items too,
 * and a judgement over a chapter covers the chapter; but a citation of a whole part or section says nothing of each
 * clause in it.
 */
export function coverageOf({ provisions, cited, judged }: CoverageInput): ReadonlyMap<string, CoverageState> {
  const kinds = new Map(provisions.map(({ path, kind }) => [path.join('/'), kind]))
  return new Map(
    provisions.map(({ path }) => {
      const upward = path.map((_, index) => path.slice(0, path.length - index).join('/'))
      const [own = ''] = upward
      const runs = upward.some((key) => cited.has(key) && (key === own || !isFrame(kinds.get(key))))
      if (runs) return [own, 'running']
      return [own, upward.some((key) => judged.has(key)) ? 'judgement' : 'open']
    }),
  )
}

function isFrame(kind: string | undefined): boolean {
  return kind === 'part' || kind === 'section'
}

export interface CoverageCounts {
  readonly running: number
  readonly judgement: number
  readonly open: number
}

/** Counts the places that have no others below them, so that a clause and its items are not counted twice. */
export function countCoverage(
  provisions: readonly { readonly path: readonly string[] }[],
  states: ReadonlyMap<string, CoverageState>,
): CoverageCounts {
  const parents = new Set(provisions.map(({ path }) => path.slice(0, -1).join('/')))
  const leaves = provisions.map(({ path }) => path.join('/')).filter((key) => !parents.has(key))
  const count = (state: CoverageState) => leaves.filter((key) => states.get(key) === state).length
  return { running: count('running'), judgement: count('judgement'), open: count('open') }
}
