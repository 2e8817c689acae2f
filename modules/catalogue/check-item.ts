import { conditionsOf, procedureFaults } from '@guangyue/kernel/process'
import { compile } from '@guangyue/kernel/rules'
import { z } from 'zod'
import { type Item, ItemForm } from './item.ts'

/** What is wrong in a file of a pack, and where: `form.0.fields.2.when`. */
export interface PackFault {
  readonly file: string
  readonly path: string
  readonly message: string
}

export type CheckedItem = { readonly item: Item } | { readonly faults: readonly PackFault[] }

interface Fault {
  readonly path: string
  readonly message: string
}

const chinese = z.locales.zhCN().localeError

/**
 * Reads one item of a pack from what its file holds. Refuses, each with its place: another shape, a procedure that
 * cannot end or promises longer than the statute, a condition that is no FEEL over the form's fields, a body that is not
 * in the pack, a name given twice, a fee without a basis, whole-way-on-line with visits, a file named otherwise.
 */
export function checkItem(file: string, content: unknown, bodies: ReadonlySet<string>): CheckedItem {
  const told = (faults: readonly Fault[]) => ({ faults: faults.map((fault) => ({ file, ...fault })) })
  const read = ItemForm.safeParse(content, { error: chinese })
  if (!read.success) {
    return told(read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
  }
  const item = read.data
  const faults = [
    ...nameFaults(file, item),
    ...bodyFaults(item, bodies),
    ...procedureFaults(item.procedure).map((message) => ({ path: 'procedure', message })),
    ...formFaults(item),
    ...conditionFaults(item),
    ...elementFaults(item),
  ]
  return faults.length > 0 ? told(faults) : { item }
}

/** The names that conditions may use: fields of pages that stand once, and each repeated page as a list. */
function vocabularyOf({ form }: Pick<Item, 'form'>): readonly string[] {
  return form.flatMap(({ key, repeats, fields }) => (repeats ? [key] : fields.map((field) => field.key)))
}

function nameFaults(file: string, { code, effective_from, effective_to }: Item): Fault[] {
  const allowed = [`${code}.json`, `${code}.${effective_from}.json`]
  const faults = allowed.includes(file.split('/').at(-1) ?? '')
    ? []
    : [{ path: 'code', message: `文件应当命名为 ${allowed.join(' 或 ')}` }]
  return effective_from !== null && effective_to !== null && effective_to <= effective_from
    ? [...faults, { path: 'effective_to', message: '失效日期应当晚于生效日期' }]
    : faults
}

function bodyFaults({ body, procedure }: Item, bodies: ReadonlySet<string>): Fault[] {
  const { acceptance, stages } = procedure
  const named = [
    ['body', body],
    ['procedure.acceptance.unit', acceptance.unit],
    ...acceptance.checks.map(({ unit }, at) => [`procedure.acceptance.checks.${at}.unit`, unit]),
    ...stages.flatMap(({ steps }, stage) =>
      steps.map(({ unit }, step) => [`procedure.stages.${stage}.steps.${step}.unit`, unit]),
    ),
  ] as const
  return named.flatMap(([path = '', key = '']) =>
    bodies.has(key) ? [] : [{ path, message: `数据包里没有单位 ${key}` }],
  )
}

function formFaults({ form }: Item): Fault[] {
  const names = form.flatMap(({ key, repeats, fields }, page) => [
    ...(repeats ? [{ path: `form.${page}.key`, name: key }] : []),
    ...fields.map((field, at) => ({ path: `form.${page}.fields.${at}.key`, name: field.key })),
  ])
  const twice = names
    .filter(({ name }, at) => names.findIndex((other) => other.name === name) < at)
    .map(({ path, name }) => ({ path, message: `“${name}”重复` }))
  const choices = form.flatMap(({ fields }, page) =>
    fields.flatMap(({ key, type, choices: given }, at) =>
      (type === 'choice') === (given !== undefined)
        ? []
        : [{ path: `form.${page}.fields.${at}.choices`, message: `“${key}”：选择项而且只有选择项要列出可选的值` }],
    ),
  )
  return [...twice, ...choices]
}

function conditionFaults(item: Item): Fault[] {
  const names = vocabularyOf(item)
  const asked: { path: string; when: string | null; more?: readonly string[] }[] = [
    ...item.conditions.map(({ when }, at) => ({ path: `conditions.${at}.when`, when })),
    ...item.materials.map(({ when }, at) => ({ path: `materials.${at}.when`, when })),
    ...item.form.flatMap(({ when, repeats, fields }, page) => [
      { path: `form.${page}.when`, when },
      ...fields.map((field, at) => ({
        path: `form.${page}.fields.${at}.when`,
        when: field.when,
        more: repeats ? fields.map(({ key }) => key) : [],
      })),
    ]),
    ...conditionsOf(item.procedure).map((when) => ({ path: 'procedure', when })),
  ]
  return asked.flatMap(({ path, when, more = [] }) => {
    if (when === null) return []
    const compiled = compile(when, { names: [...names, ...more] })
    return compiled.ok ? [] : [{ path, message: `条件“${when}”：${compiled.fault.message}` }]
  })
}

function elementFaults({ fee, online, visits, materials, conditions }: Item): Fault[] {
  return [
    ...(fee.charged && fee.basis.length === 0 ? [{ path: 'fee.basis', message: '收费必须有依据' }] : []),
    ...(online === 4 && visits > 0 ? [{ path: 'visits', message: '全程网办的事项不应当要求到现场' }] : []),
    ...twice('materials', materials),
    ...twice('conditions', conditions),
  ]
}

function twice(list: string, rows: readonly { readonly key: string }[]): Fault[] {
  const keys = rows.map(({ key }) => key)
  return keys.flatMap((key, at) =>
    keys.indexOf(key) < at ? [{ path: `${list}.${at}.key`, message: `编码“${key}”重复` }] : [],
  )
}
