import type { Ctx } from '@guangyue/platform/db'
import type { ReplyOf } from '@guangyue/platform/http'
import { getItem } from '../catalogue/index.ts'
import { bodiesOn } from '../organisations/index.ts'
import type { getDraftEndpoint, getFormEndpoint } from './api/apply.ts'
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

/** An own draft with the files that are with it. */
export async function draftView(ctx: Ctx, id: string): Promise<ReplyOf<typeof getDraftEndpoint>> {
  const { itemCode, content, version, savedAt } = await getDraft(ctx, id)
  const files = await listMaterials(ctx.db, id)
  return { id, code: itemCode, ...content, version, savedAt, files: files.map((file) => ({ ...file })) }
}
