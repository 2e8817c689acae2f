import { daysBetween, type PlainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import {
  type CoverageState,
  coverageOf,
  type Hanging,
  type HangingKind,
  type HangingLight,
  lightOf,
  worstLight,
} from '../chain.ts'
import { type Document, type Provision, pathKeyOf } from '../model.ts'
import { hangingsOn, type Judgement, judgementsOf } from '../store/chain.ts'
import type { LightCounts, PanelThing } from './document.view.ts'

/** What hangs on a document and its clauses, as far as this reader may know. */
export interface SeenChain {
  readonly states: ReadonlyMap<string, CoverageState>
  readonly judgements: ReadonlyMap<string, Judgement>
  /** True when the reader sees the whole ledger, released or not. */
  readonly insider: 'insider' | 'public'
  /** What cites exactly this place. */
  at(pathKey: string): readonly Hanging[]
  /** How many things of the whole document show each light; those of which none is shown are left out. */
  readonly counts: LightCounts
  /** The worst light at a place and below it; null where none is shown. */
  lightUnder(pathKey: string): HangingLight | null
}

/** Officers who may read the ledger see everything; the public what was released. Cancelled things hang on nothing. */
export async function seenChain(ctx: Ctx, document: Document, provisions: readonly Provision[]): Promise<SeenChain> {
  const insider = ctx.can('ledger.read') ? 'insider' : 'public'
  const citations = document.number === null ? [document.title] : [document.number, document.title]
  const [all, judged] = await Promise.all([hangingsOn(ctx.db, citations), judgementsOf(ctx.db, document.id)])
  const seen = all.filter(
    ({ state, visible }) => state !== 'cancelled' && (insider === 'insider' || visible !== 'nothing'),
  )
  const byPath = Map.groupBy(seen, ({ basis }) => pathKeyOf(basis.path))
  const lit = seen.filter(({ visible }) => insider === 'insider' || visible === 'progress')
  return {
    states: coverageOf({
      provisions,
      cited: new Set(byPath.keys()),
      judged: new Set(judged.map(({ pathKey }) => pathKey)),
    }),
    judgements: new Map(judged.map((one) => [one.pathKey, one])),
    insider,
    counts: countsOf(lit.map((one) => lightOf(one, ctx.today))),
    at: (pathKey) => byPath.get(pathKey) ?? [],
    lightUnder: (pathKey) => {
      const under = lit.filter(({ basis }) => `${pathKeyOf(basis.path)}/`.startsWith(`${pathKey}/`))
      return worstLight(under.map((one) => lightOf(one, ctx.today))) ?? null
    },
  }
}

function countsOf(lights: readonly HangingLight[]): LightCounts {
  return Object.fromEntries([...Map.groupBy(lights, (light) => light)].map(([light, of]) => [light, of.length]))
}

/** Things by kind in the order in which a page shows them. */
export function groupThings(things: readonly Hanging[], see: { insider: SeenChain['insider']; today: PlainDate }) {
  const kinds: readonly HangingKind[] = ['task', 'service', 'indicator', 'rule', 'register']
  return kinds.flatMap((kind) => {
    const of = things.filter((thing) => thing.kind === kind)
    return of.length === 0 ? [] : [{ kind, things: of.map((thing) => panelThing(thing, see)) }]
  })
}

function panelThing(
  { thing, title, url, visible, due, detail, state, course }: Hanging,
  { insider, today }: { insider: SeenChain['insider']; today: PlainDate },
): PanelThing {
  if (insider === 'public' && visible !== 'progress') {
    return { key: thing, title, href: url, light: null, due: null, daysLeft: null, detail: null, course: null }
  }
  return {
    key: thing,
    title,
    href: url,
    light: lightOf({ state, due }, today),
    due,
    daysLeft: due === null ? null : daysBetween(today, due),
    detail,
    course: course ? { name: title, ...course } : null,
  }
}
