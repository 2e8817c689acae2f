import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import type { App } from '@guangyue/platform/http'
import { roleNames } from '../pages/role-names.ts'
import * as service from '../service.ts'
import * as api from './api.ts'
import { importAccounts, previewAccounts } from './import.ts'
import { sampleSheet } from './sheet/write-sheets.ts'

/** Accounts as the administrator keeps them, and what the city asks of those who sign in. */
export function accountRoutes(app: App): void {
  app.serve(api.listAccountsEndpoint, async (ctx) => ({ accounts: await entries(ctx) }))
  app.serve(api.createAccountEndpoint, async (ctx, { body }) => {
    const password = service.givenPassword(body.password)
    return { id: await service.createAccount(ctx, { ...body, password }), password }
  })
  app.serve(api.changeAccountEndpoint, async (ctx, { params, body }) => {
    await service.changeAccount(ctx, { ...body, id: params.id })
    return {}
  })
  app.serve(api.resetPasswordEndpoint, async (ctx, { params, body }) => {
    const password = service.givenPassword(body.password)
    await service.resetPassword(ctx, { accountId: params.id, password })
    return { id: params.id, password }
  })
  app.serve(api.resetCodeEndpoint, async (ctx, { params }) => {
    await service.resetCode(ctx, params.id)
    return {}
  })
  app.serve(api.readSignInRuleEndpoint, async (ctx) => rule(ctx))
  app.serve(api.changeSignInRuleEndpoint, async (ctx, { body }) => {
    await service.changeSignInRule(ctx, body)
    return rule(ctx)
  })
  importRoutes(app)
}

function importRoutes(app: App): void {
  app.upload(api.previewAccountsEndpoint, async (ctx, _input, file) => ({
    lines: (await previewAccounts(ctx, file.bytes)).map(({ line, roles, faults }) => ({
      ...line,
      roleNames: roles.map((role) => roleNames[role].zh),
      faults: [...faults],
    })),
  }))
  app.serve(api.importAccountsEndpoint, async (ctx, { body }) => {
    const made = await importAccounts(ctx, body.lines)
    return { ...made, file: made.file.toString('base64') }
  })
  app.download(api.accountSheetEndpoint, async () => ({
    name: '账号样表.xlsx',
    type: api.XLSX,
    body: await sampleSheet(),
  }))
}

async function entries(ctx: Ctx): Promise<api.AccountEntry[]> {
  const found = await service.accounts(ctx)
  const names = await bodyNames(
    ctx.db,
    found.flatMap(({ bodyId }) => bodyId ?? []),
    ctx.today,
  )
  return found.map((account) => ({
    ...account,
    roles: [...account.roles],
    bodyName: (account.bodyId && names.get(account.bodyId)?.short) ?? null,
  }))
}

async function rule(ctx: Ctx) {
  const { codeRoles, version } = await service.signInRule(ctx)
  return { codeRoles: [...codeRoles], version }
}
