import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx, DomainEvent } from '@guangyue/platform/db'
import { z } from 'zod'
import { tell } from '../messages.ts'
import { listSteps } from '../store/history.ts'
import { listFindings } from './finding-store.ts'

const stepped = z.object({ findingId: z.uuid(), step: z.enum(['find', 'sign', 'verify', 'close', 'send-back']) })

/** Whoever has to act next on a finding is told: the owner, then who verifies, then the office; the owner of the end. */
export async function onFindingStepped(ctx: Ctx, event: DomainEvent & { readonly id: string }): Promise<void> {
  const { findingId, step } = stepped.parse(event.payload)
  const [finding] = await listFindings(ctx.db, { ids: [findingId], reach: null })
  if (!finding) return
  const names = await bodyNames(ctx.db, [finding.bodyId], ctx.today)
  const reason = (await listSteps(ctx.db, 'finding', findingId)).findLast((one) => one.step === step)?.words ?? ''
  const { inspection, number, text, due } = finding
  const said = {
    params: { inspection, number, text, due, reason, unit: names.get(finding.bodyId)?.short ?? '' },
    href: `/desk/ledger/inspections/findings/${findingId}`,
    onceKey: `finding/${event.id}`,
  }
  const owner = { bodyIds: [finding.bodyId] }
  const verifier = finding.verifierBodyId === finding.bodyId ? null : finding.verifierBodyId
  await ctx.transact(async (tx) => {
    if (step === 'find') await tell(ctx, tx, { ...said, template: 'finding-assigned', ...owner })
    if (step === 'send-back') await tell(ctx, tx, { ...said, template: 'finding-returned', ...owner })
    if (step === 'close') await tell(ctx, tx, { ...said, template: 'finding-closed', ...owner })
    if (step === 'sign') {
      const whom = verifier === null ? { role: 'supervision' } : { bodyIds: [verifier] }
      await tell(ctx, tx, { ...said, template: 'finding-mended', ...whom })
    }
    if (step === 'verify') await tell(ctx, tx, { ...said, template: 'finding-verified', role: 'supervision' })
  })
}
