import type { ApiView, Operation, SentField } from './api.view.ts'

/** As much of a JSON schema as can be said in a few words. */
interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly contentMediaType?: string
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

interface Described {
  readonly operationId?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: Schema }[]
  readonly requestBody?: Content
  readonly responses?: Readonly<Record<string, Content>>
  readonly 'x-may'?: string
}

interface ApiDocument {
  readonly tags?: readonly { readonly name: string; readonly 'x-title'?: Readonly<Record<'zh' | 'en', string>> }[]
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

/** The OpenAPI document as people read it. `described` is that document; modules without operations are left out. */
export function apiView(described: object, lang: 'zh' | 'en'): ApiView {
  const { tags = [], paths = {} } = described as ApiDocument
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags?.[0],
      ...drawn(operation, method, path),
    })),
  )
  const groups = tags.map(({ name, 'x-title': title }) => ({
    name,
    title: title?.[lang] ?? name,
    operations: all.filter(({ tag }) => tag === name),
  }))
  return { operations: all.length, groups: groups.filter(({ operations }) => operations.length > 0) }
}

function drawn(operation: Described, method: string, path: string): Operation {
  const { operationId = '', summary = '', 'x-may': may = 'anyone', parameters = [], requestBody, responses } = operation
  const asked = parameters.map(({ name, in: place, required = false, schema = {} }) => ({
    ...{ name, required, type: typeOf(schema) },
    place: place === 'path' ? ('path' as const) : ('query' as const),
  }))
  const [, answer] = Object.entries(responses ?? {}).find(([status]) => status.startsWith('2')) ?? []
  return {
    ...{ id: operationId, method: method.toUpperCase(), path, summary, may },
    sends: [...asked, ...fieldsOf(schemaOf(requestBody))],
    gives: typeOf(schemaOf(answer)),
  }
}

function schemaOf({ content = {} }: Content = {}): Schema {
  return Object.values(content)[0]?.schema ?? {}
}

function fieldsOf({ properties = {}, required = [] }: Schema): SentField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, type: typeOf(schema), place: 'body' },
    required: required.includes(name),
  }))
}

/** A type in a few words: `string`, `integer | null`, `{ id, title }[]`, `"mail" | "webhook"`. */
export function typeOf(schema: Schema): string {
  if (schema.contentMediaType !== undefined) return schema.contentMediaType
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ')
  if (schema.items) return `${bracketed(typeOf(schema.items))}[]`
  if (schema.properties) {
    const names = Object.keys(schema.properties)
    return names.length === 0 ? '{}' : `{ ${names.join(', ')} }`
  }
  const types = [schema.type ?? 'any'].flat()
  return types.map((type) => (type === 'string' && schema.format ? schema.format : type)).join(' | ')
}

function bracketed(type: string): string {
  return type.includes(' | ') ? `(${type})` : type
}
