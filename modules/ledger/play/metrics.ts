import { addDays, daysBetween, firstOfMonth } from '@guangyue/kernel/calendar'
import { enterValues } from '../metrics/service.ts'
import { listMetrics, listTargets } from '../metrics/store.ts'
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
  for (const { id, name, bodyId, path } of metrics) {
    const unit = cast.units.get(bodyId ?? '')
    const target = targets.get(id)?.at(-1)
    const key = `${path.join('/')} ${name}`
    if (!unit || !target || draws.share('enters', key, today) >= habits.metrics.entered) continue
    const way = Math.min(1, daysBetween(habits.from, today) / Math.max(30, daysBetween(habits.from, target.onDay)))
    const pace = (0.75 + 0.35 * draws.share('pace', key)) * way + 0.06 * draws.share('luck', key, today)
    const less = target.op === '<=' || target.op === '<'
    const value = target.value * (less ? 1.45 - 0.45 * pace : 0.68 + 0.34 * pace)
    const rounded = Math.round(value * 100) / 100
    const values = [{ metricId: id, day: today, value: rounded }]
    await play.stage.attempt(() => enterValues(play.as(unit.officer, '10:10'), { source: 'hand', values }))
  }
}
