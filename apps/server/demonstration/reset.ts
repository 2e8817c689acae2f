import type { Cities, Ctx, OpenCity } from '@guangyue/platform/db'
import type { App } from '@guangyue/platform/http'
import { ResetNotPossible } from '../errors.ts'
import { demonstratedPacks } from './load.ts'
import { resetEndpoint } from './reset-api.ts'

/** The administrator of a demonstration begins it anew. */
export function serveReset(app: App, parts: { readonly cities: Cities; readonly embedded: boolean }): void {
  app.serve(resetEndpoint, (ctx) => resetByAdministrator(ctx, parts))
}

export async function resetByAdministrator(
  ctx: Ctx,
  parts: { readonly cities: Cities; readonly embedded: boolean },
): Promise<Record<string, never>> {
  ctx.require('server.reset-demonstration')
  await resetDemonstration(ctx.city, parts)
  return {}
}

/**
 * Takes all that a demonstration holds away; a running program then loads its pack and plays its days anew, else the
 * next start does. Refuses a city that is no demonstration, that has no pack, or that stands in a database of its own.
 */
export async function resetDemonstration(
  city: OpenCity,
  { cities, embedded }: { readonly cities: Cities; readonly embedded: boolean },
): Promise<void> {
  const known = (await demonstratedPacks()).some(({ pack }) => pack.key === city.key)
  if (!embedded || !city.demonstration || !known) throw new ResetNotPossible()
  await cities.empty(city.key)
}
