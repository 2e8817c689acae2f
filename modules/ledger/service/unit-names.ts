import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'

/** Gives the units of these rows as they are shown: by id and the short name of today; no name for a body not known. */
export async function unitNames(
  ctx: Ctx,
  rows: readonly { readonly bodyId: string }[],
): Promise<(id: string) => { id: string; name: string }> {
  const names = await bodyNames(
    ctx.db,
    rows.map(({ bodyId }) => bodyId),
    ctx.today,
  )
  return (id) => ({ id, name: names.get(id)?.short ?? '' })
}
