import type { Ctx } from '@guangyue/platform/db'
import type { ReplyOf } from '@guangyue/platform/http'
import { bodiesOn, bodyKeys } from '../organisations/index.ts'
import type { caseLoadsEndpoint } from './api.ts'
import { countLoads, countWithApplicants } from './queue-store.ts'

/** What waits for each unit, by light: of the whole city, or of the own body and those below it for its head. */
export async function loadsView(ctx: Ctx): Promise<ReplyOf<typeof caseLoadsEndpoint>> {
  ctx.require('cases.oversee')
  const whole = ctx.can('cases.oversee', {})
  const units = whole ? null : [...(await bodyKeys(ctx.db, ctx.actor.bodies)).values()]
  const shorts = new Map((await bodiesOn(ctx)).map(({ key, short }) => [key, short]))
  const [loads, withApplicants] = await Promise.all([
    countLoads(ctx.db, { units, today: ctx.today }),
    countWithApplicants(ctx.db, units),
  ])
  return { items: loads.map((load) => ({ ...load, unit: shorts.get(load.unit) ?? load.unit })), withApplicants }
}
