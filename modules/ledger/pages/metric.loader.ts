import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { MetricNotPublished } from '../metrics/errors.ts'
import { publicMetrics } from '../metrics/public.ts'
import { targetWords } from '../metrics/words.ts'
import type { MetricPageView, PublicMetric } from './metric.view.ts'
import { words } from './words.ts'

type Found = Awaited<ReturnType<typeof publicMetrics>>[number]

/** One metric whose progress is released. Refuses (MetricNotPublished) any other. */
export async function loadMetric(ctx: Ctx, id: string): Promise<PageResult<MetricPageView>> {
  const [metric] = id === '' ? [] : await publicMetrics(ctx, { ids: [id] })
  if (!metric) throw new MetricNotPublished()
  const { cite, taskId } = metric
  return {
    title: metric.name,
    crumbs: [
      { href: '/ledger', label: words(ctx.lang, 'ledger') },
      ...(cite ? [{ href: `/ledger?document=${cite.documentId}`, label: cite.document }] : []),
      { label: metric.name },
    ],
    view: {
      metric: publicMetricOf(metric),
      today: ctx.today,
      cite: { label: cite?.label ?? '', href: cite?.href ?? null },
      task: taskId === null ? null : { href: `/ledger/tasks/${taskId}` },
    },
  }
}

export function publicMetricOf(metric: Found): PublicMetric {
  const { id, name, unit, unitBody, baseline, series, targets, undated, otherDays } = metric
  return {
    id,
    name,
    unit,
    unitBody: unitBody?.name ?? null,
    baseline: baseline?.value ?? null,
    series,
    targets: targets.map((target) => ({
      day: target.day,
      text: targetWords(target, unit),
      value: target.value,
      outlook: target.outlook,
      forecast: target.forecast,
    })),
    undated: undated.map((target) => ({ ...target, text: targetWords(target, unit) })),
    otherDays,
  }
}
