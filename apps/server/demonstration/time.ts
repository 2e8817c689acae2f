import type { Cities, Ctx } from '@guangyue/platform/db'
import type { App } from '@guangyue/platform/http'
import { PlayUnderWay, TimeNotMovable } from '../errors.ts'
import { moveTimeEndpoint, readTimeEndpoint } from '../new-city-api.ts'
import { instantOf } from './instant.ts'

/** The administrator of a demonstration moves its legal time. */
export function serveDemonstrationTime(app: App, cities: Cities): void {
  app.serve(readTimeEndpoint, async (ctx) => timeOf(ctx))
  app.serve(moveTimeEndpoint, (ctx, { body }) => moveTime(ctx, cities, body))
}

/** Lets legal time stand on the day and clock of the city's zone; what falls due then runs at once. */
export async function moveTime(
  ctx: Ctx,
  cities: Cities,
  to: { day: string; clock: string },
): Promise<{ now: string; today: string }> {
  ctx.require('server.move-time')
  if (!ctx.city.demonstration) throw new TimeNotMovable()
  if (ctx.city.isPlayed()) throw new PlayUnderWay()
  const at = await instantOf(ctx.city, to.day, to.clock)
  await ctx.transact((tx) =>
    ctx.audit(tx, 'server.move-time', { thing: `city/${ctx.city.key}`, before: { now: ctx.now }, after: { now: at } }),
  )
  await cities.moveTime(ctx.city.key, at)
  return timeOf(ctx)
}

function timeOf(ctx: Ctx): { now: string; today: string } {
  const { now, today } = ctx.city.time()
  return { now, today }
}
