import { addDays } from '@guangyue/kernel/calendar'
import { bodyNames, nationalCalendar } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { type Level, levelLabels, levelOn } from '../dispatch/model.ts'
import { whomTo } from '../dispatch/whom-to.ts'
import { tell } from '../messages.ts'
import { insertFindingEscalation, listDueFindings, type OverdueFinding } from './escalation-store.ts'

const REMIND_DAYS = 3

/**
 * Findings that are not mended: the owner is reminded before the day and told once it has passed; with each grace of
 * working days it goes one level up. Each level is told once of one day.
 */
export async function escalateFindings(ctx: Ctx): Promise<void> {
  const calendar = (await nationalCalendar()).asKnownOn(ctx.today)
  for (const finding of await listDueFindings(ctx.db, addDays(ctx.today, REMIND_DAYS + 1))) {
    const terms = { remindDays: REMIND_DAYS, graceDays: 0, stepDays: finding.graceDays }
    const level = levelOn(finding.due, ctx.today, terms, calendar)
    if (level !== undefined && !finding.told.includes(level)) await raise(ctx, finding, level)
  }
}

async function raise(ctx: Ctx, finding: OverdueFinding, level: Level): Promise<void> {
  const to = await whomTo(ctx, finding, level)
  const names = await bodyNames(ctx.db, [finding.bodyId], ctx.today)
  await ctx.transact(async (tx) => {
    const row = { findingId: finding.id, due: finding.due, level, onDay: ctx.today, post: to.post }
    if (!(await insertFindingEscalation(tx, row))) return
    await ctx.audit(tx, 'ledger.escalate-finding', { thing: `finding/${finding.id}`, after: row })
    await tell(ctx, tx, {
      template: 'finding-due',
      params: {
        unit: names.get(finding.bodyId)?.short ?? '',
        inspection: finding.inspection,
        number: finding.number,
        text: finding.text,
        due: finding.due,
        level: levelLabels[level],
      },
      href: `/desk/ledger/inspections/findings/${finding.id}`,
      onceKey: `finding-due/${finding.id}/${finding.due}/${level}`,
      ...to.whom,
    })
  })
}
