import { builtIns } from '../functions/built-ins.ts'
import { clockFunctions } from '../functions/temporals.ts'
import { Refusal, type RuleFault } from '../syntax/fault.ts'
import { parseExpression } from '../syntax/parse.ts'
import type { FeelDateTime } from '../temporal/moments.ts'
import type { FeelContext, Value } from '../value/value.ts'
import { compileNode } from './expression.ts'
import type { Notes } from './frame.ts'
import { Scope } from './scope.ts'

/** The outermost names: the functions of FEEL, with `now` and `today` in the first two slots. */
export const rootScope = Scope.ofConstants(builtIns).with(['now', 'today'])

/** What one expression may use. */
export interface Vocabulary {
  /** Names of facts. Any other name is a fault. */
  readonly names: readonly string[]
  /** Names of parts of facts, needed only for those that hold signs such as `-`. */
  readonly members?: readonly string[]
}

export type Compiled =
  | { readonly ok: true; readonly evaluate: (facts: FeelContext, options?: EvaluateOptions) => Value }
  | { readonly ok: false; readonly fault: RuleFault }

export interface EvaluateOptions {
  readonly now?: FeelDateTime
  readonly notes?: Notes
}

/**
 * Compiles one expression, to be evaluated for any number of facts. Refuses, with the place and a sentence, a text
 * that is no expression or uses a name that the vocabulary lacks.
 */
export function compile(text: string, { names, members = [] }: Vocabulary): Compiled {
  const scope = rootScope.with(names, 'facts')
  const parsed = parseExpression(text, { variables: scope.allNames(), members })
  if (!parsed.ok) return parsed
  try {
    const evaluate = compileNode(parsed.value, { scope, types: new Map(), compile: compileNode })
    return {
      ok: true,
      evaluate: (facts, { now, notes } = {}) =>
        evaluate({ slots: [...clockFunctions(now), ...names.map((name) => facts.get(name) ?? null)], notes }),
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, fault: error.fault }
  }
}
