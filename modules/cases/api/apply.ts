import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

// Applying: forms, drafts, materials, submission; and what of the form a page works out by itself.

export {
  type Answer,
  type Answers,
  checkForm,
  conditionHolds,
  type Entry,
  type FormFault,
  type FormField,
  type FormPage,
  type ShownPage,
  shownPages,
} from '../form.ts'
export type { Party } from '../model.ts'

export const id = z.uuid()
export const idParams = z.object({ id })
export const version = z.int().min(1)
export const party = z.object({
  kind: z.enum(['person', 'firm']),
  name: z.string().max(200),
  code: z.string().max(40),
  phone: z.string().max(40),
})
const field = z.object({
  key: z.string(),
  type: z.enum([
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
  ]),
  required: z.boolean(),
  when: z.string().nullable(),
  repeats: z.boolean(),
  choices: z.array(z.string()).optional(),
  unit: z.string().optional(),
  hint: z.string().optional(),
})
const page = z.object({
  key: z.string(),
  title: z.string(),
  when: z.string().nullable(),
  repeats: z.boolean(),
  fields: z.array(field),
})
/** Checked by `readAnswers`, which gives up early where there is too much. */
const answers = z.record(z.string(), z.unknown())
export const file = z.object({ id, material: z.string(), name: z.string(), kind: z.string(), bytes: z.int() })

export const getFormEndpoint = endpoint({
  id: 'getCaseForm',
  method: 'GET',
  path: '/api/cases/forms/:code',
  may: 'signed-in',
  summary: '一个事项现行的申请表和要交的材料',
  params: z.object({ code: z.string().max(60) }),
  reply: z.object({
    code: z.string(),
    name: z.string(),
    body: z.string(),
    who: z.string(),
    for: z.array(z.enum(['person', 'firm'])),
    /** Whether it can be applied for on line. */
    online: z.boolean(),
    /** Whether the window of who asks takes it in. */
    atWindow: z.boolean(),
    pages: z.array(page),
    materials: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        own: z.boolean(),
        when: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    conditions: z.array(z.object({ sentence: z.string(), when: z.string().nullable() })),
  }),
})

const place = z.enum(['online', 'window'])
const draft = z.object({
  id,
  code: z.string(),
  place,
  party,
  answers,
  version,
  savedAt: z.string(),
  files: z.array(file),
})

export const getDraftEndpoint = endpoint({
  id: 'getCaseDraft',
  method: 'GET',
  path: '/api/cases/drafts/:id',
  may: 'signed-in',
  summary: '本人没有提交的一份申请表',
  params: idParams,
  reply: draft,
})

export const saveDraftEndpoint = endpoint({
  id: 'saveCaseDraft',
  method: 'PUT',
  path: '/api/cases/drafts/:id',
  may: 'signed-in',
  summary: '保存正在填写的申请表，以后接着填',
  params: idParams,
  body: z.object({
    version: z.int().min(0),
    itemCode: z.string().max(60),
    place: place.default('online'),
    party,
    answers,
  }),
  reply: z.object({ version }),
})

export const dropDraftEndpoint = endpoint({
  id: 'dropCaseDraft',
  method: 'DELETE',
  path: '/api/cases/drafts/:id',
  may: 'signed-in',
  summary: '删除一份没有提交的申请表',
  params: idParams,
  reply: z.object({}),
})

export const windowItemsEndpoint = endpoint({
  id: 'listWindowItems',
  method: 'GET',
  path: '/api/cases/window',
  may: 'cases.take-in',
  summary: '本窗口收件的事项',
  reply: z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })) }),
})

export const takeInEndpoint = endpoint({
  id: 'takeInCase',
  method: 'PUT',
  path: '/api/cases/:id/window',
  may: 'cases.take-in',
  summary: '窗口收件：核验身份后代为提交申请',
  params: idParams,
  body: z.object({
    itemCode: z.string().max(60),
    party,
    answers,
    identity: z.string().trim().min(2, '请选择核验的证件').max(100),
  }),
  reply: z.object({ id, number: z.string() }),
})

export const submitCaseEndpoint = endpoint({
  id: 'submitCase',
  method: 'PUT',
  path: '/api/cases/:id',
  may: 'signed-in',
  summary: '提交申请；编号由申请表给出，同一份提交多次是一件',
  params: idParams,
  body: z.object({ itemCode: z.string().max(60), party, answers }),
  reply: z.object({ id, number: z.string() }),
})

const MAX_MATERIAL_BYTES = 20 * 1024 * 1024

export const addMaterialEndpoint = endpoint({
  id: 'addCaseMaterial',
  method: 'POST',
  path: '/api/cases/:id/materials',
  may: 'signed-in',
  summary: '给申请表或补正通知附一份材料（pdf、图片、docx、xlsx）',
  params: idParams,
  body: z.object({ material: z.string().min(1).max(300) }),
  file: { maxBytes: MAX_MATERIAL_BYTES },
  status: 201,
  reply: file,
})

export const removeMaterialEndpoint = endpoint({
  id: 'removeCaseMaterial',
  method: 'DELETE',
  path: '/api/cases/:id/materials/:file',
  may: 'signed-in',
  summary: '取下一份还没有提交的材料',
  params: z.object({ id, file: id }),
  reply: z.object({}),
})

export const readMaterialEndpoint = endpoint({
  id: 'readCaseMaterial',
  method: 'GET',
  path: '/api/cases/:id/materials/:file',
  may: 'signed-in',
  summary: '打开一份材料；只限申请人和有这件的单位',
  params: z.object({ id, file: id }),
  reply: z.unknown(),
  download: 'application/octet-stream',
})
