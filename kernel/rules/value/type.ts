import type { ValueKind } from './value.ts'

/** The simple kinds of value by name. */
export type SimpleName = Exclude<ValueKind, 'range' | 'function' | 'context' | 'list' | 'null'> | 'Any' | 'Null'

/** What a value must be. `allowed` narrows further: a test that the value must pass, with its text for people. */
export type Type =
  | { readonly kind: 'simple'; readonly name: SimpleName }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'range'; readonly of: Type }
  | { readonly kind: 'context'; readonly fields: ReadonlyMap<string, Type> }
  | { readonly kind: 'function'; readonly parameters: readonly Type[]; readonly result: Type }
  | { readonly kind: 'duration' }
  /** Any function or any context, whatever its parts. */
  | { readonly kind: 'any-function' }
  | { readonly kind: 'narrowed'; readonly of: Type; readonly allowed: (value: import('./value.ts').Value) => boolean }

export const ANY: Type = { kind: 'simple', name: 'Any' }

const simpleNames: readonly SimpleName[] = [
  'Any',
  'Null',
  'boolean',
  'string',
  'number',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]

/** The type that FEEL itself knows by a name, or undefined. */
export function findBuiltInType(name: string): Type | undefined {
  const simple = simpleNames.find((known) => known === name)
  if (simple) return { kind: 'simple', name: simple }
  switch (name) {
    case 'dateTime':
      return { kind: 'simple', name: 'date and time' }
    case 'dayTimeDuration':
      return { kind: 'simple', name: 'days and time duration' }
    case 'yearMonthDuration':
      return { kind: 'simple', name: 'years and months duration' }
    case 'duration':
      return { kind: 'duration' }
    case 'context':
      return { kind: 'context', fields: new Map() }
    case 'list':
      return { kind: 'list', of: ANY }
    case 'range':
      return { kind: 'range', of: ANY }
    case 'function':
      return { kind: 'any-function' }
    default:
      return undefined
  }
}
