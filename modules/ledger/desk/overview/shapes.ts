import type { z } from 'zod'
import type {
  getIndicatorEndpoint,
  lateTask,
  listIndicatorsEndpoint,
  overviewEndpoint,
  ownChargeEndpoint,
} from '../../overview/api.ts'

export type LateTask = z.output<typeof lateTask>
export type Commanded = z.output<typeof listIndicatorsEndpoint.reply>['items'][number]
export type Indicator = z.output<typeof getIndicatorEndpoint.reply>
export type Overview = z.output<typeof overviewEndpoint.reply>
export type OwnCharge = z.output<typeof ownChargeEndpoint.reply>
