import type { z } from 'zod'
import type { duty, getPeriodEndpoint, listPeriodsEndpoint, reportDetail } from '../../dispatch/api.ts'

// What the screens of dispatch are given, named once.

export type Duty = z.output<typeof duty>
export type Report = z.output<typeof reportDetail>
export type Below = Report['below'][number]
export type Runs = z.output<typeof listPeriodsEndpoint.reply>
export type Scheme = Runs['schemes'][number]
export type Period = Runs['periods'][number]
export type PeriodDetail = z.output<typeof getPeriodEndpoint.reply>
