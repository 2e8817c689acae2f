import { findPlainDate } from '@guangyue/kernel/calendar'
import { parseCreditCode, parseResidentId, parseTelephone, toHalfWidth } from '@guangyue/kernel/identifiers'
import { compile, dateOfDay, type FeelContext, findDecimal, type Value } from '@guangyue/kernel/rules'

// The form of an item as an applicant fills it in: what of it is to be shown, what is wrong, what is kept. Pure, and the
// same on the server and on the page.

export type FieldType =
  | 'text'
  | 'number'
  | 'date'
  | 'money'
  | 'choice'
  | 'yes-no'
  | 'id-number'
  | 'credit-code'
  | 'phone'
  | 'address'
  | 'file'

export interface FormField {
  readonly key: string
  readonly type: FieldType
  readonly required: boolean
  /** A condition in FEEL over the names of the form; null: always. */
  readonly when: string | null
  readonly repeats: boolean
  readonly choices?: readonly string[] | undefined
  readonly unit?: string | undefined
  readonly hint?: string | undefined
}

export interface FormPage {
  readonly key: string
  readonly title: string
  readonly when: string | null
  readonly repeats: boolean
  readonly fields: readonly FormField[]
}

/** A field as typed: text (figures and days too), yes or no, or several texts. Files are kept apart. */
export type Answer = string | boolean | readonly string[]
export type Entry = Readonly<Record<string, Answer>>
/** By the key of the page; a page that repeats may have several entries, any other one. */
export type Answers = Readonly<Record<string, readonly Entry[]>>

export interface FormFault {
  /** `form.主体.0.企业名称`. */
  readonly field: string
  readonly message: string
}

export interface ShownPage {
  readonly page: FormPage
  readonly entries: readonly { readonly entry: Entry; readonly fields: readonly FormField[] }[]
}

/** The most that a form may hold in all; more than any item asks for. */
export const MOST_ANSWERS = 2000
const MOST_ENTRIES = 50
const MOST_VALUES = 20
const LONGEST = 2000

/**
 * What was sent as answers, or undefined where it is none: it gives up at the first part too many, so that a form with
 * a million fields costs no more than one with two thousand.
 */
