import type { Ctx, DomainEvent } from '@guangyue/platform/db'
import { z } from 'zod'
import { postsAbove } from '../charges/service.ts'
import { tell } from '../messages.ts'
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
