import { plainDate } from '@guangyue/kernel/calendar'
import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { file, id, idParams, version } from './api/apply.ts'

// Every HTTP operation on cases; applying has its own in `api/apply.ts`.

const day = z.iso.date()
const words = z.string().trim().max(2000, '最多 2000 字')
const said = words.min(1, '请填写')
const names = z.array(z.string().trim().min(1).max(300)).max(50)
const cited = z.object({ label: z.string(), href: z.string().nullable() })

export const light = z.enum(['on-time', 'near', 'overdue', 'suspended', 'done', 'none'])
export const phase = z.enum(['submitted', 'supplementing', 'reviewing', 'decided', 'ended'])

const row = z.object({
  id,
  number: z.string(),
  item: z.string(),
  itemCode: z.string(),
  party: z.string(),
  body: z.string(),
  phase,
  /** In words: 待受理, 审查, 已准予. */
  stage: z.string(),
  submittedAt: z.string(),
  lastDay: day.nullable(),
  light,
})

export const myCasesEndpoint = endpoint({
  id: 'listMyCases',
  method: 'GET',
  path: '/api/cases/mine',
  may: 'signed-in',
  summary: '本人的办件，新的在前，和没有提交的申请表',
  query: z.object({ before: z.string().max(40).optional() }),
  reply: z.object({
    items: z.array(row),
    drafts: z.array(
      z.object({
        id,
        code: z.string(),
        place: z.enum(['online', 'window']),
        item: z.string(),
        savedAt: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

export const listCasesEndpoint = endpoint({
  id: 'listCases',
  method: 'GET',
  path: '/api/cases',
  may: 'cases.handle',
  summary: '本单位的办件：待我办、待本单位办的按期限先后，全部的新的在前',
  query: z.object({
    whose: z.enum(['mine', 'unit', 'all']).default('mine'),
    light: light.optional(),
    item: z.string().max(60).optional(),
    phase: phase.optional(),
    text: z.string().trim().max(60).optional(),
    after: z.string().max(80).optional(),
  }),
  reply: z.object({
    items: z.array(row),
    next: z.string().nullable(),
  }),
})

export const caseLoadsEndpoint = endpoint({
  id: 'listCaseLoads',
  method: 'GET',
  path: '/api/cases/loads',
  may: 'cases.oversee',
  summary: '各单位手里的办件：多少件、多少逾期和临期、最早的期限',
  reply: z.object({
    items: z.array(
      z.object({
        unit: z.string(),
        waiting: z.int(),
        overdue: z.int(),
        near: z.int(),
        onTime: z.int(),
        suspended: z.int(),
        firstDay: day.nullable(),
      }),
    ),
    /** Waiting for their applicants to hand something in. */
    withApplicants: z.int(),
  }),
})

export const clock = z.object({
  kind: z.enum(['acceptance', 'statutory', 'promised', 'step']),
  label: z.string(),
  length: z.string(),
  cite: cited.nullable(),
  lastDay: day.nullable(),
  used: z.int(),
  left: z.int(),
  light,
  provisional: z.boolean(),
  days: z.array(
    z.object({
      date: day,
      kind: z.enum(['counted', 'not-counted', 'suspended', 'left', 'over']),
      number: z.int().optional(),
      why: z.string().optional(),
    }),
  ),
})

const outcome = z.object({ key: z.string(), name: z.string(), reasons: z.boolean(), decides: z.boolean() })

/** Acts that need nothing but words. */
const bareAct = z.enum([
  'accept',
  'ask-supplement',
  'not-accept',
  'resume',
  'withdraw',
  'terminate',
  'correct',
  'deliver',
  'archive',
])
export type BareAct = z.infer<typeof bareAct>

/** What the actor may do now, with what a form for it needs. */
export const offer = z.discriminatedUnion('type', [
  z.object({ type: bareAct }),
  z.object({ type: z.literal('supplement'), lacking: z.array(z.string()) }),
  z.object({ type: z.literal('check'), check: z.string(), name: z.string() }),
  z.object({ type: z.literal('do-step'), step: z.string(), name: z.string(), outcomes: z.array(outcome) }),
  z.object({
    type: z.literal('transfer'),
    step: z.string(),
    name: z.string(),
    units: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  z.object({
    type: z.literal('suspend'),
    grounds: z.array(z.object({ key: z.string(), name: z.string(), basis: z.string() })),
  }),
  z.object({
    type: z.literal('extend'),
    most: z.int(),
    unit: z.enum(['working-day', 'calendar-day', 'month']),
    basis: z.string(),
  }),
])

export const getCaseEndpoint = endpoint({
  id: 'getCase',
  method: 'GET',
  path: '/api/cases/:id',
  may: 'signed-in',
  summary: '一个办件：现在在谁手里、到哪一天、逐日的期限、经过、表单和材料；证件号、电话和地址已遮盖',
  params: idParams,
  reply: z.object({
    ...row.shape,
    version,
    itemHref: z.string(),
    role: z.enum(['applicant', 'unit']),
    channel: z.enum(['online', 'window']),
    party: z.object({ kind: z.enum(['person', 'firm']), name: z.string(), code: z.string(), phone: z.string() }),
    result: z.string(),
    decision: z.object({ name: z.string(), on: day, words: z.string() }).nullable(),
    next: z.object({ what: z.string(), who: z.string().nullable(), until: day.nullable() }).nullable(),
    clocks: z.array(clock),
    events: z.array(
      z.object({
        number: z.int(),
        at: z.string(),
        title: z.string(),
        who: z.string(),
        lines: z.array(z.string()),
        bad: z.boolean(),
      }),
    ),
    pages: z.array(
      z.object({
        title: z.string(),
        entries: z.array(z.array(z.object({ label: z.string(), value: z.string(), masked: z.boolean() }))),
      }),
    ),
    materials: z.array(
      z.object({ key: z.string(), name: z.string(), source: z.string(), wanted: z.boolean(), files: z.array(file) }),
    ),
    lacking: z.array(z.string()),
    /** Of the units alone. */
    notes: z.array(
      z.object({
        id,
        at: z.string(),
        who: z.string(),
        words: z.string(),
        step: z.string().nullable(),
        outcome: z.string().nullable(),
      }),
    ),
    mayNote: z.boolean(),
    /** Steps of the head for which the actor may draft the decision. */
    mayDraft: z.array(z.object({ step: z.string(), name: z.string(), outcomes: z.array(outcome) })),
    may: z.array(offer),
    today: day,
  }),
})

const term = z.object({ n: z.int().min(1).max(3650), unit: z.enum(['working-day', 'calendar-day', 'month']) })
const noticedOn = day.transform((typed) => plainDate(typed)).nullable()

export const act = z.discriminatedUnion('type', [
  z.object({ type: z.literal('check'), check: z.string(), missing: names }),
  z.object({ type: z.literal('ask-supplement'), missing: names }),
  z.object({ type: z.literal('supplement'), materials: names }),
  z.object({ type: z.literal('accept') }),
  z.object({ type: z.literal('not-accept'), reasons: said, remedy: said }),
  z.object({ type: z.literal('do-step'), step: z.string(), outcome: z.string(), words }),
  z.object({ type: z.literal('transfer'), step: z.string(), to: z.string(), reasons: said }),
  z.object({ type: z.literal('suspend'), ground: z.string(), noticedOn }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('extend'), by: term, reasons: said, noticedOn }),
  z.object({ type: z.literal('withdraw'), reasons: words }),
  z.object({ type: z.literal('terminate'), reasons: said }),
  z.object({ type: z.literal('correct'), words: said, reasons: said }),
  z.object({ type: z.literal('deliver'), how: said }),
  z.object({ type: z.literal('archive') }),
])

export const actOnCaseEndpoint = endpoint({
  id: 'actOnCase',
  method: 'POST',
  path: '/api/cases/:id/acts',
  may: 'signed-in',
  summary: '对办件办理一步：受理、补正、审查、中止、延长、决定、送达等，由流程决定谁能办',
  params: idParams,
  body: z.object({ version, act }),
  reply: z.object({ version }),
})

export const addNoteEndpoint = endpoint({
  id: 'addCaseNote',
  method: 'POST',
  path: '/api/cases/:id/notes',
  may: 'cases.handle',
  summary: '写一条内部记录，或为负责人拟一份决定；申请人看不到',
  params: idParams,
  body: z.object({
    /** Made by the screen; the same one sent again is the same note. */
    id,
    words: said,
    draft: z.object({ step: z.string().max(60), outcome: z.string().max(60) }).nullable(),
  }),
  reply: z.object({}),
})

export const revealCaseEndpoint = endpoint({
  id: 'revealCase',
  method: 'POST',
  path: '/api/cases/:id/reveal',
  may: 'signed-in',
  summary: '写明理由后查看没有遮盖的证件号、电话和地址；每次查看都有记录',
  params: idParams,
  body: z.object({ reason: z.string().trim().min(2, '请写明为什么要看，例如：电话联系补正').max(200) }),
  reply: z.object({
    party: z.object({ code: z.string(), phone: z.string() }),
    fields: z.array(z.object({ page: z.string(), entry: z.int(), label: z.string(), value: z.string() })),
  }),
})
