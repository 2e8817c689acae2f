import {
  compile,
  Decimal,
  type FeelContext,
  type Json,
  jsonOf,
  type Plain,
  type Value,
  valueOfPlain,
  writeDecimal,
} from '@guangyue/kernel/rules'
import { countedFacts, statedFacts } from './facts.ts'

/** One line of the rules: what gives or takes points, and on what it rests. */
export interface RuleLine {
  readonly key: string
  readonly title: string
  readonly kind: 'points' | 'talk'
  /** FEEL over the facts below: a number, or for a talk (约谈) whether there is one. */
  readonly text: string
  /** The clause that it rests on; null: the office alone decided that it counts. */
  readonly basis: string | null
  /** True where the clause gives no number of points, so that the number is the office's decision. */
  readonly officePoints: boolean
}

const names = [...countedFacts, ...statedFacts]

export interface LineFault {
  readonly at: number
  readonly field: 'key' | 'text'
  readonly message: string
}

/** What is wrong with lines of rules: an expression that cannot be read, a key used twice. */
export function faultsOf(lines: readonly RuleLine[]): readonly LineFault[] {
  const keys = lines.map(({ key }) => key)
  return lines.flatMap(({ key, text }, at): LineFault[] => {
    if (keys.indexOf(key) !== at) return [{ at, field: 'key', message: '编号与上面的一行相同' }]
    const compiled = compile(text, { names })
    return compiled.ok ? [] : [{ at, field: 'text', message: compiled.fault.message }]
  })
}

export interface ScoredLine {
  readonly key: string
  /** Exact decimal text; null when a fact is missing, or for a talk. */
  readonly points: string | null
  readonly talk: boolean
  /** Facts that were read with their values, and the clause. */
  readonly reasons: {
    readonly facts: Readonly<Record<string, Json>>
    readonly basis: string | null
    readonly missing: readonly string[]
  }
}

/** Compiles the lines once and scores any number of units. Throws when a line has a fault, which is never stored. */
export function scorer(lines: readonly RuleLine[]): (facts: Readonly<Record<string, Plain>>) => readonly ScoredLine[] {
  const ready = lines.map((line) => {
    const compiled = compile(line.text, { names })
    if (!compiled.ok) throw new TypeError(`${line.key}: ${compiled.fault.message}`)
    return { line, evaluate: compiled.evaluate }
  })
  return (facts) => {
    const context: FeelContext = new Map(names.map((name) => [name, valueOfPlain(facts[name] ?? null)]))
    return ready.map(({ line, evaluate }) => {
      const read = new Map<string, Value>()
      const value = evaluate(context, {
        notes: { read: (name, found) => void read.set(name, found), hit: () => undefined, warn: () => undefined },
      })
      return {
        key: line.key,
        points: line.kind === 'points' && value instanceof Decimal ? writeDecimal(value) : null,
        talk: line.kind === 'talk' && value === true,
        reasons: {
          facts: Object.fromEntries([...read].map(([name, found]) => [name, jsonOf(found)])),
          basis: line.basis,
          missing: [...read].flatMap(([name, found]) => (found === null ? [name] : [])),
        },
      }
    })
  }
}
