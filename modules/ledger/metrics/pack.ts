import { foldCitation } from '@guangyue/modules/gazette'
import { resolveNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { z } from 'zod'
import { readRows } from '../pack.ts'
import { insertClauseMetrics } from './aims-store.ts'

const MetricRow = z.object({
  document: z.string(),
  path: z.array(z.string()).min(1),
  name: z.string().min(1),
  unit: z.string(),
  direction: z.enum(['up', 'down', 'hold']),
  /** The unit that reports it, by name. */
  reportedBy: z.string(),
})

/**
 * What a pack says is to be measured although its clause sets no figure (a clearance time that is looked at each month).
 * Safe to repeat; what people changed since stays.
 */
export async function loadMetricPack(ctx: Ctx, folder: URL): Promise<void> {
  const rows = await readRows(new URL('metrics.json', folder), MetricRow)
  if (rows.length === 0) return
  const names = await resolveNames(ctx.db, [...new Set(rows.map(({ reportedBy }) => reportedBy))], ctx.today)
  const bodyOf = (name: string) => {
    const found = names.get(name)
    return found?.kind === 'body' ? found.bodyId : null
  }
  await ctx.transact(async (tx) => {
    const metrics = await insertClauseMetrics(
      tx,
      rows.map(({ document, path, name, unit, direction, reportedBy }) => ({
        id: ctx.newId(),
        folded: foldCitation(document),
        path: path.join('/'),
        name,
        unit,
        direction,
        bodyId: bodyOf(reportedBy),
      })),
    )
    if (metrics > 0) await ctx.audit(tx, 'ledger.make-metrics', { thing: 'pack/metrics', after: { metrics } })
  })
}
