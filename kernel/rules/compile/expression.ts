import { findDecimal } from '../number/decimal.ts'
import type { Node, Span } from '../syntax/ast.ts'
import { Refusal } from '../syntax/fault.ts'
import { findMoment } from '../temporal/moment-text.ts'
import { calculate, negateValue } from '../value/arithmetic.ts'
import { compareValues } from '../value/compare.ts'
import { isInstance } from '../value/conform.ts'
import { partOf } from '../value/parts.ts'
import { writeValue } from '../value/text.ts'
import { FeelRange, kindOf, type Value } from '../value/value.ts'
import { compileCall, compileFunction } from './calls.ts'
import type { Evaluate, Frame } from './frame.ts'
import { compileEach, compileFilter, compileFor } from './lists.ts'
import type { Scope } from './scope.ts'
import type { Setting } from './setting.ts'
import { compileTests } from './tests.ts'
import { both, compareBy, either } from './three-valued.ts'
import { typeOfNode } from './type-of-node.ts'

type Compilers = { readonly [K in Node['kind']]: (node: Extract<Node, { kind: K }>, setting: Setting) => Evaluate }

/** An expression becomes a function of a frame. Throws a `Refusal` for a name or a type that is not known. */
export function compileNode(node: Node, setting: Setting): Evaluate {
  const compile = compilers[node.kind] as (node: Node, setting: Setting) => Evaluate
  return compile(node, setting)
}

const compilers: Compilers = {
  null: () => () => null,
  boolean: ({ value }) => constant(value),
  string: ({ value }) => constant(value),
  number: (node) => constant(findDecimal(node.text) ?? refuse(node, `数字“${node.text}”太长`)),
  moment: (node) => constant(findMoment(node.text) ?? null),
  name: compileName,
  path: compilePath,
  list: ({ items }, setting) => {
    const parts = items.map((item) => compileNode(item, setting))
    return (frame) => parts.map((part) => part(frame))
  },
  context: compileContext,
  range: compileRange,
  arithmetic: (node, setting) => {
    const [left, right] = [compileNode(node.left, setting), compileNode(node.right, setting)]
    const { operator } = node
    return (frame) => {
      const [a, b] = [left(frame), right(frame)]
      return calculate(operator, a, b) ?? warn(frame, node, () => `${show(a)} ${operator} ${show(b)} 无法计算`)
    }
  },
  negation: (node, setting) => {
    const operand = compileNode(node.operand, setting)
    return (frame) => negateValue(operand(frame)) ?? warn(frame, node, () => '负号后面不是数')
  },
  comparison: (node, setting) => {
    const [left, right] = [compileNode(node.left, setting), compileNode(node.right, setting)]
    const compare = compareBy[node.operator]
    return (frame) => compare(left(frame), right(frame))
  },
  between: ({ value, low, high }, setting) => {
    const [middle, from, to] = [value, low, high].map((part) => compileNode(part, setting)) as [
      Evaluate,
      Evaluate,
      Evaluate,
    ]
    return (frame) => {
      const tested = middle(frame)
      return both(compareBy['>='](tested, from(frame)), compareBy['<='](tested, to(frame)))
    }
  },
  in: ({ value, tests }, setting) => {
    const input = compileNode(value, setting)
    const check = compileTests(tests, setting)
    return (frame) => check(frame, input(frame))
  },
  and: ({ left, right }, setting) => {
    const [a, b] = [compileNode(left, setting), compileNode(right, setting)]
    return (frame) => {
      const first = a(frame)
      return first === false ? false : both(first, b(frame))
    }
  },
  or: ({ left, right }, setting) => {
    const [a, b] = [compileNode(left, setting), compileNode(right, setting)]
    return (frame) => {
      const first = a(frame)
      return first === true ? true : either(first, b(frame))
    }
  },
  if: (node, setting) => {
    const condition = compileNode(node.condition, setting)
    const [consequence, otherwise] = [compileNode(node.consequence, setting), compileNode(node.otherwise, setting)]
    return (frame) => (condition(frame) === true ? consequence(frame) : otherwise(frame))
  },
  for: compileFor,
  some: compileEach,
  every: compileEach,
  filter: compileFilter,
  call: compileCall,
  function: compileFunction,
  instance: ({ value, type }, setting) => {
    const evaluate = compileNode(value, setting)
    const wanted = typeOfNode(type, setting.types)
    return (frame) => isInstance(evaluate(frame), wanted)
  },
}

