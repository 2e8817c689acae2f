import type { Procedure } from '@guangyue/kernel/process'
import { z } from 'zod'

// The form of a service item (事项) in a pack: the standard elements, in order. Every list is in order.

export const kinds = ['行政许可', '行政给付', '行政确认', '行政奖励', '行政裁决', '其他行政权力', '公共服务'] as const
export const audiences = ['person', 'firm'] as const
const materialSources = ['applicant', 'licence', 'case', 'register'] as const
const channels = ['online', 'window', 'terminal', 'post', 'bank'] as const
const fieldTypes = [
  'text',
  'number',
  'date',
  'money',
  'choice',
  'yes-no',
  'id-number',
  'credit-code',
  'phone',
  'address',
  'file',
] as const
/** What of an item no source gives, so that a person must confirm it. */
const confirmable = ['terms', 'conditions', 'materials', 'fee', 'online', 'window', 'result', 'steps'] as const

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
const Words = z.string().trim().min(1).max(400)
const Feel = z.string().trim().min(1).nullable()
const Basis = z.union([z.strictObject({ document: Words, path: z.array(Words) }), z.strictObject({ source: Words })])
const Key = z.string().regex(/^[a-z0-9-]{1,60}$/)
const Term = z.strictObject({ n: z.int().min(0), unit: z.enum(['working-day', 'calendar-day', 'month']) })

const Outcome = z.enum(['granted', 'partly', 'refused'])
const named = { key: Key, name: Words }
const StepOutcome = z.discriminatedUnion('leads', [
  z.strictObject({ ...named, reasons: z.boolean(), leads: z.literal('pass') }),
  z.strictObject({ ...named, reasons: z.boolean(), leads: z.literal('back'), to: Key }),
  z.strictObject({ ...named, reasons: z.boolean(), leads: z.literal('decide'), outcome: Outcome }),
])
const Step = z.strictObject({
  ...named,
  unit: Key,
  post: z.enum(['clerk', 'officer', 'head']),
  term: Term.nullable(),
  when: Feel,
  outcomes: z.array(StepOutcome),
})
const ProcedureForm: z.ZodType<Procedure> = z.strictObject({
  key: Key,
  terms: z.strictObject({ statutory: Term, promised: Term.nullable(), basis: Words }),
  acceptance: z.strictObject({
    unit: Key,
    within: Term,
    checks: z.array(z.strictObject({ ...named, unit: Key })),
    basis: Words,
  }),
  stages: z.array(z.strictObject({ ...named, when: Feel, steps: z.array(Step) })),
  grounds: z.array(z.strictObject({ ...named, basis: Words })),
  extension: z.strictObject({ times: z.int().min(1), most: Term, basis: Words }).nullable(),
  tacit: z.strictObject({ outcome: Outcome, basis: Words }).nullable(),
})

const Field = z.strictObject({
  /** In Chinese: the name by which conditions know it. */
  key: Words,
  type: z.enum(fieldTypes),
  required: z.boolean(),
  when: Feel,
  /** Several may be given. */
  repeats: z.boolean(),
  choices: z.array(Words).optional(),
  /** Of a number: 平方米. */
  unit: Words.optional(),
  hint: Words.optional(),
})

export const ItemForm = z.strictObject({
  /** Also the name of its file, and its address. */
  code: Key,
  name: Words,
  kind: z.enum(kinds),
  /** Who handles it: key of a body. */
  body: Key,
  level: z.enum(['市级', '县级', '市县两级']),
  for: z.array(z.enum(audiences)).min(1),
  who: Words,
  basis: z.array(Basis).min(1),
  conditions: z.array(
    z.strictObject({
      key: Key,
      sentence: Words,
      /** `must` hold to apply; `eases` lifts a step or the whole duty where it holds. */
      kind: z.enum(['must', 'eases']),
      when: Feel,
      basis: z.array(Basis).min(1),
    }),
  ),
  materials: z.array(
    z.strictObject({
      ...named,
      source: z.enum(materialSources),
      /** Null: always; else only where the condition holds. */
      when: Feel,
      /** May follow after acceptance (容缺), on this basis; null where it may not. */
      deferrable: z.array(Basis).min(1).nullable(),
      /** A written commitment may stand for it (告知承诺). */
      byCommitment: z.boolean(),
      note: Words.nullable(),
    }),
  ),
  form: z.array(
    z.strictObject({
      key: Words,
      title: Words,
      when: Feel,
      /** The page may be filled in several times; its key is then the list. */
      repeats: z.boolean(),
      fields: z.array(Field).min(1),
    }),
  ),
  procedure: ProcedureForm,
  fee: z.strictObject({ charged: z.boolean(), text: Words, basis: z.array(Basis) }),
  result: z.strictObject({ kind: z.enum(['licence', 'document']), name: Words }),
  channels: z.array(z.enum(channels)).min(1),
  /** 1 information, 2 form or pre-check, 3 accepted and handled on line, 4 the whole way on line. */
  online: z.int().min(1).max(4),
  /** How often the applicant must come. */
  visits: z.int().min(0).max(9),
  window: z.enum(['comprehensive', 'own', 'none']),
  confirm: z.array(z.strictObject({ what: z.enum(confirmable), note: Words })),
  effective_from: Day,
  /** The first day no longer in force. */
  effective_to: Day,
})

export type Item = z.output<typeof ItemForm>
export type BasisRow = z.output<typeof Basis>
export type FormPage = Item['form'][number]

/** A goal that a document sets for a figure of the catalogue; `service-targets.json` of a pack. */
export const TargetForm = z.strictObject({
  figure: z.enum(['online', 'whole-online', 'one-window']),
  /** At least so much, in percent. */
  percent: z.number().min(0).max(100),
  by: Day,
  basis: z.array(Basis).min(1),
})
export type Target = z.output<typeof TargetForm>
