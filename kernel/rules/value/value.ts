import { Decimal } from '../number/decimal.ts'
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from '../temporal/moments.ts'
import type { Type } from './type.ts'

/** What an expression can be worth. Numbers are exact decimals, never floats; a context keeps its order. */
export type Value =
  | null
  | boolean
  | string
  | Decimal
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | FeelRange
  | FeelFunction
  | FeelContext
  | FeelList

export type FeelContext = ReadonlyMap<string, Value>
export type FeelList = readonly Value[]

/** Values from `start` to `end`; a missing end (null) is open. */
export class FeelRange {
  readonly start: Value
  readonly startIncluded: boolean
  readonly end: Value
  readonly endIncluded: boolean

  constructor(start: Value, startIncluded: boolean, end: Value, endIncluded: boolean) {
    this.start = start
    this.startIncluded = startIncluded
    this.end = end
    this.endIncluded = endIncluded
  }
}

export interface Parameter {
  readonly name: string
  readonly type?: Type
  /** May be left out in a call. */
  readonly optional?: true
  /** The last parameter, which takes all that is left. */
  readonly rest?: true
}

/** A function that can be called with arguments in the order of its parameters. */
export class FeelFunction {
  readonly parameters: readonly Parameter[]
  readonly call: (args: readonly Value[]) => Value
  readonly result: Type | undefined
  /** The same function with other parameters, tried in this order when the first do not fit. */
  readonly others: readonly FeelFunction[]

  constructor(
    parameters: readonly Parameter[],
    call: (args: readonly Value[]) => Value,
    result?: Type,
    others: readonly FeelFunction[] = [],
  ) {
    this.parameters = parameters
    this.call = call
    this.result = result
    this.others = others
  }
}

export type ValueKind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function'
  | 'context'
  | 'list'

export function kindOf(value: Value): ValueKind {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'string'
  if (value instanceof Decimal) return 'number'
  if (isList(value)) return 'list'
  if (isContext(value)) return 'context'
  if (value instanceof FeelDate) return 'date'
  if (value instanceof FeelTime) return 'time'
  if (value instanceof FeelDateTime) return 'date and time'
  if (value instanceof DaysDuration) return 'days and time duration'
  if (value instanceof MonthsDuration) return 'years and months duration'
  return value instanceof FeelRange ? 'range' : 'function'
}

export function isList(value: Value | undefined): value is FeelList {
  return Array.isArray(value)
}

export function isContext(value: Value | undefined): value is FeelContext {
  return value instanceof Map
}

/** Where a function of lists takes one value, that value counts as a list of one. */
export function asList(value: Value): FeelList {
  return isList(value) ? value : [value]
}
