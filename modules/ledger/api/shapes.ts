import { z } from 'zod'

// Shapes that several operations of the ledger share. Days are YYYY-MM-DD, instants ISO 8601 in UTC.

export const id = z.uuid()
export const day = z.iso.date()
export const version = z.int().min(1)
export const idParams = z.object({ id })
const text = z.string().trim()
export const words = text.min(1).max(4000)
export const title = text.min(1).max(300)

export const light = z.enum(['red', 'yellow', 'green', 'none', 'paused', 'done'])
export const release = z.enum(['nothing', 'tracked', 'progress'])
export const source = z.enum(['pack', 'gazette', 'xlsx', 'hand'])
export const taskState = z.enum([
  'proposed',
  'refused',
  'assigned',
  'in-progress',
  'reported',
  'returned',
  'verified',
  'closed',
  'suspended',
  'cancelled',
  'merged',
  'split',
])
export const dateKind = z.enum([
  'by',
  'during',
  'from',
  'recurring',
  'duration',
  'relative',
  'fuzzy',
  'ongoing',
  'due-year-unknown',
])
const targetOp = z.enum(['>=', '<=', '>', '<', '=', 'about'])

export const body = z.object({ id, name: z.string() })

/** Who a printed name is. `members` are filled for groups, `candidates` when it fits several. */
const party = z.object({
  name: z.string(),
  kind: z.enum(['body', 'group', 'several', 'unknown']),
  bodyId: id.nullable(),
  groupId: id.nullable(),
  members: z.array(body),
  complete: z.boolean(),
  candidates: z.array(body),
})

/** A party as sent: the name, and the body when a person chose one. The rest is looked up. */
export const partyInput = z.object({ name: text.min(1).max(100), bodyId: id.nullish() })

/** One date of a task as it was read or typed. `index` points into the deadlines of the reading. */
export const date = z.object({
  phrase: z.string(),
  kind: dateKind,
  due: day.nullable(),
  start: day.nullable(),
  rule: z.string().nullable(),
  index: z.int().nullable(),
})

/**
 * A date as sent. `due` null: the phrase is read (6月底前, 每月10日前). `due` given: a typed day, refused by field when
 * there is no such day (2021-06-31). A date of the reading that is sent back unchanged keeps its kind and rule.
 */
export const dateInput = z.object({
  phrase: text.max(60).default(''),
  due: text.max(40).nullish(),
  index: z.int().nullish(),
})

export const target = z.object({
  phrase: z.string(),
  metric: z.string(),
  op: targetOp,
  value: z.number(),
  unit: z.string(),
  index: z.int().nullable(),
})

export const targetInput = z.object({
  phrase: text.max(200).default(''),
  metric: text.min(1).max(100),
  op: targetOp,
  value: z.number(),
  unit: text.max(20).default(''),
  index: z.int().nullish(),
})

const spanShape = z.object({ start: z.int(), end: z.int() })
export const draftTask = z.object({
  id,
  title: z.string(),
  /** Its part of the measure's text. */
  span: spanShape.nullable(),
  leads: z.array(party),
  supports: z.array(party),
  dates: z.array(date),
  targets: z.array(target),
})

/** `id` is made by the screen for a task that is new; it stays the task's id after confirmation. */
export const draftTaskInput = z.object({
  id,
  title,
  span: spanShape.nullish(),
  leads: z.array(partyInput).max(100),
  supports: z.array(partyInput).max(200),
  dates: z.array(dateInput).max(50),
  targets: z.array(targetInput).max(50),
})

/** A thing to look at. A blocking one must be mended before confirming. `task` is the draft task's id. */
export const fault = z.object({
  code: z.enum([
    'lead-missing',
    'lead-unknown',
    'lead-several',
    'lead-group-empty',
    'rule-lead',
    'name-unknown',
    'name-several',
    'group-incomplete',
    'year-unknown',
    'reading',
    'reading-changed',
  ]),
  message: z.string(),
  blocking: z.boolean(),
  task: id.nullable(),
  name: z.string().nullable(),
  line: z.int().nullable(),
})

export const mark = z.object({
  kind: z.enum(['lead', 'support', 'deadline', 'target']),
  index: z.int(),
  span: spanShape,
})

export const cite = z.object({
  document: z.string(),
  documentId: id,
  title: z.string(),
  path: z.array(z.string()),
  /** 聊政发〔2021〕7号 附件一（一） */
  label: z.string(),
  /** The clause's public page, when its text is held. */
  href: z.string().nullable(),
})

export const counts = z.object({
  all: z.int(),
  confirmed: z.int(),
  waiting: z.int(),
  /** With a fault, or with a newer text beside it: drafts and confirmed ones. */
  faulty: z.int(),
  /** Drafts without any fault, which can be confirmed at once. */
  clear: z.int(),
})

export const figures = z.object({
  all: z.int(),
  red: z.int(),
  yellow: z.int(),
  green: z.int(),
  none: z.int(),
  paused: z.int(),
  done: z.int(),
})
