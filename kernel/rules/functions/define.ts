import { Decimal } from '../number/decimal.ts'
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from '../temporal/moments.ts'
import {
  asList,
  type FeelContext,
  FeelFunction,
  type FeelList,
  FeelRange,
  isContext,
  isList,
  type Parameter,
  type Value,
} from '../value/value.ts'

/** What an argument of a built-in function may be. */
interface Kinds {
  any: Value
  number: Decimal
  string: string
  boolean: boolean
  list: FeelList
  context: FeelContext
  range: FeelRange
  function: FeelFunction
  date: FeelDate | FeelDateTime
  time: FeelTime
  duration: DaysDuration | MonthsDuration
}

type Kind = keyof Kinds
type Spec = Readonly<Record<string, Kind | `${Kind}?`>>
type Args<S extends Spec> = {
  readonly [K in keyof S]: S[K] extends Kind
    ? Kinds[S[K]]
    : S[K] extends `${infer Base extends Kind}?`
      ? Kinds[Base] | undefined
      : never
}

/**
 * A built-in function with named parameters, `?` after the kind of one that may be left out. An argument of another
 * kind, or null where `any` is not said, makes the result null. A list of one counts as its item and the reverse.
 */
export function define<S extends Spec>(spec: S, run: (args: Args<S>) => Value | undefined): FeelFunction {
  const parts = Object.entries(spec).map(([name, text]) => ({
    name,
    optional: text.endsWith('?'),
    kind: (text.endsWith('?') ? text.slice(0, -1) : text) as Kind,
  }))
  const parameters = parts.map(({ name, optional }): Parameter => (optional ? { name, optional } : { name }))
  return new FeelFunction(parameters, (values) => {
    const args: Record<string, Value | undefined> = {}
    for (const [index, { name, kind, optional }] of parts.entries()) {
      const value = values[index] ?? null
      if (value === null && optional) continue
      const fitted = fit(value, kind)
      if (fitted === undefined) return null
      args[name] = fitted
    }
    return run(args as Args<S>) ?? null
  })
}

/** A function of one list, or of its items one by one. */
export function defineOverList(run: (items: FeelList) => Value | undefined): FeelFunction {
  return new FeelFunction([{ name: 'list', rest: true }], (values) => {
    const [first] = values
    if (first === undefined) return null
    return run(values.length === 1 ? asList(first) : values) ?? null
  })
}

/** One function with several sets of parameters. */
export function defineForms(first: FeelFunction, ...others: readonly FeelFunction[]): FeelFunction {
  return new FeelFunction(first.parameters, first.call, first.result, others)
}

function fit(value: Value, kind: Kind): Value | undefined {
  if (kind === 'any') return value
  if (value === null) return undefined
  if (kind === 'list') return asList(value)
  if (checks[kind](value)) return value
  if (isList(value) && value.length === 1 && value[0] !== undefined && checks[kind](value[0])) return value[0]
  return undefined
}

const checks: Readonly<Record<Exclude<Kind, 'any' | 'list'>, (value: Value) => boolean>> = {
  number: (value) => value instanceof Decimal,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  context: (value) => isContext(value),
  range: (value) => value instanceof FeelRange,
  function: (value) => value instanceof FeelFunction,
  date: (value) => value instanceof FeelDate || value instanceof FeelDateTime,
  time: (value) => value instanceof FeelTime,
  duration: (value) => value instanceof DaysDuration || value instanceof MonthsDuration,
}
