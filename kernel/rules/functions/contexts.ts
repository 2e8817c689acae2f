import { type FeelContext, type FeelFunction, type FeelList, isContext, isList, type Value } from '../value/value.ts'
import { define, defineForms } from './define.ts'

export const contextFunctions: Readonly<Record<string, FeelFunction>> = {
  'get value': define({ m: 'context', key: 'string' }, ({ m, key }) => m.get(key)),
  'get entries': define({ m: 'context' }, ({ m }) =>
    [...m].map(
      ([key, value]) =>
        new Map<string, Value>([
          ['key', key],
          ['value', value],
        ]),
    ),
  ),
  context: define({ entries: 'list' }, ({ entries }) => fromEntries(entries)),
  'context put': defineForms(
    define({ context: 'context', key: 'any', value: 'any' }, ({ context, key, value }) =>
      isList(key) ? putDeep(context, key, value) : putDeep(context, [key], value),
    ),
    define({ context: 'context', keys: 'list', value: 'any' }, ({ context, keys, value }) =>
      putDeep(context, keys, value),
    ),
  ),
  'context merge': define({ contexts: 'list' }, ({ contexts }) =>
    contexts.every(isContext) ? new Map(contexts.flatMap((context) => [...context])) : undefined,
  ),
}

function fromEntries(entries: FeelList): FeelContext | undefined {
  const context = new Map<string, Value>()
  for (const entry of entries) {
    if (!isContext(entry)) return undefined
    const key = entry.get('key')
    if (typeof key !== 'string' || !entry.has('value') || context.has(key)) return undefined
    context.set(key, entry.get('value') ?? null)
  }
  return context
}

function putDeep(context: FeelContext, [key, ...rest]: FeelList, value: Value): FeelContext | undefined {
  if (typeof key !== 'string') return undefined
  if (rest.length === 0) return new Map([...context, [key, value]])
  const inner = context.get(key)
  const changed = isContext(inner) ? putDeep(inner, rest, value) : undefined
  return changed && new Map<string, Value>([...context, [key, changed]])
}
