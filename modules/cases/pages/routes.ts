import type { App } from '@guangyue/platform/http'
import { z } from 'zod'
import { actOnCase } from '../act.ts'
import { caseView } from '../case-view.ts'
import { myCases } from '../lists.ts'
import { words } from './words.ts'

/** The pages of an applicant; whose case it is not, finds none. */
export function casePages(app: App): void {
  const may = 'signed-in'
  const params = z.object({ id: z.uuid() })
  const query = z.object({ before: z.string().max(40).optional() })
  app.page({ path: '/cases', may, view: 'cases.mine', query }, async (ctx, asked) => ({
    title: words(ctx.lang, 'mine'),
    crumbs: [{ label: words(ctx.lang, 'mine') }],
    view: await myCases(ctx, asked.query.before),
  }))
  app.page({ path: '/cases/:id', may, view: 'cases.case', params }, async (ctx, asked) => {
    const view = await caseView(ctx, asked.params.id)
    if (view.role === 'unit') return { redirect: `/desk/cases/${view.id}` }
    const crumbs = [{ href: '/cases', label: words(ctx.lang, 'mine') }, { label: view.item }]
    return { title: `${view.item} ${view.number}`, crumbs, view }
  })
  app.page({ path: '/cases/:id/receipt', may, view: 'cases.receipt', params }, async (ctx, asked) => {
    const view = await caseView(ctx, asked.params.id)
    const own = view.role === 'applicant'
    return {
      title: `${view.item} ${words(ctx.lang, 'receipt')}`,
      crumbs: [
        own
          ? { href: '/cases', label: words(ctx.lang, 'mine') }
          : { href: `/desk/cases/${view.id}`, label: view.number },
        { label: words(ctx.lang, 'receipt') },
      ],
      view: { view, government: ctx.city.facts.governmentName },
    }
  })
  app.form({ path: '/cases/:id/withdraw', may, view: 'cases.case', params }, async (ctx, asked) => {
    const { id } = asked.params
    const { version } = await caseView(ctx, id)
    const reasons = (asked.fields.reasons ?? '').trim().slice(0, 2000)
    await actOnCase(ctx, { id, version, act: { type: 'withdraw', reasons } })
    return { redirect: `/cases/${id}` }
  })
}
