import type { z } from 'zod'
import type { getMetricEndpoint, metric, metricFilter } from '../../metrics/api.ts'

export type Metric = z.output<typeof metric>
export type MetricDetail = z.output<typeof getMetricEndpoint.reply>
export type Target = Metric['targets'][number]
export type Outlook = Target['outlook']
export type MetricFilter = z.output<typeof metricFilter>
