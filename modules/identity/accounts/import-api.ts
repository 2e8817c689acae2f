import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

const may = 'identity.manage-accounts'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A row of the table, as written. */
const Line = z.object({
  line: z.number().int(),
  name: z.string().trim().max(200),
  username: z.string().trim().max(200),
  body: z.string().trim().max(200),
  title: z.string().trim().max(200),
  email: z.string().trim().max(200),
  roles: z.string().trim().max(200),
})

const CheckedLine = Line.extend({
  name: z.string(),
  username: z.string(),
  body: z.string(),
  title: z.string(),
  email: z.string(),
  roles: z.string(),
  /** What the roles that were understood are called. */
  roleNames: z.array(z.string()),
  faults: z.array(z.string()),
})
export type CheckedLine = z.infer<typeof CheckedLine>

export const previewAccountsEndpoint = endpoint({
  id: 'previewAccounts',
  method: 'POST',
  path: '/api/accounts/import/preview',
  may,
  summary: '预看一张账号表会建立哪些账号、哪一行有错；不写入',
  file: { maxBytes: 5 * 1024 * 1024 },
  reply: z.object({ lines: z.array(CheckedLine) }),
})

export const importAccountsEndpoint = endpoint({
  id: 'importAccounts',
  method: 'POST',
  path: '/api/accounts/import',
  may,
  summary: '建立预看过的账号；有错则一个也不建立；首次密码只在应答中出现一次',
  body: z.object({ lines: z.array(Line).min(1).max(500) }),
  reply: z.object({
    made: z.number().int(),
    fileName: z.string(),
    /** An xlsx with the first passwords, in base64. */
    file: z.string(),
  }),
})

export const accountSheetEndpoint = endpoint({
  id: 'accountSheet',
  method: 'GET',
  path: '/api/accounts/import/sheet',
  may,
  summary: '账号表的样表',
  reply: z.unknown(),
  download: XLSX,
})
