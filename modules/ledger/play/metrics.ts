import { addDays, daysBetween, firstOfMonth } from '@guangyue/kernel/calendar'
import { enterValues } from '../metrics/service.ts'
import { listMetrics, listTargets, type MetricTarget } from '../metrics/store.ts'
import type { Play } from './play.ts'

/** Once a month units enter the values of their metrics; some forget. */
export async function measure(play: Play): Promise<void> {
  const { habits, draws, today, calendar, cast } = play
  const day = addDays(firstOfMonth(today), habits.metrics.dayOfMonth - 1)
  if (calendar.workingDayFrom(day) !== today) return
  const metrics = (await listMetrics(play.db, { reach: null })).filter(({ computed }) => computed === null)
  const targets = Map.groupBy(
    await listTargets(
      play.db,
      metrics.map(({ id }) => id),
    ),
    ({ metricId }) => metricId,
  )
  for (const { id, name, unit: counted, bodyId, path } of metrics) {
    const unit = cast.units.get(bodyId ?? '')
    const target = targets.get(id)?.at(-1)
    const key = `${path.join('/')} ${name} ${unit?.body.key}`
    if (!unit || !target || draws.share('enters', key, today) >= habits.metrics.entered) continue
    const way = Math.min(1, daysBetween(habits.from, today) / Math.max(30, daysBetween(habits.from, target.onDay)))
    const pace = (0.88 + 0.28 * draws.share('pace', key)) * way + 0.06 * draws.share('luck', key, today)
    const values = [{ metricId: id, day: today, value: valueAt(pace, { ...target, counted }) }]
    await play.stage.attempt(() => enterValues(play.as(unit.officer, '10:10'), { source: 'hand', values }))
  }
}

/** From two thirds of the target (one and a half where less is better) at pace 0 to a little past it at pace 1. */
function valueAt(
  pace: number,
  { op, value, counted }: Pick<MetricTarget, 'op' | 'value'> & { readonly counted: string },
): number {
  const less = op === '<=' || op === '<'
  const reached = value * (less ? 1.45 - 0.47 * pace : 0.68 + 0.34 * pace)
  const places = Number.isInteger(value) && counted !== '%' && value >= 10 ? 1 : 100
  const rounded = Math.round(reached * places) / places
  return counted === '%' && value <= 100 ? Math.min(100, rounded) : rounded
}
