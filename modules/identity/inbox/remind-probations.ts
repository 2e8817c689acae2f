import { probationsEnding } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { tell } from './service.ts'

/** One month ahead the supervision office and the editors are told that a probation ends; each of them once. */
export async function remindProbations(ctx: Ctx): Promise<void> {
  const ending = await probationsEnding(ctx.db, ctx.today)
  await ctx.transact(async (tx) => {
    for (const { id, person, post, probationUntil } of ending) {
      const params = { person, post, day: probationUntil ?? '' }
      for (const role of ['supervision', 'editor']) {
        await tell(ctx, tx, {
          template: 'probation-ending',
          params,
          href: '/desk/gazette/officials',
          onceKey: `probation/${id}`,
          role,
        })
      }
    }
  })
}
