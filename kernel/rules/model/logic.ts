import { byName, callFunction, makeFunction } from '../compile/calls.ts'
import type { Evaluate, Frame } from '../compile/frame.ts'
import { collect, filterBy, itemsOf, quantify } from '../compile/lists.ts'
import { coerce } from '../value/conform.ts'
import { FeelFunction, isContext, isList, type Value } from '../value/value.ts'
import type { EntryForm, InputForm, Logic } from './forms.ts'
import { compileTable } from './table.ts'
import { expressionOf, typeOf, type Workshop } from './workshop.ts'

type Compilers = { readonly [K in Logic['kind']]: (logic: Extract<Logic, { kind: K }>, shop: Workshop) => Evaluate }

/** A boxed expression of any kind becomes a function of a frame. Faults are reported; what has one is null. */
export function compileLogic(logic: Logic, shop: Workshop): Evaluate {
  const compile = compilers[logic.kind] as (logic: Logic, shop: Workshop) => Evaluate
  const evaluate = compile(logic, shop)
  const { basis } = logic
  if (basis === undefined) return evaluate
  return (frame) => {
    frame.notes?.hit({ basis })
    return evaluate(frame)
  }
}

const compilers: Compilers = {
  expression: ({ text, type }, shop) => typed(expressionOf(text, shop), type, shop),
  table: compileTable,
  context: ({ entries }, shop) => compileEntries(entries, shop),
  list: ({ items }, shop) => {
    const parts = items.map((item, index) => compileLogic(item, at(shop, `第 ${index + 1} 项`)))
    return (frame) => parts.map((part) => part(frame))
  },
  relation: ({ columns, rows }, shop) => {
    const compiled = rows.map((row, index) =>
      columns.map((name, column) => {
        const cell = row[column]
        return [name, cell ? compileLogic(cell, at(shop, `第 ${index + 1} 行“${name}”`)) : () => null] as const
      }),
    )
    return (frame) => compiled.map((row) => new Map(row.map(([name, cell]) => [name, cell(frame)] as const)))
  },
  invocation: (logic, shop) => {
    const callee = compileLogic(logic.function, at(shop, '所调用的函数'))
    const args = logic.arguments.map(
      (argument) => [argument.name, compileLogic(argument.logic, at(shop, `参数“${argument.name}”`))] as const,
    )
    return (frame) => {
      const target = callee(frame)
      if (!(target instanceof FeelFunction)) return warn(frame, '所调用的不是函数')
      const found = byName(target, new Map(args.map(([name, evaluate]) => [name, evaluate(frame)])))
      return found ? callFunction(found.target, found.values) : warn(frame, '参数的个数或名称不符')
    }
  },
  function: ({ parameters, body }, shop) => compileFunctionLogic(parameters, body, shop),
  conditional: (logic, shop) => {
    const condition = compileLogic(logic.condition, at(shop, '条件'))
    const [consequence, otherwise] = [compileLogic(logic.consequence, shop), compileLogic(logic.otherwise, shop)]
    return (frame) => {
      const holds = condition(frame)
      if (holds !== null && typeof holds !== 'boolean') return warn(frame, `${shop.part}：条件不是“是”或“否”`)
      return holds ? consequence(frame) : otherwise(frame)
    }
  },
  filter: (logic, shop) => {
    const list = compileLogic(logic.list, shop)
    const slot = shop.scope.size
    const condition = compileLogic(logic.condition, { ...at(shop, '条件'), scope: shop.scope.withItem() })
    return (frame) => {
      let odd = false
      const kept = filterBy(list(frame), (item) => {
        frame.slots[slot] = item
        const result = condition(frame)
        odd ||= typeof result === 'string' || isContext(result) || isList(result)
        return result
      })
      return odd ? warn(frame, `${shop.part}：条件不是“是”或“否”`) : kept
    }
  },
  for: compileLoop,
  some: compileLoop,
  every: compileLoop,
}

function compileLoop(logic: Extract<Logic, { kind: 'for' | 'some' | 'every' }>, shop: Workshop): Evaluate {
  const list = compileLogic(logic.in, shop)
  const partial = shop.scope.size
  const outer = shop.scope.with(['partial'])
  const body = compileLogic(logic.body, { ...shop, scope: outer.with([logic.name]) })
  const loops = [{ slot: outer.size, items: (frame: Frame) => itemsOf(list(frame)) }]
  return logic.kind === 'for' ? collect(loops, partial, body) : quantify(logic.kind, loops, body)
}

/** Later entries see earlier ones; an entry without a name is the result. */
function compileEntries(entries: readonly EntryForm[], shop: Workshop): Evaluate {
  let { scope } = shop
  const parts = entries.map(({ name, type, logic }) => {
    const evaluate = typed(compileLogic(logic, { ...at(shop, `“${name ?? '结果'}”`), scope }), type, shop)
    const slot = scope.size
    if (name !== undefined) scope = scope.with([name])
    return { name, evaluate, slot }
  })
  return (frame) => {
    const context = new Map<string, Value>()
    for (const { name, evaluate, slot } of parts) {
      const value = evaluate(frame)
      if (name === undefined) return value
      frame.slots[slot] = value
      context.set(name, value)
    }
    return context
  }
}

/** A function whose body sees the names around it. */
export function compileFunctionLogic(
  parameters: readonly InputForm[],
  body: Logic | undefined,
  shop: Workshop,
  result?: string,
): (frame: Frame) => FeelFunction {
  const typedParameters = parameters.map(({ name, type }) =>
    type === undefined ? { name } : { name, type: typeOf(type, shop) },
  )
  const first = shop.scope.size
  const scope = shop.scope.with(parameters.map(({ name }) => name))
  const evaluate: Evaluate = body ? typed(compileLogic(body, { ...shop, scope }), result, shop) : () => null
  return (frame) => makeFunction(typedParameters, first, evaluate, frame)
}

/** The value brought to a type, null where it is of another. */
export function typed(evaluate: Evaluate, type: string | undefined, shop: Workshop): Evaluate {
  if (type === undefined) return evaluate
  const wanted = typeOf(type, shop)
  return (frame) => {
    const value = evaluate(frame)
    const fitted = coerce(value, wanted)
    return fitted === null && value !== null ? warn(frame, `${shop.part}：结果不是“${type}”`) : fitted
  }
}

function at(shop: Workshop, place: string): Workshop {
  return { ...shop, part: `${shop.part} ${place}` }
}

function warn(frame: Frame, message: string): null {
  frame.notes?.warn(message, { from: 0, to: 0 })
  return null
}
