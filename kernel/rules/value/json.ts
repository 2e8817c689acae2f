import { Decimal, findDecimal, writeDecimal } from '../number/decimal.ts'
import { writeValue } from './text.ts'
import { isContext, isList, type Value } from './value.ts'

/** Facts as they come from JSON. A number must be a safe integer or written as a short decimal; money is whole fen. */
export type Plain = null | boolean | string | number | Value | readonly Plain[] | { readonly [name: string]: Plain }

/** The value of plain data: objects become contexts, numbers exact decimals by their shortest text; NaN and infinities null. */
export function valueOfPlain(plain: Plain | undefined): Value {
  if (plain === undefined || plain === null) return null
  if (typeof plain === 'number') return findDecimal(String(plain)) ?? null
  if (typeof plain === 'string' || typeof plain === 'boolean') return plain
  if (Array.isArray(plain)) return plain.map(valueOfPlain)
  const prototype = Object.getPrototypeOf(plain)
  if (prototype === Object.prototype || prototype === null) {
    return new Map(
      Object.entries(plain as { readonly [name: string]: Plain }).map(([name, item]) => [name, valueOfPlain(item)]),
    )
  }
  return plain as Value
}

/** A value as JSON can carry it: decimals, days and durations become text, contexts objects. */
export type Json = null | boolean | string | readonly Json[] | { readonly [name: string]: Json }

export function jsonOf(value: Value): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (value instanceof Decimal) return writeDecimal(value)
  if (isList(value)) return value.map(jsonOf)
  if (isContext(value)) return Object.fromEntries([...value].map(([name, item]) => [name, jsonOf(item)]))
  return writeValue(value)
}
