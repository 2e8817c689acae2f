import {
  compile,
  Decimal,
  type FeelContext,
  isContext,
  isList,
  type Json,
  jsonOf,
  type Plain,
  type Value,
  valueOfPlain,
  writeDecimal,
} from '@guangyue/kernel/rules'
import { countedFacts, rankedFact, statedAnswers, statedFacts } from './facts.ts'

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

const names: readonly string[] = [...countedFacts, ...statedFacts, rankedFact]
const answers: readonly string[] = statedAnswers

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
  /** Exact decimal text; null for a talk, where the rule gives no number, and while the line is pending (待定). */
  readonly points: string | null
  readonly talk: boolean
  /** Facts that were read with their values, and the clause. */
  readonly reasons: {
    readonly facts: Readonly<Record<string, Json>>
    readonly basis: string | null
    /** Facts on which the line hangs and which nobody stated: it is pending (待定) until a person does. */
    readonly missing: readonly string[]
  }
}

type Facts = Readonly<Record<string, Plain>>

/** Compiles the lines once and scores any number of units. Throws when a line has a fault, which is never stored. */
export function scorer(lines: readonly RuleLine[]): (facts: Facts) => readonly ScoredLine[] {
  const ready = lines.map((line) => {
    const compiled = compile(line.text, { names })
    if (!compiled.ok) throw new TypeError(`${line.key}: ${compiled.fault.message}`)
    const { evaluate } = compiled
    return { line, run: (facts: Facts) => runOf(evaluate, facts) }
  })
  return (facts) => ready.map(({ line, run }) => scoreLine(line, { facts, run }))
}

interface Run {
  readonly value: Value
  readonly read: ReadonlyMap<string, Value>
}

function runOf(evaluate: Extract<ReturnType<typeof compile>, { ok: true }>['evaluate'], facts: Facts): Run {
  const context: FeelContext = new Map(names.map((name) => [name, valueOfPlain(facts[name] ?? null)]))
  const read = new Map<string, Value>()
  const notes = {
    read: (name: string, found: Value) => void read.set(name, found),
    hit: () => undefined,
    warn: () => undefined,
  }
  return { value: evaluate(context, { notes }), read }
}

interface Asked {
  readonly facts: Facts
  readonly run: (facts: Facts) => Run
}

function scoreLine(line: RuleLine, asked: Asked): ScoredLine {
  const { read } = asked.run(asked.facts)
  const missing = new Set<string>()
  const value = settle(asked, missing)
  return {
    key: line.key,
    points: line.kind === 'points' && value instanceof Decimal ? writeDecimal(value) : null,
    talk: line.kind === 'talk' && value === true,
    reasons: {
      facts: Object.fromEntries([...read].map(([name, found]) => [name, jsonOf(found)])),
      basis: line.basis,
      missing: value === undefined ? [...missing] : [],
    },
  }
}

/**
 * What the line comes to, if that does not hang on a fact nobody stated; else undefined, with such facts in `missing`.
 * The language takes an unknown condition for false; here both answers to an unknown question are tried, and only
 * where they come to the same is the line decided. An unknown number leaves it open.
 */
function settle({ facts, run }: Asked, missing: Set<string>): Value | undefined {
  const { value, read } = run(facts)
  const unknown = [...read].flatMap(([name, found]) => unknownIn(name, found))
  for (const name of unknown) missing.add(name)
  const [question] = unknown
  if (question === undefined) return value
  if (!unknown.every((name) => answers.includes(name))) return undefined
  const [yes, no] = [true, false].map((answer) => settle({ facts: { ...facts, [question]: answer }, run }, missing))
  if (yes === undefined || no === undefined) return undefined
  return JSON.stringify(jsonOf(yes)) === JSON.stringify(jsonOf(no)) ? yes : undefined
}

/** What of a fact that was read nobody stated: itself, or the rank of an indicator in a list. */
function unknownIn(name: string, found: Value): readonly string[] {
  if (found === null) return [name]
  if (name !== rankedFact || !isList(found)) return []
  return found.flatMap((item) => {
    const parts = isContext(item) ? item : new Map<string, Value>()
    return [...parts.values()].includes(null) ? [`${String(parts.get('指标') ?? '')}省评名次`] : []
  })
}
