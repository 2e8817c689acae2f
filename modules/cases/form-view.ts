import type { Ctx } from '@guangyue/platform/db'
import type { ReplyOf } from '@guangyue/platform/http'
import { getItem, itemsInForce } from '../catalogue/index.ts'
import { bodiesOn, bodyKeys } from '../organisations/index.ts'
import type { getDraftEndpoint, getFormEndpoint, windowItemsEndpoint } from './api/apply.ts'
import { getDraft } from './drafts.ts'
import { ItemNotInForce } from './errors.ts'
import { listMaterials } from './store.ts'
import { isOnline } from './submit.ts'

/** The form of an item in force, as an applicant fills it in. */
export async function formView(ctx: Ctx, code: string): Promise<ReplyOf<typeof getFormEndpoint>> {
  const { current } = await getItem(ctx, code)
  if (!current) throw new ItemNotInForce()
  const { item } = current
  const body = (await bodiesOn(ctx)).find(({ key }) => key === item.body)?.short ?? item.body
  return {
    code,
    name: item.name,
    body,
    who: item.who,
    for: [...item.for],
    online: isOnline(item),
    atWindow: (await windowItems(ctx)).some((one) => one.code === code),
    pages: item.form,
    materials: item.materials.map(({ key, name, source, when, note }) => ({
      key,
      name,
      own: source === 'applicant',
      when,
      note,
    })),
    conditions: item.conditions.flatMap(({ sentence, kind, when }) => (kind === 'must' ? [{ sentence, when }] : [])),
  }
}

/** The items in force that the window of who asks takes in, by name. */
export async function windowItems(ctx: Ctx): Promise<ReplyOf<typeof windowItemsEndpoint>['items']> {
  if (!ctx.can('cases.take-in') || ctx.actor.bodyId === null) return []
  const own = (await bodyKeys(ctx.db, [ctx.actor.bodyId])).get(ctx.actor.bodyId)
  return (await itemsInForce(ctx)).flatMap(({ code, item }) =>
    item.procedure.acceptance.unit === own && item.channels.includes('window')
      ? [{ code, name: item.name, kind: item.kind }]
      : [],
  )
}

/** An own draft with the files that are with it. */
export async function draftView(ctx: Ctx, id: string): Promise<ReplyOf<typeof getDraftEndpoint>> {
  const { itemCode, content, version, savedAt } = await getDraft(ctx, id)
  const files = await listMaterials(ctx.db, id)
  return { id, code: itemCode, ...content, version, savedAt, files: files.map((file) => ({ ...file })) }
}