function constant(value: Value): Evaluate {
  return () => value
}

function refuse(span: Span, message: string): never {
  throw new Refusal({ from: span.from, to: span.to, message })
}

/** Null, with a note when notes are taken. */
function warn(frame: Frame, span: Span, message: () => string): null {
  frame.notes?.warn(message(), span)
  return null
}

function show(value: Value): string {
  const text = writeValue(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function compileName(node: Extract<Node, { kind: 'name' }>, setting: Setting): Evaluate {
  const binding = setting.scope.find(node.name)
  if (!binding) return refuse(node, `没有名为“${node.name}”的数据或函数`)
  if (!binding.isFact) return binding.evaluate
  return noting(binding.evaluate, node.name)
}

/** `企业.注册资本` is noted as one fact read, and not as all of `企业`. */
function compilePath(node: Extract<Node, { kind: 'path' }>, setting: Setting): Evaluate {
  const { name } = node
  const label = factPath(node, setting.scope)
  const of = label ? compileUnnoted(node.of, setting) : compileNode(node.of, setting)
  const evaluate: Evaluate = (frame) => partOf(of(frame), name)
  return label ? noting(evaluate, label) : evaluate
}

function compileUnnoted(node: Node, setting: Setting): Evaluate {
  if (node.kind === 'path') {
    const of = compileUnnoted(node.of, setting)
    const { name } = node
    return (frame) => partOf(of(frame), name)
  }
  const binding = node.kind === 'name' ? setting.scope.find(node.name) : undefined
  return binding ? binding.evaluate : compileNode(node, setting)
}

function factPath(node: Node, scope: Scope): string | undefined {
  if (node.kind === 'name') return scope.find(node.name)?.isFact ? node.name : undefined
  if (node.kind !== 'path') return undefined
  const root = factPath(node.of, scope)
  return root === undefined ? undefined : `${root}.${node.name}`
}

function noting(evaluate: Evaluate, label: string): Evaluate {
  return (frame) => {
    const value = evaluate(frame)
    frame.notes?.read(label, value)
    return value
  }
}

/** Later entries see earlier ones, each in a slot of its own. */
function compileContext(node: Extract<Node, { kind: 'context' }>, setting: Setting): Evaluate {
  let { scope } = setting
  const entries = node.entries.map(({ name, value }) => {
    const evaluate = compileNode(value, { ...setting, scope })
    const slot = scope.size
    scope = scope.with([name])
    return { name, evaluate, slot }
  })
  return (frame) => {
    const context = new Map<string, Value>()
    for (const { name, evaluate, slot } of entries) {
      const value = evaluate(frame)
      frame.slots[slot] = value
      context.set(name, value)
    }
    return context
  }
}

function compileRange(node: Extract<Node, { kind: 'range' }>, setting: Setting): Evaluate {
  const start = node.start ? compileNode(node.start, setting) : undefined
  const end = node.end ? compileNode(node.end, setting) : undefined
  const { startIncluded, endIncluded } = node
  return (frame) => {
    const [low, high] = [start?.(frame) ?? null, end?.(frame) ?? null]
    if ((start && low === null) || (end && high === null)) return warn(frame, node, () => '区间的一端没有值')
    if (low !== null && high !== null) {
      if (kindOf(low) !== kindOf(high)) return warn(frame, node, () => '区间两端不是一类值')
      if (!(low === high) && (compareValues(low, high) ?? 1) > 0) return warn(frame, node, () => '区间的起点大于终点')
    }
    return new FeelRange(low, startIncluded && low !== null, high, endIncluded && high !== null)
  }
}
