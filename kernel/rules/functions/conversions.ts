import { findDecimal } from '../number/decimal.ts'
import { sameValue } from '../value/compare.ts'
import { writeValue } from '../value/text.ts'
import type { FeelFunction } from '../value/value.ts'
import { define } from './define.ts'

export const conversionFunctions: Readonly<Record<string, FeelFunction>> = {
  not: define({ negand: 'any' }, ({ negand }) => (typeof negand === 'boolean' ? !negand : undefined)),
  is: define({ value1: 'any?', value2: 'any?' }, ({ value1 = null, value2 = null }) => sameValue(value1, value2)),
  string: define({ from: 'any' }, ({ from }) => (from === null ? undefined : writeValue(from))),
  number: define({ from: 'string', 'grouping separator': 'string?', 'decimal separator': 'string?' }, (args) =>
    numberFrom(args.from, args['grouping separator'], args['decimal separator']),
  ),
}

function numberFrom(text: string, grouping: string | undefined, point: string | undefined) {
  if (grouping !== undefined && ![' ', ',', '.'].includes(grouping)) return undefined
  if (point !== undefined && ![',', '.'].includes(point)) return undefined
  if (grouping === (point ?? '.')) return undefined
  const ungrouped = grouping === undefined ? text : text.replaceAll(grouping, '')
  return findDecimal(point === undefined ? ungrouped : ungrouped.replace(point, '.'))
}
