import type { Type } from '../value/type.ts'
import { isContext, type Value } from '../value/value.ts'
import type { Evaluate } from './frame.ts'

/** What a name means where it stands. */
export interface Binding {
  readonly evaluate: Evaluate
  /** Whether it is a fact from outside, which the notes record. */
  readonly isFact: boolean
}

/**
 * The names in reach of a part of an expression. Scopes are nested; in a filter the entries of the item come first,
 * and only at run time is it known which there are.
 */
export class Scope {
  private readonly outer: Scope | undefined
  private readonly names: ReadonlyMap<string, Binding>
  /** The slot of an item whose entries are names here. */
  private readonly item: number | undefined
  /** The number of slots used up to here. */
  readonly size: number

  private constructor(
    outer: Scope | undefined,
    names: ReadonlyMap<string, Binding>,
    size: number,
    item: number | undefined,
  ) {
    this.outer = outer
    this.names = names
    this.size = size
    this.item = item
  }

  /** The outermost scope: constants such as the built-in functions. */
  static ofConstants(values: ReadonlyMap<string, Value>): Scope {
    const names = [...values].map(([name, value]) => [name, { evaluate: () => value, isFact: false }] as const)
    return new Scope(undefined, new Map(names), 0, undefined)
  }

  /** With more names, each in a slot of its own from `size` on. */
  with(names: readonly string[], kind: 'facts' | 'locals' = 'locals'): Scope {
    const bindings = names.map((name, index) => {
      const slot = this.size + index
      return [name, { evaluate: (frame) => frame.slots[slot] ?? null, isFact: kind === 'facts' } as Binding] as const
    })
    return new Scope(this, new Map(bindings), this.size + names.length, undefined)
  }

  /** With the entries of an item: `item` itself takes the next slot. */
  withItem(): Scope {
    const slot = this.size
    const item: Binding = { evaluate: (frame) => frame.slots[slot] ?? null, isFact: false }
    return new Scope(this, new Map([['item', item]]), slot + 1, slot)
  }

  /** All names in reach. */
  allNames(): readonly string[] {
    return [...this.names.keys(), ...(this.outer?.allNames() ?? [])]
  }

  /** What a name means, or undefined when it has no meaning and no item could give it one. */
  find(name: string): Binding | undefined {
    const found = this.names.get(name)
    if (this.item === undefined) return found ?? this.outer?.find(name)
    const { item } = this
    const fallback = found ?? this.outer?.find(name)
    return {
      isFact: false,
      evaluate: (frame) => {
        const context = frame.slots[item]
        if (isContext(context) && context.has(name)) return context.get(name) ?? null
        if (!fallback) return null
        const value = fallback.evaluate(frame)
        if (fallback.isFact) frame.notes?.read(name, value)
        return value
      },
    }
  }
}

/** Types by name, as a model defines them. */
export type Types = ReadonlyMap<string, Type>
