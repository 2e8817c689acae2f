import type { DayUnit, Term } from '../legal-clock/index.ts'

export type DayTerm = Term<DayUnit>

/** Who acts on a step: one who takes in, one who reviews, one who signs. */
export type Post = 'clerk' | 'officer' | 'head'

/** How a case is decided. 部分准予 is a decision of its own. */
export type Outcome = 'granted' | 'partly' | 'refused'

/** How an application of one kind goes through an authority. Data of a pack; every list is in order. */
export interface Procedure {
  readonly key: string
  readonly terms: {
    readonly statutory: DayTerm
    /** Never longer than the statutory term. Null where nothing shorter is promised. */
    readonly promised: DayTerm | null
    readonly basis: string
  }
  readonly acceptance: Acceptance
  readonly stages: readonly Stage[]
  /** The only grounds on which the clock may stand still, each with its article (行政许可法 第四十五条). */
  readonly grounds: readonly Ground[]
  /** Null where no law lets the term be extended. */
  readonly extension: ExtensionRule | null
  /** What silence means where a law says so; null elsewhere: then a late case is only late. */
  readonly tacit: { readonly outcome: Outcome; readonly basis: string } | null
}

/** Between submission and review (行政许可法 第三十二条). */
export interface Acceptance {
  readonly unit: string
  /** In which the applicant is told of everything that is missing, or the application is deemed accepted. */
  readonly within: DayTerm
  /** Departments of a joint review that look at the materials, beside each other; empty where the unit looks alone. */
  readonly checks: readonly Check[]
  readonly basis: string
}

export interface Check {
  readonly key: string
  readonly name: string
  readonly unit: string
}

export interface Stage {
  readonly key: string
  readonly name: string
  /** A condition on the facts of the case; a stage whose condition does not hold is passed over. */
  readonly when: string | null
  /** Beside each other; the stage ends when all are done. */
  readonly steps: readonly Step[]
}

export interface Step {
  readonly key: string
  readonly name: string
  readonly unit: string
  readonly post: Post
  readonly term: DayTerm | null
  readonly when: string | null
  readonly outcomes: readonly StepOutcome[]
}

export type StepOutcome = {
  readonly key: string
  readonly name: string
  /** Reasons must be given in words. */
  readonly reasons: boolean
} & (
  | { readonly leads: 'pass' }
  /** Back to an earlier stage, which begins anew. */
  | { readonly leads: 'back'; readonly to: string }
  /** Decides the case; the other steps of the stage must be done. */
  | { readonly leads: 'decide'; readonly outcome: Outcome }
)

export interface Ground {
  readonly key: string
  readonly name: string
  readonly basis: string
}

export interface ExtensionRule {
  readonly times: number
  /** The longest that one extension may be. */
  readonly most: DayTerm
  readonly basis: string
}
