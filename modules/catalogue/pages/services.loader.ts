import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { z } from 'zod'
import { bodiesOn } from '../../organisations/index.ts'
import { figureViews } from '../figure-views.ts'
import { audiences, type Item, kinds } from '../item.ts'
import { itemsInForce } from '../service.ts'
import type { ServicesView } from './services.view.ts'
import { words } from './words.ts'

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((value) => value.replaceAll('\u0000', '').trim())
    .catch('')

export const servicesQuery = z.object({
  q: text(50),
  body: text(60),
  kind: z.enum(['', ...kinds]).catch(''),
  for: z.enum(['', ...audiences]).catch(''),
})

/** Items in force, of one body, kind and audience, whose words hold what was asked; and the figures of them all. */
export async function loadServices(
  ctx: Ctx,
  filter: z.output<typeof servicesQuery>,
): Promise<PageResult<ServicesView>> {
  const versions = await itemsInForce(ctx)
  const items = versions.map(({ item }) => item)
  const [bodies, figures] = await Promise.all([bodiesOn(ctx), figureViews(ctx, items)])
  const short = new Map(bodies.map((body) => [body.key, body.short]))
  const used = new Set(items.map(({ body }) => body))
  return {
    title: words(ctx.lang, 'services'),
    crumbs: [{ label: words(ctx.lang, 'services') }],
    view: {
      filter,
      bodies: bodies.filter(({ key }) => used.has(key)).map(({ key, short: label }) => ({ value: key, label })),
      kinds: kinds.filter((kind) => items.some((item) => item.kind === kind)),
      inAll: items.length,
      items: items
        .filter((item) => fits(item, filter))
        .map((item) => ({
          name: item.name,
          href: `/services/${item.code}`,
          body: short.get(item.body) ?? item.body,
          kind: item.kind,
          term: item.procedure.terms.promised ?? item.procedure.terms.statutory,
          termToConfirm: item.confirm.some(({ what }) => what === 'terms'),
          online: item.online,
        })),
      figures,
    },
  }
}

function fits(item: Item, filter: z.output<typeof servicesQuery>): boolean {
  const said = [item.name, item.who, item.result.name, ...item.materials.map(({ name }) => name)]
  return (
    (filter.q === '' || filter.q.split(/\s+/).every((part) => said.some((one) => one.includes(part)))) &&
    (filter.body === '' || item.body === filter.body) &&
    (filter.kind === '' || item.kind === filter.kind) &&
    (filter.for === '' || item.for.includes(filter.for))
  )
}
