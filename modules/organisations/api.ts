import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

const may = 'organisations.edit'
const Day = z.iso.date('日期不正确')
const Name = z.string().trim().max(200)
const Optional = z
  .string()
  .trim()
  .max(500)
  .nullable()
  .transform((text) => (text === '' ? null : text))
const Id = z.object({ id: z.uuid() })
const Version = z.number().int().min(0)
const Done = z.object({})

export const BodyEntry = z.object({
  id: z.string(),
  name: z.string(),
  short: z.string(),
  kind: z.string(),
  parentId: z.string().nullable(),
  assigned: z.boolean(),
  note: z.string().nullable(),
  closedOn: z.string().nullable(),
  names: z.array(
    z.object({ name: z.string(), short: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
  aliases: z.array(z.object({ id: z.string(), name: z.string(), saidBy: z.string().nullable() })),
  successors: z.array(z.object({ id: z.string().nullable(), name: z.string(), from: z.string().nullable() })),
  version: z.number().int(),
})
export type BodyEntry = z.infer<typeof BodyEntry>

export const listBodyEntriesEndpoint = endpoint({
  id: 'listBodyEntries',
  method: 'GET',
  path: '/api/organisations/bodies',
  may,
  summary: '全部单位，含已撤销的，连同历次名称、别称和承接单位',
  reply: z.object({ bodies: z.array(BodyEntry) }),
})

export const createBodyEndpoint = endpoint({
  id: 'createBody',
  method: 'POST',
  path: '/api/organisations/bodies',
  may,
  summary: '新建单位',
  body: z.object({ name: Name, short: Name, kind: Name, parentId: z.uuid().nullable(), from: Day.nullable() }),
  reply: z.object({ id: z.string() }),
})

export const changeBodyEndpoint = endpoint({
  id: 'changeBody',
  method: 'PUT',
  path: '/api/organisations/bodies/:id',
  may,
  summary: '修改单位的类型、上级和说明',
  params: Id,
  body: z.object({
    ...{ kind: Name, parentId: z.uuid().nullable(), assigned: z.boolean(), note: Optional },
    version: Version,
  }),
  reply: Done,
})

export const renameBodyEndpoint = endpoint({
  id: 'renameBody',
  method: 'POST',
  path: '/api/organisations/bodies/:id/names',
  may,
  summary: '单位自某日起更名',
  params: Id,
  body: z.object({ name: Name, short: Name, from: Day, version: Version }),
  reply: Done,
})

export const addAliasEndpoint = endpoint({
  id: 'addAlias',
  method: 'POST',
  path: '/api/organisations/bodies/:id/aliases',
  may,
  summary: '增加单位别称',
  params: Id,
  body: z.object({ name: Name, basis: Optional }),
  reply: Done,
})

export const removeAliasEndpoint = endpoint({
  id: 'removeAlias',
  method: 'DELETE',
  path: '/api/organisations/bodies/:id/aliases/:aliasId',
  may,
  summary: '删除单位别称',
  params: Id.extend({ aliasId: z.uuid() }),
  reply: Done,
})

export const closeBodyEndpoint = endpoint({
  id: 'closeBody',
  method: 'POST',
  path: '/api/organisations/bodies/:id/close',
  may,
  summary: '自某日起撤销单位，写明承接单位',
  params: Id,
  body: z.object({
    ...{ on: Day, successorId: z.uuid().nullable(), successorName: Optional, basis: Optional },
    version: Version,
  }),
  reply: Done,
})

const BodyLine = z.object({
  line: z.number().int(),
  name: z.string().max(500),
  short: z.string().max(500),
  kind: z.string().max(100),
  parent: z.string().max(500),
  aliases: z.array(z.string().max(500)).max(100),
})
export const BodyLines = z.array(BodyLine).max(5000)
export const CheckedLine = BodyLine.extend({ state: z.enum(['new', 'known', 'fault']), faults: z.array(z.string()) })
export type CheckedLine = z.infer<typeof CheckedLine>

export const previewBodiesEndpoint = endpoint({
  id: 'previewBodies',
  method: 'POST',
  path: '/api/organisations/bodies/preview',
  may,
  summary: '预看一张单位表会新增什么、哪一行有错；不写入',
  file: { maxBytes: 5 * 1024 * 1024 },
  reply: z.object({ lines: z.array(CheckedLine) }),
})

export const importBodiesEndpoint = endpoint({
  id: 'importBodies',
  method: 'POST',
  path: '/api/organisations/bodies/import',
  may,
  summary: '导入预看过的单位；有错则一行也不写入',
  body: z.object({ lines: BodyLines }),
  reply: z.object({ bodies: z.number().int(), aliases: z.number().int() }),
})

export const bodySheetEndpoint = endpoint({
  id: 'bodySheet',
  method: 'GET',
  path: '/api/organisations/bodies/sheet',
  may,
  summary: '单位表的样表',
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const GroupEntry = z.object({
  id: z.string(),
  name: z.string(),
  printed: z.array(z.string()),
  members: z.array(z.string()),
  complete: z.boolean(),
  version: z.number().int(),
})
export type GroupEntry = z.infer<typeof GroupEntry>

export const listGroupEntriesEndpoint = endpoint({
  id: 'listGroupEntries',
  method: 'GET',
  path: '/api/organisations/groups',
  may,
  summary: '单位组及其成员',
  reply: z.object({ groups: z.array(GroupEntry) }),
})

export const saveGroupEndpoint = endpoint({
  id: 'saveGroup',
  method: 'PUT',
  path: '/api/organisations/groups/:id',
  may,
  summary: '新建或修改单位组',
  params: Id,
  body: z.object({
    ...{ name: Name, printed: z.array(Name).max(50), members: z.array(z.uuid()).max(500), complete: z.boolean() },
    version: Version,
  }),
  reply: Done,
})

const TenureEntry = z.object({
  id: z.string(),
  person: z.string(),
  post: z.string(),
  heldFrom: z.string().nullable(),
  heldUntil: z.string().nullable(),
  appointedBy: z.string().nullable(),
  endedBy: z.string().nullable(),
  endKind: z.enum(['remove', 'lapse']).nullable(),
  probationUntil: z.string().nullable(),
  /** Order as printed: 列…之后, or the rank of the post. */
  rankNote: z.string().nullable(),
})
export type TenureEntry = z.infer<typeof TenureEntry>

export const listTenuresEndpoint = endpoint({
  id: 'listTenures',
  method: 'GET',
  path: '/api/organisations/tenures',
  may,
  summary: '职务与任职，可按日、单位、姓名或职务查',
  query: z.object({ day: Day.optional(), bodyId: z.uuid().optional(), text: z.string().max(100).optional() }),
  reply: z.object({ tenures: z.array(TenureEntry) }),
})

export const recordActEndpoint = endpoint({
  id: 'recordAct',
  method: 'POST',
  path: '/api/organisations/acts',
  may,
  summary: '手工登记一项任免',
  body: z.object({
    ...{ person: Name, action: z.enum(['appoint', 'remove', 'lapse']), post: Name, date: Day, document: Name },
    probationMonths: z.number().int().min(1).max(60).nullable(),
    note: Optional,
  }),
  reply: Done,
})
