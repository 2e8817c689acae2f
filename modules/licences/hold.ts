import type { Ctx } from '@guangyue/platform/db'
import { LicenceUnknown, ReleaseInvalid } from './errors.ts'
import { endReleases, findLicence, insertRelease, type Licence } from './store.ts'

const DAY_MS = 86_400_000

/** A licence that the actor holds. Refuses any other (LicenceUnknown). */
export async function ownLicence(ctx: Ctx, db: Ctx['db'], id: string): Promise<Licence> {
  ctx.require('licences.hold')
  const licence = await findLicence(db, { id })
  if (!licence || licence.accountId === null || licence.accountId !== ctx.actor.accountId) throw new LicenceUnknown()
  return licence
}

/**
 * Shows chosen fields to whoever scans the code, for 1 to 30 days, in place of what was shown before. Refuses fields that
 * the licence does not have, and none (ReleaseInvalid).
 */
export async function releaseFields(
  ctx: Ctx,
  { id, fields, days }: { readonly id: string; readonly fields: readonly string[]; readonly days: number },
): Promise<void> {
  await ctx.transact(async (tx) => {
    const licence = await ownLicence(ctx, tx, id)
    const known = new Set(licence.fields.map(({ name }) => name))
    const fits = Number.isInteger(days) && days >= 1 && days <= 30
    if (!fits || fields.length === 0 || fields.some((name) => !known.has(name))) throw new ReleaseInvalid()
    const until = new Date(Date.parse(ctx.now) + days * DAY_MS).toISOString()
    await endReleases(tx, id, ctx.now)
    await insertRelease(tx, { id: ctx.newId(), licenceId: id, fields, until }, ctx.now)
    await ctx.audit(tx, 'licences.release', { thing: `licence/${id}`, after: { fields, until } })
  })
}

/** Nobody who scans the code sees a field any more. */
export async function withdrawRelease(ctx: Ctx, id: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await ownLicence(ctx, tx, id)
    await endReleases(tx, id, ctx.now)
    await ctx.audit(tx, 'licences.withdraw-release', { thing: `licence/${id}` })
  })
}
