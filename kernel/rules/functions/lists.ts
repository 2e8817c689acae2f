import { callFunction } from '../compile/calls.ts'
import {
  addDecimals,
  compareDecimals,
  Decimal,
  divideDecimals,
  findInteger,
  integer,
  multiplyDecimals,
  ONE,
  roundDecimal,
  subtractDecimals,
  ZERO,
} from '../number/decimal.ts'
import { squareRoot } from '../number/powers.ts'
import { calculate } from '../value/arithmetic.ts'
import { compareValues, equalValues } from '../value/compare.ts'
import { asList, FeelFunction, type FeelList, isList, type Value } from '../value/value.ts'
import { define, defineForms, defineOverList } from './define.ts'

export const listFunctions: Readonly<Record<string, FeelFunction>> = {
  'list contains': define({ list: 'list', element: 'any' }, ({ list, element }) =>
    list.some((item) => equalValues(item, element) === true),
  ),
  count: define({ list: 'list' }, ({ list }) => integer(list.length)),
  min: defineOverList((items) => extreme(items, -1)),
  max: defineOverList((items) => extreme(items, 1)),
  sum: defineOverList(sum),
  product: defineOverList((items) =>
    numbersOf(items)?.reduce<Decimal | undefined>((total, item) => total && multiplyDecimals(total, item), ONE),
  ),
  mean: defineOverList((items) => mean(items)),
  median: defineOverList((items) => median(items)),
  stddev: defineOverList((items) => deviation(items)),
  mode: defineOverList((items) => mode(items)),
  all: defineOverList((items) => joined(items, false)),
  any: defineOverList((items) => joined(items, true)),
  sublist: define({ list: 'list', 'start position': 'number', length: 'number?' }, (args) =>
    sublist(args.list, args['start position'], args.length),
  ),
  append: new FeelFunction([{ name: 'list' }, { name: 'item', rest: true }], ([list = null, ...items]) => [
    ...asList(list),
    ...items,
  ]),
  concatenate: new FeelFunction([{ name: 'list', rest: true }], (lists) => lists.flatMap(asList)),
  union: new FeelFunction([{ name: 'list', rest: true }], (lists) => distinct(lists.flatMap(asList))),
  'distinct values': define({ list: 'list' }, ({ list }) => distinct(list)),
  'insert before': define({ list: 'list', position: 'number', newItem: 'any' }, ({ list, position, newItem }) => {
    const at = placeIn(list, position)
    return at === undefined ? undefined : list.toSpliced(at, 0, newItem)
  }),
  remove: define({ list: 'list', position: 'number' }, ({ list, position }) => {
    const at = placeIn(list, position)
    return at === undefined ? undefined : list.toSpliced(at, 1)
  }),
  'list replace': defineForms(
    define({ list: 'list', position: 'any', newItem: 'any' }, ({ list, position, newItem }) =>
      position instanceof FeelFunction ? replaceWhere(list, position, newItem) : replaceAt(list, position, newItem),
    ),
    define({ list: 'list', match: 'function', newItem: 'any' }, ({ list, match, newItem }) =>
      replaceWhere(list, match, newItem),
    ),
  ),
  reverse: define({ list: 'list' }, ({ list }) => list.toReversed()),
  'index of': define({ list: 'list', match: 'any' }, ({ list, match }) =>
    list.flatMap((item, index) => (equalValues(item, match) === true ? [integer(index + 1)] : [])),
  ),
  flatten: define({ list: 'list' }, ({ list }) => flatten(list)),
  sort: define({ list: 'list', precedes: 'function?' }, ({ list, precedes }) => sorted(list, precedes)),
}

/** The least (−1) or greatest (1) item; undefined when two cannot be compared. */
export function extreme(items: FeelList, direction: 1 | -1): Value | undefined {
  let [best] = items
  if (best === undefined || (items.length === 1 && compareValues(best, best) === null)) return undefined
  for (const item of items.slice(1)) {
    const order = compareValues(item, best)
    if (order === null) return undefined
    if (order * direction > 0) best = item
  }
  return best
}

/** The sum of numbers or of durations of one kind; undefined for an empty list. */
export function sum(items: FeelList): Value | undefined {
  const [first, ...rest] = items
  if (first === undefined || typeof first === 'string') return undefined
  if (rest.length === 0) return calculate('+', first, first) === null ? undefined : first
  return rest.reduce<Value>((total, item) => calculate('+', total, item), first)
}

