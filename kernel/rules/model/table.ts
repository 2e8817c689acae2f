import type { Check, Evaluate, Frame } from '../compile/frame.ts'
import { extreme, sum } from '../functions/lists.ts'
import { integer } from '../number/decimal.ts'
import { equalValues } from '../value/compare.ts'
import { coerce } from '../value/conform.ts'
import type { FeelList, Value } from '../value/value.ts'
import type { HitPolicy, TableForm } from './forms.ts'
import { expressionOf, testsOf, typeOf, valuesListed, type Workshop } from './workshop.ts'

interface Row {
  readonly checks: readonly Check[]
  readonly outputs: readonly Evaluate[]
  readonly note: { readonly row: number; readonly label?: string; readonly basis?: string }
}

interface Table {
  readonly form: TableForm
  readonly rows: readonly Row[]
  readonly defaults: readonly (Evaluate | undefined)[]
  /** For each output the values in falling priority. */
  readonly priorities: readonly (readonly Evaluate[])[]
}

/** A hit: the row's outputs, worked out. */
type Outputs = readonly Value[]

/** A decision table becomes a function of a frame. */
export function compileTable(form: TableForm, shop: Workshop): Evaluate {
  const inputs = form.inputs.map(({ text, type }, index) => {
    const own = at(shop, `输入第 ${index + 1} 列`)
    const [evaluate, wanted] = [expressionOf(text, own), typeOf(type, own)]
    return (frame: Frame) => coerce(evaluate(frame), wanted)
  })
  const limits = form.inputs.map(({ allowed }, index) =>
    allowed === undefined ? undefined : testsOf(allowed, at(shop, `输入第 ${index + 1} 列的取值`)),
  )
  const table = compileParts(form, shop)
  const decide = policies[form.hitPolicy]
  return (frame) => {
    const values = inputs.map((input) => input(frame))
    const odd = limits.findIndex((limit, index) => limit && limit(frame, values[index] ?? null) === false)
    if (odd >= 0) return warn(frame, `${shop.part}：输入第 ${odd + 1} 列的值不在允许的取值之内`)
    const hits = hitsOf(table, values, frame)
    if (hits.length === 0) return withoutHit(table, frame)
    return decide(hits, table, frame, shop.part)
  }
}

function compileParts(form: TableForm, shop: Workshop): Table {
  const rows = form.rules.map(({ when, give, label, basis }, index) => {
    const row = at(shop, `第 ${index + 1} 行`)
    return {
      checks: when.map((cell, column) => testsOf(cell, at(row, `条件第 ${column + 1} 列`))),
      outputs: form.outputs.map(({ type }, column) => {
        const own = at(row, `结果第 ${column + 1} 列`)
        const text = give[column]?.trim() ?? ''
        const evaluate = text === '' || text === '-' ? () => null : expressionOf(text, own)
        const wanted = typeOf(type, own)
        return (frame: Frame) => coerce(evaluate(frame), wanted)
      }),
      note: { row: index + 1, label, basis },
    }
  })
  return {
    form,
    rows,
    defaults: form.outputs.map((output) =>
      output.default === undefined ? undefined : expressionOf(output.default, at(shop, '缺省结果')),
    ),
    priorities: form.outputs.map(({ allowed }) =>
      allowed === undefined ? [] : valuesListed(allowed, at(shop, '结果的取值')),
    ),
  }
}

/** The outputs of the rows that hit; for policy F no further than the first. */
function hitsOf({ form, rows }: Table, values: readonly Value[], frame: Frame): readonly Outputs[] {
  const hits: Outputs[] = []
  for (const { checks, outputs, note } of rows) {
    if (!checks.every((check, index) => check(frame, values[index] ?? null) === true)) continue
    frame.notes?.hit(note)
    hits.push(outputs.map((output) => output(frame)))
    if (form.hitPolicy === 'F') break
  }
  return hits
}

function withoutHit({ form, defaults }: Table, frame: Frame): Value {
  if (defaults.every((value) => value === undefined)) return form.hitPolicy === 'C#' ? integer(0) : null
  const value = valueOfHit(
    defaults.map((evaluate) => evaluate?.(frame) ?? null),
    form,
  )
  return value
}

type Decide = (hits: readonly Outputs[], table: Table, frame: Frame, part: string) => Value

const policies: Readonly<Record<HitPolicy, Decide>> = {
  U: (hits, { form }, frame, part) =>
    hits.length > 1 ? warn(frame, `${part}：有 ${hits.length} 行同时符合，应只有一行`) : first(hits, form),
  A: (hits, { form }, frame, part) => {
    const values = hits.map((hit) => valueOfHit(hit, form))
    const same = values.every((value) => equalValues(value, values[0] ?? null) === true)
    return same ? (values[0] ?? null) : warn(frame, `${part}：几行同时符合而结果不同`)
  },
  P: (hits, table, frame) => first(byPriority(hits, table, frame), table.form),
  F: (hits, { form }) => first(hits, form),
  R: (hits, { form }) => hits.map((hit) => valueOfHit(hit, form)),
  O: (hits, table, frame) => byPriority(hits, table, frame).map((hit) => valueOfHit(hit, table.form)),
  C: (hits, { form }) => hits.map((hit) => valueOfHit(hit, form)),
  'C+': (hits) => aggregate(hits, sum),
  'C<': (hits) => aggregate(hits, (items) => extreme(items, -1)),
  'C>': (hits) => aggregate(hits, (items) => extreme(items, 1)),
  'C#': (hits) => integer(hits.length),
}

function first([hit]: readonly Outputs[], form: TableForm): Value {
  return hit ? valueOfHit(hit, form) : null
}

/** One output is its value, several are a context by their names. */
function valueOfHit(outputs: Outputs, { outputs: columns }: TableForm): Value {
  if (columns.length === 1) return outputs[0] ?? null
  return new Map(columns.map(({ name }, index) => [name ?? String(index + 1), outputs[index] ?? null]))
}

function aggregate(hits: readonly Outputs[], join: (items: FeelList) => Value | undefined): Value {
  return join(hits.map(([value = null]) => value)) ?? null
}

/** Stable, the first output deciding, then the next; a value that is not listed comes last. */
function byPriority(hits: readonly Outputs[], { priorities }: Table, frame: Frame): readonly Outputs[] {
  const listed = priorities.map((values) => values.map((value) => value(frame)))
  const ranks = new Map(
    hits.map((hit) => [
      hit,
      hit.map((value, column) => {
        const values = listed[column] ?? []
        const place = values.findIndex((item) => equalValues(item, value) === true)
        return place < 0 ? values.length : place
      }),
    ]),
  )
  const rankOf = (hit: Outputs) => ranks.get(hit) ?? []
  return hits.toSorted((a, b) => {
    const other = rankOf(b)
    return (
      rankOf(a)
        .map((rank, column) => rank - (other[column] ?? 0))
        .find((difference) => difference !== 0) ?? 0
    )
  })
}

function at(shop: Workshop, place: string): Workshop {
  return { ...shop, part: `${shop.part} ${place}` }
}

function warn(frame: Frame, message: string): null {
  frame.notes?.warn(message, { from: 0, to: 0 })
  return null
}