export function readAnswers(sent: unknown): Answers | undefined {
  if (!isRecord(sent)) return undefined
  let parts = 0
  for (const page in sent) {
    const entries = sent[page]
    if (!Array.isArray(entries) || entries.length > MOST_ENTRIES) return undefined
    for (const entry of entries) {
      if (!isRecord(entry)) return undefined
      for (const field in entry) {
        parts += 1
        if (parts > MOST_ANSWERS || field.length > LONGEST || !isAnswer(entry[field])) return undefined
      }
    }
    parts += 1
  }
  return sent as Answers
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value === 'boolean') return true
  if (typeof value === 'string') return value.length <= LONGEST
  return (
    Array.isArray(value) &&
    value.length <= MOST_VALUES &&
    value.every((one) => typeof one === 'string' && one.length <= LONGEST)
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** The facts by which conditions are weighed: fields of pages that stand once, and each repeated page as a list. */
export function factsOf(pages: readonly FormPage[], answers: Answers): FeelContext {
  return new Map(
    pages.flatMap(({ key, repeats, fields }): (readonly [string, Value])[] => {
      const entries = answers[key] ?? []
      if (repeats)
        return [[key, entries.map((entry) => new Map(fields.map((field) => [field.key, factOf(field, entry)])))]]
      return fields.map((field) => [field.key, factOf(field, entries[0] ?? {})])
    }),
  )
}

/** Whether a condition holds; null while facts are missing. */
export function holds(condition: string, facts: FeelContext): boolean | null {
  const compiled = compile(condition, { names: [...facts.keys()] })
  const value = compiled.ok ? compiled.evaluate(facts) : null
  return typeof value === 'boolean' ? value : null
}

/** The same, by what was typed. */
export function conditionHolds(pages: readonly FormPage[], answers: Answers, condition: string): boolean | null {
  return holds(condition, factsOf(pages, answers))
}

/** The pages and fields that concern what was typed; a condition that cannot be weighed yet hides what it guards. */
export function shownPages(pages: readonly FormPage[], answers: Answers): readonly ShownPage[] {
  const facts = factsOf(pages, answers)
  const shown = (when: string | null, more: FeelContext = facts) => when === null || holds(when, more) === true
  return pages.flatMap((page) => {
    if (!shown(page.when)) return []
    const given = answers[page.key] ?? []
    const entries = page.repeats ? given : [given[0] ?? {}]
    return [
      {
        page,
        entries: entries.map((entry) => {
          const own: FeelContext = page.repeats
            ? new Map([...facts, ...page.fields.map((field) => [field.key, factOf(field, entry)] as const)])
            : facts
          return { entry, fields: page.fields.filter(({ when }) => shown(when, own)) }
        }),
      },
    ]
  })
}

/**
 * Checks a form that is handed in. `filed` are the names of the fields with a file. What does not concern the case
 * (pages and fields whose condition does not hold, names that the form does not have) is left out of `kept`; figures,
 * days and numbers come back in their one way of writing.
 */
export function checkForm(
  pages: readonly FormPage[],
  answers: Answers,
  filed: ReadonlySet<string>,
): { readonly faults: readonly FormFault[]; readonly kept: Answers } {
  const faults: FormFault[] = []
  const kept: Record<string, Entry[]> = {}
  for (const { page, entries } of shownPages(pages, answers)) {
    if (page.repeats && entries.length === 0 && page.fields.some(({ required, when }) => required && when === null)) {
      faults.push({ field: `form.${page.key}`, message: `“${page.title}”至少填一份` })
    }
    kept[page.key] = entries.map(({ entry, fields }, at) =>
      Object.fromEntries(
        fields.flatMap((field) => {
          const read = readField(field, entry[field.key], filed)
          if ('fault' in read)
            faults.push({ field: `form.${page.key}.${at}.${field.key}`, message: `${field.key}：${read.fault}` })
          return 'value' in read ? [[field.key, read.value] as const] : []
        }),
      ),
    )
  }
  return { faults, kept }
}

type Read = { readonly value: Answer } | { readonly fault: string } | { readonly none: true }

function readField(field: FormField, answer: Answer | undefined, filed: ReadonlySet<string>): Read {
  const empty: Read = field.required ? { fault: emptyWords[field.type] ?? '请填写' } : { none: true }
  if (field.type === 'file') return filed.has(field.key) ? { none: true } : empty
  if (field.type === 'yes-no') return typeof answer === 'boolean' ? { value: answer } : empty
  if (!field.repeats) {
    const text = typeof answer === 'string' ? answer.trim() : ''
    return text === '' ? empty : readText(field, text)
  }
  const texts = (Array.isArray(answer) ? answer : []).map((one: string) => one.trim()).filter((one) => one !== '')
  if (texts.length === 0) return empty
  const read = texts.map((text) => readText(field, text))
  const fault = read.find((one) => 'fault' in one)
  return fault ?? { value: read.flatMap((one) => ('value' in one ? [String(one.value)] : [])) }
}

const emptyWords: Partial<Record<FieldType, string>> = {
  choice: '请选择',
  'yes-no': '请选择',
  file: '请附文件',
  date: '请选日期',
}

/** One text of one field, written in its one way, or what is wrong with it. */
export function readText(
  { type, choices }: Pick<FormField, 'type' | 'choices'>,
  typed: string,
): { value: string } | { fault: string } {
  const text = typed.toWellFormed().replaceAll('\u0000', '')
  switch (type) {
    case 'number':
    case 'money': {
      const number = toHalfWidth(text).replace(/[\s,]/g, '')
      if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(number)) return { fault: '请填写数字，例如 120 或 86.5' }
      if (type === 'money' && !/^\d+(\.\d{1,2})?$/.test(number)) return { fault: '请填写金额，精确到分，例如 1200.50' }
      return { value: number }
    }
    case 'date':
      return findPlainDate(text) === undefined ? { fault: '请填写存在的日期，例如 2021-07-06' } : { value: text }
    case 'choice':
      return choices?.includes(text)
        ? { value: text }
        : { fault: `请从所列的选项中选择：${(choices ?? []).join('、')}` }
    case 'id-number': {
      const read = parseResidentId(text)
      return read.ok ? { value: read.value.id } : { fault: read.message }
    }
    case 'credit-code': {
      const read = parseCreditCode(text)
      return read.ok ? { value: read.value.code } : { fault: read.message }
    }
    case 'phone': {
      const read = parseTelephone(text)
      return read.ok ? read : { fault: read.message }
    }
    case 'address':
      return text.length >= 5 && /\p{Script=Han}/u.test(text) && text.length <= 200
        ? { value: text }
        : { fault: '请写到门牌，例如 东昌府区兴华路12号' }
    default:
      return { value: text }
  }
}

function factOf({ key, type, repeats }: FormField, entry: Entry): Value {
  const answer = entry[key]
  if (answer === undefined || type === 'file') return null
  if (typeof answer === 'boolean') return answer
  if (repeats) return (Array.isArray(answer) ? answer : [answer]).map((one: string) => valueOfText(type, one))
  return typeof answer === 'string' ? valueOfText(type, answer) : null
}

function valueOfText(type: FieldType, text: string): Value {
  const typed = text.trim()
  if (typed === '') return null
  if (type === 'number' || type === 'money') return findDecimal(toHalfWidth(typed).replace(/[\s,]/g, '')) ?? null
  if (type !== 'date') return typed
  const day = findPlainDate(typed)
  return day === undefined ? null : dateOfDay(day)
}
