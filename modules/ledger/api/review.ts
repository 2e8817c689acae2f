import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import {
  cite,
  counts,
  date,
  day,
  draftTask,
  draftTaskInput,
  fault,
  id,
  idParams,
  mark,
  source,
  target,
  version,
} from './shapes.ts'

const draftFilter = z.object({
  document: id.optional(),
  /** Documents of one gazette issue. */
  issue: id.optional(),
  state: z.enum(['waiting', 'faulty', 'confirmed', 'all']).default('all'),
  text: z.string().trim().max(100).optional(),
  /** Faults first, or in the order of the text. */
  order: z.enum(['faults', 'text']).default('faults'),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

export const draftItem = z.object({
  id,
  cite,
  title: z.string(),
  state: z.enum(['draft', 'confirmed']),
  tasks: z.int(),
  leads: z.array(z.string()),
  nextDue: day.nullable(),
  faults: z.array(fault),
  edited: z.boolean(),
  version,
})

export const listDraftsEndpoint = endpoint({
  id: 'listLedgerDrafts',
  method: 'GET',
  path: '/api/ledger/drafts',
  may: 'ledger.draft',
  summary: '待核对的措施，有疑在前',
  query: draftFilter,
  reply: z.object({ items: z.array(draftItem), counts, next: z.string().nullable() }),
})

/** What a person has to decide, once for all drafts concerned. */
export const listFaultsEndpoint = endpoint({
  id: 'listLedgerFaults',
  method: 'GET',
  path: '/api/ledger/faults',
  may: 'ledger.draft',
  summary: '读入时需要决定之处，同一名称合为一条',
  query: z.object({ document: id.optional(), issue: id.optional() }),
  reply: z.object({
    items: z.array(
      fault.omit({ task: true }).extend({
        candidates: z.array(z.object({ id, name: z.string() })),
        measures: z.array(z.object({ id, label: z.string() })),
      }),
    ),
  }),
})

export const measureDetail = z.object({
  id,
  cite,
  title: z.string(),
  source,
  state: z.enum(['draft', 'confirmed']),
  /** The clause's text, null when only facts are held. `marks` and the tasks' spans point into it. */
  text: z.string().nullable(),
  marks: z.array(mark),
  line: z.int().nullable(),
  /** As printed, for comparison. */
  reading: z.object({
    assignments: z.array(
      z.object({ leads: z.array(z.string()), supports: z.array(z.string()), label: z.string().nullable() }),
    ),
    dates: z.array(date),
    targets: z.array(target),
  }),
  tasks: z.array(draftTask),
  /** General dates of the document, marked as inherited. */
  inherited: z.array(z.object({ phrase: z.string(), due: day.nullable(), name: z.string() })),
  faults: z.array(fault),
  edited: z.boolean(),
  /** A newer reading that differs from the one this draft was made of; the person's corrections were kept. */
  difference: z.array(z.object({ field: z.string(), was: z.string(), now: z.string() })),
  /** Neighbours in the order of the text. */
  previous: id.nullable(),
  following: id.nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  version,
})

export const getMeasureEndpoint = endpoint({
  id: 'getLedgerMeasure',
  method: 'GET',
  path: '/api/ledger/measures/:id',
  may: 'ledger.draft',
  summary: '一条措施：原文、标记、拟出的任务、疑点',
  params: idParams,
  reply: measureDetail,
})

const answer = z.object({ version, faults: z.array(fault), tasks: z.array(draftTask) })

/** The whole draft as the person wants it: edit, split, merge, add and remove are all one save. */
export const saveDraftEndpoint = endpoint({
  id: 'saveLedgerDraft',
  method: 'PUT',
  path: '/api/ledger/measures/:id/draft',
  may: 'ledger.draft',
  summary: '保存一条措施的草稿（改、拆、合、增、删）',
  params: idParams,
  body: z.object({
    version,
    title: z.string().trim().min(1).max(300),
    tasks: z.array(draftTaskInput).min(1, '至少保留一项任务').max(50),
  }),
  reply: answer,
})

export const redraftEndpoint = endpoint({
  id: 'redraftLedgerMeasure',
  method: 'POST',
  path: '/api/ledger/measures/:id/redraft',
  may: 'ledger.draft',
  summary: '按（最新）读入结果重新拟稿，放弃人工修改',
  params: idParams,
  body: z.object({ version }),
  reply: answer,
})

export const keepDraftEndpoint = endpoint({
  id: 'keepLedgerDraft',
  method: 'POST',
  path: '/api/ledger/measures/:id/keep',
  may: 'ledger.draft',
  summary: '新旧读入不同时，保留现有草稿',
  params: idParams,
  body: z.object({ version }),
  reply: answer,
})

export const confirmMeasureEndpoint = endpoint({
  id: 'confirmLedgerMeasure',
  method: 'POST',
  path: '/api/ledger/measures/:id/confirm',
  may: 'ledger.confirm',
  summary: '确认一条措施，任务随即成立并分办',
  params: idParams,
  body: z.object({ version }),
  reply: z.object({ version, taskIds: z.array(id) }),
})

/** Confirms those without any fault: of the list given, or of the document, or of the issue. */
export const confirmMeasuresEndpoint = endpoint({
  id: 'confirmLedgerMeasures',
  method: 'POST',
  path: '/api/ledger/confirmations',
  may: 'ledger.confirm',
  summary: '一并确认没有疑点的措施',
  body: z.object({
    document: id.optional(),
    issue: id.optional(),
    measures: z.array(z.object({ id, version })).max(2000).optional(),
  }),
  reply: z.object({ confirmed: z.int(), tasks: z.int(), leftFaulty: z.int(), leftChanged: z.int() }),
})

export const unconfirmMeasureEndpoint = endpoint({
  id: 'unconfirmLedgerMeasure',
  method: 'POST',
  path: '/api/ledger/measures/:id/unconfirm',
  may: 'ledger.confirm',
  summary: '撤回确认（任务尚无任何办理记录时）',
  params: idParams,
  body: z.object({ version }),
  reply: z.object({ version }),
})

export const resolveNameEndpoint = endpoint({
  id: 'resolveLedgerName',
  method: 'POST',
  path: '/api/ledger/names',
  may: 'ledger.draft',
  summary: '把一个名称认作某个机构，记住并用于全部草稿',
  body: z.object({ name: z.string().trim().min(1).max(100), bodyId: id }),
  reply: z.object({ measures: z.int(), tasks: z.int() }),
})

/** For the date field while typing. */
export const readDateEndpoint = endpoint({
  id: 'readLedgerDate',
  method: 'GET',
  path: '/api/ledger/dates',
  may: 'ledger.read',
  summary: '试读一个时限：日期或“6月底前”这样的说法',
  query: z.object({
    text: z.string().trim().min(1).max(60),
    year: z.coerce.number().int().min(1949).max(2200).optional(),
    /** The measure whose document gives the year. */
    measure: id.optional(),
  }),
  reply: z.object({ date: date.nullable(), problem: z.string().nullable() }),
})
