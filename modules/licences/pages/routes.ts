import type { App } from '@guangyue/platform/http'
import { z } from 'zod'
import { releaseFields, withdrawRelease } from '../hold.ts'
import { loadFile, loadKeys, loadLicence, loadMine, loadVerify } from './licence.loader.ts'

/** Verification is open to anyone; the own licences are for who holds them. */
export function licencePages(app: App): void {
  const may = 'licences.hold'
  const view = 'licences.licence'
  const params = z.object({ id: z.uuid() })
  const byCode = z.object({ code: z.string() })
  app.page({ path: '/licences/verify/:code', may: 'anyone', view: 'licences.verify', params: byCode }, (ctx, asked) =>
    loadVerify(ctx, asked.params.code),
  )
  app.page({ path: '/licences/keys.json', may: 'anyone', view: 'licences.verify' }, (ctx) => loadKeys(ctx))
  app.page({ path: '/licences', may, view: 'licences.mine' }, (ctx) => loadMine(ctx))
  app.page({ path: '/licences/:id', may, view, params }, (ctx, { params: { id }, raw }) =>
    loadLicence(ctx, id, ctx.city.outlets.publicUrl ?? `${raw.protocol}://${raw.host}`),
  )
  app.page({ path: '/licences/:id/licence.json', may, view, params }, (ctx, asked) => loadFile(ctx, asked.params.id))
  app.form({ path: '/licences/:id/release', may, view, params }, async (ctx, { params: { id }, fields }) => {
    const { days, ...ticked } = fields
    const names = Object.entries(ticked).flatMap(([name, value]) => (name.startsWith('field') ? [value] : []))
    await releaseFields(ctx, { id, fields: names, days: Number(days) })
    return { redirect: `/licences/${id}` }
  })
  app.form({ path: '/licences/:id/withdraw', may, view, params }, async (ctx, asked) => {
    await withdrawRelease(ctx, asked.params.id)
    return { redirect: `/licences/${asked.params.id}` }
  })
}
