import type { Scope, Types } from '../compile/scope.ts'
import { ANY, type Type } from '../value/type.ts'
import type { ModelFault, NamedTypeForm, TypeForm } from './forms.ts'
import { testsOf, typeOf, type Workshop } from './workshop.ts'

/** The model's own types by name, in any order of definition; one that is defined by itself is reported. */
export function compileTypes(
  forms: readonly NamedTypeForm[],
  scope: Scope,
  members: readonly string[],
  report: (fault: ModelFault) => void,
): Types {
  const types = new Map<string, Type>()
  const open = new Set<string>()
  const byName = new Map(forms.map((form) => [form.name, form]))

  const resolve = (name: string): Type | undefined => {
    const known = types.get(name)
    const form = byName.get(name)
    if (known || !form) return known
    const part = `类型“${name}”`
    if (open.has(name)) {
      report({ part, from: 0, to: 0, message: '类型由自己定义' })
      return ANY
    }
    open.add(name)
    const type = typeOfForm(form, { scope, types: lazy, members, part, report })
    types.set(name, type)
    return type
  }
  const lazy: Types = Object.assign(new Map<string, Type>(), { get: resolve })
  for (const { name } of forms) resolve(name)
  return types
}

function typeOfForm(form: TypeForm, shop: Workshop): Type {
  const base: Type = form.fields
    ? { kind: 'context', fields: new Map(form.fields.map((field) => [field.name, typeOfForm(field, shop)])) }
    : typeOf(form.type, shop)
  const narrowed = form.allowed === undefined ? base : narrow(base, form.allowed, shop)
  return form.list ? { kind: 'list', of: narrowed } : narrowed
}

/** The tests stand for each item when the type is a list. */
function narrow(of: Type, allowed: string, shop: Workshop): Type {
  if (of.kind === 'list') return { kind: 'list', of: narrow(of.of, allowed, shop) }
  const check = testsOf(allowed, shop)
  const slots = shop.scope.size
  return {
    kind: 'narrowed',
    of,
    allowed: (value) => check({ slots: new Array(slots).fill(null), notes: undefined }, value) === true,
  }
}

/** All names of fields, at any depth. */
export function memberNames(forms: readonly NamedTypeForm[]): readonly string[] {
  return forms.flatMap(({ fields = [] }) => [...fields.map(({ name }) => name), ...memberNames(fields)])
}
