import { addDecimals, compareDecimals, Decimal, findInteger, integer, negate, ONE } from '../number/decimal.ts'
import type { Iterator, Node } from '../syntax/ast.ts'
import { dayNumberOf, FeelDate, findDateOfNumber } from '../temporal/moments.ts'
import { asList, FeelRange, isList, type Value } from '../value/value.ts'
import type { Evaluate, Frame } from './frame.ts'
import type { Setting } from './setting.ts'
import { both, either } from './three-valued.ts'

/** One variable of a loop: the slot it takes and what it goes through, null for what cannot be gone through. */
export interface Loop {
  readonly slot: number
  readonly items: (frame: Frame) => Iterable<Value> | null
}

/** Loops nested in the order written; each sees the names before it. */
function compileLoops(iterators: readonly Iterator[], setting: Setting): { loops: readonly Loop[]; inner: Setting } {
  let inner = setting
  const loops = iterators.map(({ name, list, to }) => {
    const start = setting.compile(list, inner)
    const end = to && setting.compile(to, inner)
    const slot = inner.scope.size
    inner = { ...inner, scope: inner.scope.with([name]) }
    return {
      slot,
      items: (frame: Frame) => (end ? countUp(start(frame), end(frame)) : itemsOf(start(frame))),
    }
  })
  return { loops, inner }
}

/** A loop over more, or loops in loops, is a mistake. */
const MOST_TURNS = 1_000_000

/** Goes through all combinations until `visit` says stop; false when stopped, or when something cannot be gone through. */
function go(loops: readonly Loop[], frame: Frame, visit: () => boolean, budget = { left: MOST_TURNS }): boolean {
  const [loop, ...rest] = loops
  if (!loop) return visit()
  const items = loop.items(frame)
  if (items === null) return false
  for (const item of items) {
    budget.left -= 1
    if (budget.left < 0) return false
    frame.slots[loop.slot] = item
    if (!go(rest, frame, visit, budget)) return false
  }
  return true
}

/** A `for`: the list of what the body is worth each time; `partial` is the list so far. Null when there is no list. */
export function compileFor(node: Extract<Node, { kind: 'for' }>, setting: Setting): Evaluate {
  const partial = setting.scope.size
  const outer = { ...setting, scope: setting.scope.with(['partial']) }
  const { loops, inner } = compileLoops(node.iterators, outer)
  return collect(loops, partial, setting.compile(node.body, inner))
}

/** The list of what a body is worth for each turn of the loops, kept in the slot `partial` while it grows. */
export function collect(loops: readonly Loop[], partial: number, body: Evaluate): Evaluate {
  return (frame) => {
    const results: Value[] = []
    const whole = go(loops, frame, () => {
      frame.slots[partial] = results
      results.push(body(frame))
      return true
    })
    return whole ? results : null
  }
}

/** `some` and `every`, three-valued. */
export function compileEach(node: Extract<Node, { kind: 'some' | 'every' }>, setting: Setting): Evaluate {
  const { loops, inner } = compileLoops(node.iterators, setting)
  return quantify(node.kind, loops, setting.compile(node.body, inner))
}

export function quantify(kind: 'some' | 'every', loops: readonly Loop[], body: Evaluate): Evaluate {
  const [join, deciding] = kind === 'some' ? ([either, true] as const) : ([both, false] as const)
  return (frame) => {
    let result: boolean | null = !deciding
    const whole = go(loops, frame, () => {
      result = join(result, body(frame))
      return result !== deciding
    })
    return whole || result === deciding ? result : null
  }
}

/** `list[condition]`: the items for which it holds, or the one at a place (1 the first, −1 the last). */
export function compileFilter(node: Extract<Node, { kind: 'filter' }>, setting: Setting): Evaluate {
  const list = setting.compile(node.list, setting)
  const slot = setting.scope.size
  const condition = setting.compile(node.condition, { ...setting, scope: setting.scope.withItem() })
  return (frame) =>
    filterBy(list(frame), (item) => {
      frame.slots[slot] = item
      return condition(frame)
    })
}

/** The items of a value for which a condition is true, or the one whose place the condition says. Null has none. */
export function filterBy(value: Value, condition: (item: Value) => Value): Value {
  if (value === null) return []
  const items = asList(value)
  const kept: Value[] = []
  if (items.length === 0) {
    return condition(null) instanceof Decimal ? null : kept
  }
  for (const item of items) {
    const result = condition(item)
    if (result instanceof Decimal) return at(items, result)
    if (result === true) kept.push(item)
  }
  return kept
}

function at(items: readonly Value[], place: Decimal): Value {
  const index = findInteger(place)
  if (index === undefined || index === 0) return null
  return items[index > 0 ? index - 1 : items.length + index] ?? null
}

/** What a loop goes through: a list, the numbers or days of a range, or the one value. Null cannot be gone through. */
export function itemsOf(value: Value): Iterable<Value> | null {
  if (isList(value)) return value
  if (value instanceof FeelRange) return itemsOfRange(value)
  return value === null ? null : [value]
}

function itemsOfRange({ start, startIncluded, end, endIncluded }: FeelRange): Iterable<Value> | null {
  if (start instanceof Decimal && end instanceof Decimal) {
    const first = startIncluded ? start : addDecimals(start, ONE)
    const last = endIncluded ? end : addDecimals(end, negate(ONE))
    return compareDecimals(first, last) > 0 ? [] : countUp(first, last)
  }
  if (start instanceof FeelDate && end instanceof FeelDate) {
    return days(dayNumberOf(start) + (startIncluded ? 0 : 1), dayNumberOf(end) - (endIncluded ? 0 : 1))
  }
  return null
}

/** From one whole number to another in steps of one, downwards when the second is smaller; days likewise. */
function countUp(start: Value, end: Value): Iterable<Value> | null {
  if (start instanceof FeelDate && end instanceof FeelDate) return days(dayNumberOf(start), dayNumberOf(end))
  if (!(start instanceof Decimal && end instanceof Decimal)) return null
  const [from, to] = [findInteger(start), findInteger(end)]
  return from === undefined || to === undefined ? null : numbers(from, to)
}

function* numbers(from: number, to: number): Iterable<Value> {
  const step = from <= to ? 1 : -1
  for (let n = from; step > 0 ? n <= to : n >= to; n += step) yield integer(n)
}

function* days(from: number, to: number): Iterable<Value> {
  const step = from <= to ? 1 : -1
  for (let n = from; step > 0 ? n <= to : n >= to; n += step) yield findDateOfNumber(n) ?? null
}
