import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { bodyKeys } from '../organisations/index.ts'
import { LicenceActRefused, LicenceUnknown } from './errors.ts'
import { tell } from './messages.ts'
import { type ActType, after, stateOn } from './model.ts'
import { findLicence, insertAct, updateState } from './store.ts'

interface LicenceAct {
  readonly id: string
  /** Number of the last act that was seen. */
  readonly version: number
  readonly type: ActType
  readonly reason: string
}

const names = { suspend: '暂停使用', resume: '恢复使用', revoke: '撤销' } as const satisfies Record<ActType, string>

/**
 * Suspends, resumes or revokes a licence by an officer or head of the body that issued it, or of one above; the holder is
 * told the reason. Refuses a licence of another body (LicenceUnknown), what its state does not allow (LicenceActRefused),
 * and a version that is no longer the newest (StaleVersion).
 */
export async function actOnLicence(ctx: Ctx, { id, version, type, reason }: LicenceAct): Promise<{ version: number }> {
  ctx.require('licences.act')
  return ctx.transact(async (tx) => {
    const licence = await findLicence(tx, { id })
    const keys = await bodyKeys(tx, ctx.actor.bodies)
    if (!licence || ![...keys.values()].includes(licence.body)) throw new LicenceUnknown()
    const sent = { type, reason }
    if (licence.version !== version) throw new StaleVersion(sent, { version: licence.version, state: licence.state })
    const state = after(stateOn(licence, ctx.today), type)
    if (!state) throw new LicenceActRefused()
    const number = version + 1
    const { accountId: actorId, name: actorName } = ctx.actor
    const row = { licenceId: id, number, type, reason, at: ctx.now, actorId, actorName }
    if (!(await insertAct(tx, row))) throw new StaleVersion(sent, { version: number })
    await updateState(tx, id, state, number)
    await ctx.audit(tx, `licences.${type}`, {
      thing: `licence/${id}`,
      before: { version, state: licence.state },
      after: { version: number, state },
      reason,
    })
    await tell(ctx, tx, {
      template: 'licence-acted',
      params: { act: names[type], number: licence.number, reason },
      href: `/licences/${id}`,
      onceKey: `licence/${id}/${number}`,
      accountIds: licence.accountId === null ? [] : [licence.accountId],
    })
    return { version: number }
  })
}
