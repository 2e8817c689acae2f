import type { Ctx, DomainEvent } from '@guangyue/platform/db'
import { z } from 'zod'
import { goalOf } from '../model/goals.ts'
import * as store from './aims-store.ts'
import { hangMetrics } from './hang-metrics.ts'
import type { Direction, Op } from './store.ts'

const confirmed = z.object({ taskIds: z.array(z.uuid()) })

/**
 * A metric for every figure of the new tasks that is a goal: due on the day that the clause sets for it, else on
 * the task's last date, and reported by its first lead. The same thing measured in the same unit at several dates of a
 * clause, by the same unit, is one metric. Safe to repeat.
 */
export async function makeMetrics(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { taskIds } = confirmed.parse(event.payload)
  await ctx.transact(async (tx) => {
    const aims = await store.lockAims(tx, taskIds)
    const measureIds = [...new Set(aims.map(({ measureId }) => measureId))]
    const readings = await store.readingsOf(tx, measureIds)
    const known = new Map((await store.metricsOfMeasures(tx, measureIds)).map((one) => [keyOf(one), one.id]))
    const metrics: store.NewMetric[] = []
    const sources: store.MetricSource[] = []
    for (const aim of aims) {
      const reading = readings.get(aim.measureId)
      const goal = reading ? goalOf(aim, reading) : null
      if (goal === null) continue
      const { taskId, ordinal, measureId, documentId, bodyId, indicatorKey, unit, op, value, phrase } = aim
      const name = goal.name === '' ? aim.title : goal.name
      const key = keyOf({ measureId, bodyId, name, unit })
      const metricId = known.get(key) ?? ctx.newId()
      if (!known.has(key)) {
        const of = { taskId, ordinal, measureId, documentId, bodyId, indicatorKey }
        metrics.push({ ...of, id: metricId, name, unit, direction: directionOf(op), baseline: goal.baseline })
        known.set(key, metricId)
      }
      sources.push({ metricId, taskId, ordinal, onDay: goal.by ?? aim.due, op, value, phrase })
    }
    if (sources.length === 0) return
    await store.insertMetrics(tx, metrics)
    await store.insertSources(tx, sources)
    await hangMetrics(ctx, tx, { ids: [...new Set(sources.map(({ metricId }) => metricId))] })
    await ctx.audit(tx, 'ledger.make-metrics', { thing: `task/${taskIds[0]}`, after: { metrics: metrics.length } })
  })
}

function keyOf(of: Pick<store.NewMetric, 'measureId' | 'bodyId' | 'name' | 'unit'>): string {
  return `${of.measureId} ${of.bodyId} ${of.name} ${of.unit}`
}

function directionOf(op: Op): Direction {
  if (op === '>=' || op === '>') return 'up'
  return op === '<=' || op === '<' ? 'down' : 'hold'
}
