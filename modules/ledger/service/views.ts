import type { Ctx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import type { z } from 'zod'
import { boardQuery } from '../api/board.ts'
import { deleteView, listViews, upsertView } from '../store/views.ts'

/**
 * The views that the actor kept, then those that the office shares: filters, grouping and how they are shown. One that
 * an older program wrote and this one does not know is shown without it.
 */
export async function savedViews(ctx: Ctx) {
  ctx.require('ledger.read')
  const views = await listViews(ctx.db, ctx.actor.accountId ?? '')
  return {
    items: views.map(({ id, name, query, shared, own }) => ({
      id,
      name,
      query: boardQuery.partial().safeParse(query).data ?? {},
      shared,
      mayRemove: own || ctx.can('ledger.confirm'),
    })),
  }
}

export interface ViewForm {
  readonly id: string
  readonly name: string
  readonly query: Partial<z.output<typeof boardQuery>>
  readonly shared: boolean
}

/** Keeps a view, for oneself or (who confirms the ledger) for all. Refuses a name that the actor has given another one. */
export async function saveView(ctx: Ctx, view: ViewForm): Promise<{ id: string }> {
  ctx.require(view.shared ? 'ledger.confirm' : 'ledger.read')
  const saved = await upsertView(ctx.db, { ...view, accountId: ctx.actor.accountId ?? '' })
  if (!saved) throw new InputInvalid([{ field: 'name', message: `您已有名为“${view.name}”的视图，请换一个名称` }])
  return { id: view.id }
}

/** Takes an own view away, or, by whoever confirms the ledger, a shared one; another person's own stays as it is. */
export async function removeView(ctx: Ctx, id: string): Promise<void> {
  ctx.require('ledger.read')
  await deleteView(ctx.db, { id, accountId: ctx.actor.accountId ?? '', sharedToo: ctx.can('ledger.confirm') })
}
