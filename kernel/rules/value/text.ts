import { Decimal, writeDecimal } from '../number/decimal.ts'
import { writeDate, writeDateTime, writeDays, writeMonths, writeTime } from '../temporal/moment-text.ts'
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from '../temporal/moments.ts'
import { FeelRange, isContext, isList, type Value } from './value.ts'

/** A value as FEEL's `string()` writes it; strings inside lists and contexts are quoted. Null has no text. */
export function writeValue(value: Value): string {
  return typeof value === 'string' ? value : writeInner(value)
}

function writeInner(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
  if (value instanceof Decimal) return writeDecimal(value)
  if (isList(value)) return `[${value.map(writeInner).join(', ')}]`
  if (isContext(value))
    return `{${[...value].map(([name, item]) => `${nameText(name)}: ${writeInner(item)}`).join(', ')}}`
  if (value instanceof FeelDate) return writeDate(value)
  if (value instanceof FeelTime) return writeTime(value)
  if (value instanceof FeelDateTime) return writeDateTime(value)
  if (value instanceof DaysDuration) return writeDays(value)
  if (value instanceof MonthsDuration) return writeMonths(value)
  if (value instanceof FeelRange) return writeRange(value)
  return `function(${value.parameters.map(({ name }) => name).join(', ')})`
}

function nameText(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name) ? name : writeInner(name)
}

function writeRange({ start, startIncluded, end, endIncluded }: FeelRange): string {
  if (start === null) return `${endIncluded ? '<=' : '<'} ${writeInner(end)}`
  if (end === null) return `${startIncluded ? '>=' : '>'} ${writeInner(start)}`
  return `${startIncluded ? '[' : '('}${writeInner(start)} .. ${writeInner(end)}${endIncluded ? ']' : ')'}`
}
