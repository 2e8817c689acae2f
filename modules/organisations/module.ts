import { findPlainDate } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { CityModule } from '@guangyue/platform/http'
import { loadOrganisations, readPackActs } from './pack.ts'
import { organisationRoutes } from './routes.ts'
import { recordActs } from './service.ts'

export const organisationsModule: CityModule = {
  name: 'organisations',
  title: { zh: '单位与职务', en: 'Bodies and posts' },
  migrations: new URL('./migrations/', import.meta.url),
  grants: {
    'organisations.read': 'signed-in',
    'organisations.edit': { administrator: 'city' },
    'organisations.remember-alias': { supervision: 'city', editor: 'city', administrator: 'city' },
  },
  routes: organisationRoutes,
  async loadPack(ctx: Ctx, folder: URL) {
    await loadOrganisations(ctx, folder)
    const acts = await readPackActs(folder)
    await ctx.transact((tx) =>
      recordActs(
        ctx,
        tx,
        acts.map((row) => ({
          person: row.person,
          action: row.act,
          post: row.post,
          date: findPlainDate((row.act === 'appoint' ? row.effective_from : row.effective_to) ?? '') ?? null,
          document: row.document,
          probationMonths: row.probation_months,
          note: row.rank_note,
        })),
      ),
    )
  },
}
