import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx, DomainEvent } from '@guangyue/platform/db'
import { z } from 'zod'
import { postsAbove } from '../charges/service.ts'
import { tell } from '../messages.ts'
import { findAnswer } from './answer-store.ts'
import { noticeLabels } from './content.ts'
import { numberOf } from './document.ts'
import { findNotice } from './store.ts'

const issued = z.object({ noticeId: z.uuid() })

/** The units addressed are told; of a 督办单 also those in charge of them. */
export async function onNoticeIssued(ctx: Ctx, event: DomainEvent): Promise<void> {
  const notice = await findNotice(ctx.db, issued.parse(event.payload).noticeId)
  if (!notice || notice.year === null || notice.serial === null) return
  const { id, kind, series, year, serial, content, bodyIds } = notice
  const above = await postsAbove(ctx.db, kind === 'order' ? bodyIds : [])
  await ctx.transact((tx) =>
    tell(ctx, tx, {
      template: 'notice-issued',
      params: {
        kind: noticeLabels[kind],
        number: numberOf(series, { year, serial }) ?? '',
        title: content.title,
        to: content.addressees.join('、'),
      },
      href: `/desk/ledger/notices/${id}`,
      onceKey: `notice/${id}`,
      bodyIds,
      accountIds: [...above.values()].flatMap(({ accountIds }) => accountIds),
    }),
  )
}

const replied = z.object({ answerId: z.uuid() })

/** The office is told what a unit answered. */
export async function onNoticeReplied(ctx: Ctx, event: DomainEvent): Promise<void> {
  const answer = await findAnswer(ctx.db, replied.parse(event.payload).answerId)
  const notice = answer && (await findNotice(ctx.db, answer.noticeId))
  if (!answer || !notice || notice.year === null || notice.serial === null) return
  const unit = (await bodyNames(ctx.db, [answer.bodyId], ctx.today)).get(answer.bodyId)?.short ?? ''
  const number = numberOf(notice.series, { year: notice.year, serial: notice.serial }) ?? ''
  await ctx.transact((tx) =>
    tell(ctx, tx, {
      template: 'notice-replied',
      params: { unit, kind: noticeLabels[notice.kind], number, text: answer.text },
      href: `/desk/ledger/notices/${notice.id}`,
      onceKey: `reply/${answer.id}`,
      role: 'supervision',
    }),
  )
}
