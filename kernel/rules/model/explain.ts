import type { Hit, Notes } from '../compile/frame.ts'
import type { Span } from '../syntax/ast.ts'
import type { FeelContext, Value } from '../value/value.ts'
import { type DecideOptions, Run } from './decide.ts'
import type { Model } from './load.ts'

/** A fact that was read: its name or path, its value, and where it came from if the caller said so. */
export interface ReadFact {
  readonly name: string
  readonly value: Value
  readonly source?: string
}

/** How one decision or function came to its value. */
export interface Step {
  readonly element: string
  readonly value: Value
  /** Rows that hit and parts that took part, each with its basis, in the order in which they came. */
  readonly hits: readonly Hit[]
  /** Facts and other decisions that were read, each once. */
  readonly reads: readonly ReadFact[]
  /** What became null because it could not be worked out. */
  readonly warnings: readonly (Span & { readonly message: string })[]
}

export interface Explanation {
  readonly value: Value
  /** What the decision leans on first, itself last. */
  readonly steps: readonly Step[]
}

/** What an explanation may be told besides the facts. */
export interface ExplainOptions extends DecideOptions {
  /** Where facts came from, by name or path: `企业` speaks for `企业.年产值` too. */
  readonly sources?: ReadonlyMap<string, string>
}

/** The same value as `decide` gives, with the reasons. */
export function explain(model: Model, name: string, facts: FeelContext, options: ExplainOptions = {}): Explanation {
  const steps: Step[] = []
  const run = new Run(model, facts, options, (element) => {
    const { notes, hits, reads, warnings } = notebook(options.sources ?? new Map())
    return {
      notes,
      done: (value) => steps.push({ element, value, hits, reads, warnings }),
    }
  })
  return { value: run.valueOf(name), steps }
}

function notebook(sources: ReadonlyMap<string, string>) {
  const hits: Hit[] = []
  // a function is read by others after its own step was noted, so these lists stay open
  const reads: ReadFact[] = []
  const places = new Map<string, number>()
  const warnings: (Span & { message: string })[] = []
  const notes: Notes = {
    read: (name, value) => {
      const source = sourceOf(name, sources)
      const place = places.get(name) ?? reads.length
      places.set(name, place)
      reads[place] = source === undefined ? { name, value } : { name, value, source }
    },
    hit: (part) => hits.push(part),
    warn: (message, { from, to }) => warnings.push({ message, from, to }),
  }
  return { notes, hits, reads, warnings }
}

function sourceOf(name: string, sources: ReadonlyMap<string, string>): string | undefined {
  const known = sources.get(name)
  const point = name.lastIndexOf('.')
  return known !== undefined || point < 0 ? known : sourceOf(name.slice(0, point), sources)
}