function numbersOf(items: FeelList): readonly Decimal[] | undefined {
  return items.length > 0 && items.every((item) => item instanceof Decimal) ? items : undefined
}

function mean(items: FeelList): Value | undefined {
  const total = sum(items)
  return total === undefined ? undefined : calculate('/', total, integer(items.length))
}

function median(items: FeelList): Decimal | undefined {
  const numbers = numbersOf(items)?.toSorted(compareDecimals)
  const middle = numbers?.[numbers.length >> 1]
  if (!numbers || !middle) return undefined
  const below = numbers.length % 2 === 0 ? numbers[numbers.length / 2 - 1] : undefined
  return below ? divideDecimals(addDecimals(below, middle), integer(2)) : middle
}

/** Of a sample: divided by one less than the count. */
function deviation(items: FeelList): Decimal | undefined {
  const numbers = numbersOf(items)
  if (!numbers || numbers.length < 2) return undefined
  const middle = divideDecimals(numbers.reduce(addDecimals), integer(numbers.length))
  if (!middle) return undefined
  const squares = numbers.map((item) => {
    const distance = subtractDecimals(item, middle)
    return multiplyDecimals(distance, distance) ?? ZERO
  })
  const variance = divideDecimals(squares.reduce(addDecimals), integer(numbers.length - 1))
  return variance && squareRoot(variance)
}

/** The most frequent numbers, ascending. */
function mode(items: FeelList): FeelList | undefined {
  if (items.length === 0) return []
  const numbers = numbersOf(items)?.toSorted(compareDecimals)
  if (!numbers) return undefined
  const counts: { item: Decimal; count: number }[] = []
  for (const item of numbers) {
    const last = counts.at(-1)
    if (last && compareDecimals(last.item, item) === 0) last.count += 1
    else counts.push({ item, count: 1 })
  }
  const most = Math.max(...counts.map(({ count }) => count))
  return counts.filter(({ count }) => count === most).map(({ item }) => item)
}

/** `any` when deciding is true, `all` when it is false: one such item decides; what is no boolean leaves it open. */
function joined(items: FeelList, deciding: boolean): boolean | undefined {
  if (items.includes(deciding)) return deciding
  return items.every((item) => item === !deciding) ? !deciding : undefined
}

function sublist(list: FeelList, start: Decimal, length: Decimal | undefined): FeelList | undefined {
  const at = placeIn(list, start)
  const count = length === undefined ? list.length : findInteger(length)
  if (at === undefined || count === undefined || count < 0) return undefined
  if (length !== undefined && at + count > list.length) return undefined
  return list.slice(at, at + count)
}

/** The index that a place means: 1 is the first, −1 the last; undefined outside the list. */
function placeIn(list: FeelList, place: Decimal): number | undefined {
  const number = findInteger(roundDecimal(place, 0, 'down'))
  if (number === undefined || number === 0 || Math.abs(number) > list.length) return undefined
  return number > 0 ? number - 1 : list.length + number
}

function replaceAt(list: FeelList, position: Value, newItem: Value): FeelList | undefined {
  const at = position instanceof Decimal ? placeIn(list, position) : undefined
  return at === undefined ? undefined : list.with(at, newItem)
}

function replaceWhere(list: FeelList, match: FeelFunction, newItem: Value): FeelList | undefined {
  if (match.parameters.length !== 2) return undefined
  const results = list.map((item) => callFunction(match, [item, newItem]))
  if (!results.every((result) => typeof result === 'boolean')) return undefined
  return list.map((item, index) => (results[index] ? newItem : item))
}

function distinct(items: FeelList): FeelList {
  const kept: Value[] = []
  for (const item of items) {
    if (!kept.some((other) => equalValues(other, item) === true)) kept.push(item)
  }
  return kept
}

function flatten(items: FeelList): FeelList {
  return items.flatMap((item) => (isList(item) ? flatten(item) : [item]))
}

function sorted(list: FeelList, precedes: FeelFunction | undefined): FeelList | undefined {
  if (!precedes) {
    return list.every((item) => compareValues(item, list[0] ?? null) !== null)
      ? list.toSorted((a, b) => compareValues(a, b) ?? 0)
      : undefined
  }
  if (precedes.parameters.length !== 2) return undefined
  const before = (a: Value, b: Value) => callFunction(precedes, [a, b]) === true
  return list.toSorted((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0))
}
