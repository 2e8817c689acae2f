import type { Ctx } from '@guangyue/platform/db'
import { noticeReplied } from '../events.ts'
import { findAnswer, insertAnswer } from './answer-store.ts'
import { NoticeStepNotPossible, NoticeUnknown } from './errors.ts'
import { findNotice, type Notice } from './store.ts'

interface Taking {
  readonly noticeId: string
  readonly bodyId: string
}

/** A unit takes an issued notice that is addressed to it (签收). Taking it again is the same taking. */
export async function takeNotice(ctx: Ctx, { noticeId, bodyId }: Taking): Promise<void> {
  ctx.require('ledger.report', { bodies: [bodyId] })
  await ctx.transact(async (tx) => {
    addressed(await findNotice(tx, noticeId), bodyId)
    const by = { byId: ctx.actor.accountId, byName: ctx.actor.name, onDay: ctx.today, at: ctx.now }
    const answer = { id: ctx.newId(), noticeId, bodyId, kind: 'receipt' as const, text: '', ...by }
    if (!(await insertAnswer(tx, answer))) return
    await ctx.audit(tx, 'ledger.notice-take', { thing: `notice/${noticeId}`, after: { bodyId } })
  })
}

/** A unit answers an issued notice (反馈); the office is told. The same id again is the same answer. */
export async function replyToNotice(
  ctx: Ctx,
  { id, noticeId, bodyId, text }: Taking & { readonly id: string; readonly text: string },
): Promise<void> {
  ctx.require('ledger.report', { bodies: [bodyId] })
  await ctx.transact(async (tx) => {
    addressed(await findNotice(tx, noticeId), bodyId)
    const by = { byId: ctx.actor.accountId, byName: ctx.actor.name, onDay: ctx.today, at: ctx.now }
    if (!(await insertAnswer(tx, { id, noticeId, bodyId, kind: 'reply', text, ...by }))) {
      const known = await findAnswer(tx, id)
      if (known?.noticeId === noticeId && known.bodyId === bodyId && known.kind === 'reply') return
      throw new NoticeUnknown()
    }
    await ctx.audit(tx, 'ledger.notice-reply', { thing: `notice/${noticeId}`, after: { bodyId, text } })
    await ctx.publish(tx, noticeReplied({ answerId: id }))
  })
}

/** Refuses (NoticeUnknown) a notice that is not for the unit, and one that is not issued. */
function addressed(notice: Notice | undefined, bodyId: string): void {
  if (!notice?.bodyIds.includes(bodyId)) throw new NoticeUnknown()
  if (notice.state !== 'issued') throw new NoticeStepNotPossible('签收', '还没有印发')
}
