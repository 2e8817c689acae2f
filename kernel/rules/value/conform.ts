import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration, UTC } from '../temporal/moments.ts'
import type { Type } from './type.ts'
import { FeelFunction, FeelRange, isContext, isList, kindOf, type Value } from './value.ts'

/** `value instance of type`. Null is an instance of Any and Null only; what narrows a type is not asked. */
export function isInstance(value: Value, type: Type): boolean {
  if (type.kind === 'narrowed') return isInstance(value, type.of)
  if (type.kind === 'simple' && type.name === 'Any') return value !== null
  if (value === null) return type.kind === 'simple' && type.name === 'Null'
  return conforms(value, type)
}

/** Whether a value may stand where a type is asked for; null may stand anywhere. */
function conforms(value: Value, type: Type): boolean {
  if (value === null) return true
  switch (type.kind) {
    case 'simple':
      return type.name === 'Any' || kindOf(value) === type.name
    case 'duration':
      return value instanceof DaysDuration || value instanceof MonthsDuration
    case 'list':
      return isList(value) && value.every((item) => conforms(item, type.of))
    case 'range':
      return value instanceof FeelRange && conforms(value.start, type.of) && conforms(value.end, type.of)
    case 'context':
      return (
        isContext(value) &&
        [...type.fields].every(([name, field]) => value.has(name) && conforms(value.get(name) ?? null, field))
      )
    case 'any-function':
      return value instanceof FeelFunction
    case 'function':
      return value instanceof FeelFunction && fits(value, type)
    case 'narrowed':
      return conforms(value, type.of) && type.allowed(value)
  }
}

/**
 * The value as a type wants it: a list of one for its item, an item for a list of one, a date for midnight of it in
 * UTC. Null when it is none of these.
 */
export function coerce(value: Value, type: Type): Value {
  if (conforms(value, type)) return value
  if (isList(value) && value.length === 1 && conforms(value[0] ?? null, type)) return value[0] ?? null
  const wanted = type.kind === 'narrowed' ? type.of : type
  if (wanted.kind === 'list' && !isList(value) && conforms([value], type)) return [value]
  if (value instanceof FeelDate && wanted.kind === 'simple' && wanted.name === 'date and time') {
    return new FeelDateTime(value, new FeelTime(0, UTC))
  }
  return null
}

function fits(value: FeelFunction, type: Extract<Type, { kind: 'function' }>): boolean {
  return (
    value.parameters.length === type.parameters.length &&
    type.parameters.every((wanted, index) => {
      const own = value.parameters[index]?.type
      return own === undefined || accepts(own, wanted)
    }) &&
    (value.result === undefined || accepts(type.result, value.result))
  )
}

/** Whether every value of `given` is a value of `wanted`, as far as the shapes tell. */
function accepts(wanted: Type, given: Type): boolean {
  if (wanted.kind === 'simple' && wanted.name === 'Any') return true
  if (given.kind === 'narrowed') return accepts(wanted, given.of)
  if (wanted.kind === 'narrowed') return accepts(wanted.of, given)
  if (given.kind === 'simple' && given.name === 'Null') return true
  if (wanted.kind !== given.kind) return false
  switch (wanted.kind) {
    case 'simple':
      return given.kind === 'simple' && given.name === wanted.name
    case 'list':
    case 'range':
      return given.kind === wanted.kind && accepts(wanted.of, given.of)
    case 'context':
      return (
        given.kind === 'context' &&
        [...wanted.fields].every(([name, field]) => {
          const own = given.fields.get(name)
          return own !== undefined && accepts(field, own)
        })
      )
    case 'function':
      return (
        given.kind === 'function' &&
        given.parameters.length === wanted.parameters.length &&
        given.parameters.every((own, index) => accepts(own, wanted.parameters[index] ?? own)) &&
        accepts(wanted.result, given.result)
      )
    default:
      return true
  }
}
