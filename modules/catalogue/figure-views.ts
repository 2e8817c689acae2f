import type { Ctx } from '@guangyue/platform/db'
import { type Cited, citing } from './cite.ts'
import { type Figure, figuresOf } from './figures.ts'
import type { Item } from './item.ts'
import { listTargets } from './store.ts'

export interface FigureView extends Omit<Figure, 'target'> {
  readonly target: { readonly percent: number; readonly by: string | null; readonly basis: readonly Cited[] } | null
}

/** The figures of items with their targets, each with its clause. */
export async function figureViews(ctx: Pick<Ctx, 'db'>, items: readonly Item[]): Promise<readonly FigureView[]> {
  const targets = await listTargets(ctx.db)
  const cite = await citing(
    ctx.db,
    targets.map(({ basis }) => basis),
  )
  return figuresOf(items, targets).map((figure) => ({
    ...figure,
    target: figure.target && { percent: figure.target.percent, by: figure.target.by, basis: cite(figure.target.basis) },
  }))
}
