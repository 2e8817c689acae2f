import type { Arguments, Node } from '../syntax/ast.ts'
import { coerce } from '../value/conform.ts'
import { writeValue } from '../value/text.ts'
import { FeelFunction, type Value } from '../value/value.ts'
import { copyFrame, type Evaluate, type Frame } from './frame.ts'
import type { Setting } from './setting.ts'
import { typeOfNode } from './type-of-node.ts'

/** Calls nested deeper than this are refused: a function that calls itself without end. */
const DEEPEST = 400
/** More calls out of one are refused as well: a function that calls itself twice without end. */
const MOST_CALLS = 1_000_000
// back at zero after every evaluation; JavaScript runs one at a time
let [depth, calls] = [0, 0]

/** A call with arguments by place or by name. Null when what is called is no function or the arguments do not fit. */
export function compileCall(node: Extract<Node, { kind: 'call' }>, setting: Setting): Evaluate {
  const callee = setting.compile(node.callee, setting)
  const args = compileArguments(node.args, setting)
  return (frame) => {
    const target = callee(frame)
    if (!(target instanceof FeelFunction)) return warn(frame, node, '所调用的不是函数')
    const found = args(frame, target)
    if (!found) return warn(frame, node, '参数的个数或名称不符')
    const result = callFunction(found.target, found.values)
    if (result === null && frame.notes) warn(frame, node, describe(node, found.values))
    return result
  }
}

function describe(node: Extract<Node, { kind: 'call' }>, values: readonly Value[]): string {
  const name = node.callee.kind === 'name' ? node.callee.name : '函数'
  return `${name}(${values.map(writeValue).join(', ')}) 没有结果`
}

interface Collected {
  readonly target: FeelFunction
  readonly values: readonly Value[]
}

function compileArguments(
  args: Arguments,
  setting: Setting,
): (frame: Frame, target: FeelFunction) => Collected | undefined {
  if (args.kind === 'by place') {
    const parts = args.values.map((value) => setting.compile(value, setting))
    return (frame, called) => {
      const target = formsOf(called).find(({ parameters }) => fitsCount(parts.length, parameters))
      return target && { target, values: parts.map((part) => part(frame)) }
    }
  }
  const parts = args.values.map(({ name, value }) => ({ name, evaluate: setting.compile(value, setting) }))
  return (frame, called) => byName(called, new Map(parts.map(({ name, evaluate }) => [name, evaluate(frame)])))
}

function formsOf(target: FeelFunction): readonly FeelFunction[] {
  return target.others.length === 0 ? [target] : [target, ...target.others]
}

function fitsCount(count: number, parameters: FeelFunction['parameters']): boolean {
  const most = parameters.at(-1)?.rest ? Number.POSITIVE_INFINITY : parameters.length
  return count <= most && count >= parameters.filter(({ optional, rest }) => !optional && !rest).length
}

/** Named arguments in the order of the parameters of the first form that has these; undefined when none has. */
export function byName(called: FeelFunction, given: ReadonlyMap<string, Value>): Collected | undefined {
  const target = formsOf(called).find(
    ({ parameters }) =>
      [...given.keys()].every((name) => parameters.some((parameter) => parameter.name === name)) &&
      parameters.every(({ name, optional }) => optional || given.has(name)),
  )
  return target && { target, values: target.parameters.map(({ name }) => given.get(name) ?? null) }
}

/** The value of a function, its arguments and result brought to the types that it states. */
export function callFunction(target: FeelFunction, values: readonly Value[]): Value {
  if (depth === 0) calls = 0
  calls += 1
  if (depth >= DEEPEST || calls > MOST_CALLS) return null
  depth += 1
  try {
    const fitted: Value[] = []
    for (const [index, value] of values.entries()) {
      const type = target.parameters[index]?.type
      const own = type ? coerce(value, type) : value
      if (own === null && value !== null) return null
      fitted.push(own)
    }
    const result = target.call(fitted)
    return target.result ? coerce(result, target.result) : result
  } finally {
    depth -= 1
  }
}

/** A function written in an expression keeps the names that were in reach where it was written. */
export function compileFunction(node: Extract<Node, { kind: 'function' }>, setting: Setting): Evaluate {
  const parameters = node.parameters.map(({ name, type }) =>
    type ? { name, type: typeOfNode(type, setting.types) } : { name },
  )
  const first = setting.scope.size
  const scope = setting.scope.with(parameters.map(({ name }) => name))
  const body = setting.compile(node.body, { ...setting, scope })
  return (frame) => makeFunction(parameters, first, body, frame)
}

/** A function whose arguments go into slots from `first` on. */
export function makeFunction(
  parameters: FeelFunction['parameters'],
  first: number,
  body: Evaluate,
  frame: Frame,
): FeelFunction {
  const kept = copyFrame(frame)
  return new FeelFunction(parameters, (args) => {
    const own = copyFrame(kept)
    for (const [index] of parameters.entries()) own.slots[first + index] = args[index] ?? null
    return body(own)
  })
}

function warn(frame: Frame, node: Node, message: string): null {
  frame.notes?.warn(message, node)
  return null
}
