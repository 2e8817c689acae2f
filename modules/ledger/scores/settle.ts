import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { scoreSettled } from '../events.ts'
import { LineNotPending, ScoresUnknown } from './errors.ts'
import * as store from './store.ts'

interface SettleForm {
  readonly periodId: string
  readonly bodyId: string
  readonly key: string
  /** For points. */
  readonly points: string | null
  /** For a talk (约谈): whether there is one. */
  readonly talk: boolean
  /** On what it rests. */
  readonly words: string
}

/**
 * A person of the office settles a line that was pending (待定) when the scores were issued: its first row stays and the
 * settled one counts from now on. Once; a second gets what was settled back (StaleVersion). Refuses a line that is not
 * pending.
 */
export async function settleLine(ctx: Ctx, form: SettleForm): Promise<void> {
  ctx.require('ledger.score')
  await ctx.transact(async (tx) => {
    await store.holdPeriod(tx, form.periodId)
    const issue = await store.findIssue(tx, form.periodId)
    const trace = await store.listTrace(tx, form)
    const stands = trace.at(-1)
    const rules = issue && (await store.findRules(tx, issue.rulesId))
    const rule = rules?.lines.find(({ key }) => key === form.key)
    if (!stands || !rule) throw new ScoresUnknown()
    if (stands.settled) throw new StaleVersion(form, stands)
    if (stands.reasons.missing.length === 0) throw new LineNotPending()
    if (rule.kind === 'points' && form.points === null) {
      throw new InputInvalid([{ field: 'points', message: '请填写分值' }])
    }
    const outcome = rule.kind === 'talk' ? { points: null, talk: form.talk } : { points: form.points, talk: false }
    const by = { byId: ctx.actor.accountId, byName: ctx.actor.name, at: ctx.now }
    const { id: _, ...row } = stands
    const reasons = { ...stands.reasons, missing: [] }
    await store.insertLines(tx, form.periodId, [
      { ...row, ...outcome, reasons, settled: true, words: form.words, ...by },
    ])
    await ctx.audit(tx, 'ledger.settle-score', {
      thing: `period/${form.periodId}/${form.bodyId}/${form.key}`,
      before: { missing: stands.reasons.missing },
      after: { ...outcome, words: form.words },
    })
    await ctx.publish(tx, scoreSettled({ periodId: form.periodId, bodyId: form.bodyId, key: form.key }))
  })
}
