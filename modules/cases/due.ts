import type { Calendar } from '@guangyue/kernel/calendar'
import { dueAct, takeAct } from '@guangyue/kernel/process'
import type { Ctx } from '@guangyue/platform/db'
import { getVersion } from '../catalogue/index.ts'
import { nationalCalendar } from '../organisations/index.ts'
import { listDue, listProvisional, tellOverdue } from './due-store.ts'
import { ActRefused } from './errors.ts'
import { caseActed, caseOverdue } from './events.ts'
import { issueGranted } from './licence.ts'
import { projected } from './model.ts'
import { record } from './record.ts'
import { findCase, listEvents, listParts, putParts, updateProjection } from './store.ts'
import { holdsOf } from './submit.ts'
import { tellOf } from './tell.ts'

const AT_ONCE = 200

/**
 * The day's work: where a last day passed in silence the law speaks (deemed acceptance, 行政许可法 第三十二条; a tacit
 * decision where a law has one); a case that is only late is announced once; last days that leaned on a year without a
 * notice are counted anew. Safe to repeat.
 */
export async function dueCases(ctx: Ctx): Promise<void> {
  const calendar = await nationalCalendar()
  for (let after: string | null = null; ; ) {
    const ids: readonly string[] = await listProvisional(ctx.db, { after, limit: AT_ONCE })
    for (const id of ids) await countAnew(ctx, id, calendar)
    after = ids.at(-1) ?? null
    if (after === null) break
  }
  for (;;) {
    const ids = await listDue(ctx.db, { today: ctx.today, limit: AT_ONCE })
    if (ids.length === 0) break
    for (const id of ids) await speak(ctx, id, calendar)
  }
}

function speak(ctx: Ctx, id: string, calendar: Calendar): Promise<void> {
  return ctx.transact(async (tx) => {
    const file = await findCase(tx, id)
    if (!file || file.lastDay === null || file.lastDay >= ctx.today) return
    const day = file.lawDay !== null && file.lawDay < ctx.today ? file.lawDay : file.lastDay
    const events = (await listEvents(tx, id)).map(({ event }) => event)
    const version = await getVersion(tx, file.itemVersionId)
    const { item } = version
    const act = dueAct(item.procedure, events, { today: ctx.today, calendar })
    if (!act) {
      const units = (await listParts(tx, id)).flatMap(({ unit, posts }) => (posts.length > 0 ? [unit] : []))
      await tellOverdue(tx, { id, day })
      await ctx.publish(tx, caseOverdue({ caseId: id, units, lastDay: day }))
      return
    }
    const by = { kind: 'program' } as const
    const moment = { on: ctx.today, by, calendar, holds: holdsOf(item, file.answers) }
    const taken = takeAct(item.procedure, events, act, moment)
    if (!taken.ok) throw new ActRefused(taken)
    const projection = await record(ctx, tx, { file, item, events, added: taken.events, calendar, sent: act })
    await ctx.audit(tx, `cases.${act.type}`, {
      thing: `case/${id}`,
      basis: act.type === 'deem-accepted' ? item.procedure.acceptance.basis : (item.procedure.tacit?.basis ?? ''),
      after: { version: projection.version, phase: projection.phase, events: taken.events },
    })
    await ctx.publish(tx, caseActed({ caseId: id, types: taken.events.map(({ type }) => type) }))
    await tellOf(ctx, tx, { file, item, added: taken.events, projection })
    await issueGranted(ctx, tx, { file, version, added: taken.events })
  })
}

function countAnew(ctx: Ctx, id: string, calendar: Calendar): Promise<void> {
  return ctx.transact(async (tx) => {
    const file = await findCase(tx, id)
    if (!file) return
    const events = (await listEvents(tx, id)).map(({ event }) => event)
    const { item } = await getVersion(tx, file.itemVersionId)
    const projection = projected(item.procedure, events, { asOf: ctx.today, calendar })
    if (projection.version !== file.version) return
    await updateProjection(tx, id, projection)
    await putParts(tx, file, projection.parts)
  })
}
