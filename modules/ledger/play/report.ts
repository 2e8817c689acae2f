import { addDays, type PlainDate } from '@guangyue/kernel/calendar'
import { acceptReports, answerReport, saveReport, signReport } from '../dispatch/write-report.ts'
import { fillIn, percentOn, workdayBy } from './pace.ts'
import { type Play, sloppy } from './play.ts'
import { listFree, listReportsToDo, listTargetsOf, type PlayReport, type TaskTarget } from './store.ts'

/** One day of dispatch: officers write, heads sign, leads take in what came up to them, the office answers. */
export async function report(play: Play, zone: string): Promise<void> {
  const before = await reportsToDo(play, zone)
  if (before.length === 0) return
  await answer(play, before)
  await sign(
    play,
    before.filter(({ state }) => state === 'draft'),
    '10:00',
  )
  const due = before.filter((one) => writesOn(play, one))
  await write(
    play,
    due.filter(({ collects }) => !collects),
    '10:30',
  )
  const drafted = await reportsToDo(play, zone)
  await sign(
    play,
    drafted.filter((one) => one.state === 'draft' && !isSlow(play, one)),
    '11:30',
  )
  await write(
    play,
    due.filter(({ collects }) => collects),
    '14:30',
  )
  const merged = await reportsToDo(play, zone)
  await sign(
    play,
    merged.filter((one) => one.state === 'draft' && one.collects && !isSlow(play, one)),
    '16:00',
  )
}

/** Reports of units that act, under names that are the same in each play. */
async function reportsToDo(play: Play, zone: string): Promise<readonly PlayReport[]> {
  const rows = await listReportsToDo(play.db, zone)
  return rows
    .flatMap((row) => {
      const key = play.cast.units.get(row.bodyId)?.body.key
      return key === undefined ? [] : [{ ...row, name: `${row.name} ${key}` }]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Whether the unit writes its report today. */
function writesOn(play: Play, one: PlayReport): boolean {
  if (one.state === 'returned') {
    return (
      one.answeredOn !== null &&
      play.today >= addDays(one.answeredOn, play.draws.whole(1, 3, 'again', one.name, one.month))
    )
  }
  const day = one.state === 'due' ? dayOf(play, one) : null
  return day !== null && play.today >= day
}

/** The day planned: within the window, after the due day, or never. Those who collect from others write last. */
function dayOf(play: Play, one: PlayReport): PlainDate | null {
  const { draws, habits, calendar } = play
  const key = play.cast.units.get(one.bodyId)?.body.key ?? ''
  const drawn = draws.share('report', one.name, one.month)
  const missing = sloppy(play, key, habits.reports.missing)
  if (drawn < missing) return null
  if (drawn < missing + sloppy(play, key, habits.reports.late)) {
    return addDays(one.due, draws.whole(...habits.reports.lateDays, 'late', one.name, one.month))
  }
  const last = workdayBy(play, one.due)
  if (one.collects) return last
  const days = calendar.countWorkingDays(addDays(one.openedOn, -1), last)
  return calendar.addWorkingDays(
    addDays(one.openedOn, -1),
    draws.whole(1, Math.max(1, days - 1), 'day', one.name, one.month),
  )
}

/** A head who leaves a draft until the next day, unless it is due. */
function isSlow(play: Play, one: PlayReport): boolean {
  return play.today < workdayBy(play, one.due) && play.draws.share('slow', one.name, one.month) < 0.2
}

async function write(play: Play, reports: readonly PlayReport[], clock: string): Promise<void> {
  if (reports.length === 0) return
  const targets = Map.groupBy(
    await listTargetsOf(
      play.db,
      reports.flatMap(({ collects, taskId }) => (collects ? [taskId] : [])),
    ),
    ({ taskId }) => taskId,
  )
  const free = await listFree(
    play.db,
    reports.flatMap(({ collects, id }) => (collects ? [id] : [])),
  )
  for (const one of reports) {
    const unit = play.cast.units.get(one.bodyId)
    if (!unit) continue
    const text = textOf(play, one, targets.get(one.taskId) ?? [])
    const report = { id: one.id, version: one.version, ...text, merges: free.get(one.id) ?? [] }
    await play.stage.attempt(() => saveReport(play.as(unit.officer, clock), report))
  }
}

function textOf(play: Play, one: PlayReport, targets: readonly TaskTarget[]) {
  const { draws, habits } = play
  const percent = percentOn(play, { name: one.name, assignedOn: one.assignedOn, due: one.taskDue })
  const progress = draws.pick(habits.words.progress, 'progress', one.name, one.month)
  const hasProblem = draws.share('problem', one.name, one.month) < habits.reports.problems
  const wantsHelp = hasProblem && draws.share('help', one.name, one.month) < habits.reports.helpWanted
  return {
    progress: fillIn(progress, { percent, count: draws.whole(2, 36, 'count', one.name, one.month) }),
    percent,
    figures: targets.map(({ ordinal, op, value }) => ({ ordinal, value: reached(play, { one, op, value, percent }) })),
    problems: hasProblem ? draws.pick(habits.words.problems, 'problem', one.name, one.month) : '',
    helpWanted: wantsHelp ? draws.pick(habits.words.help, 'help', one.name, one.month) : '',
  }
}

/** A value on the way to its target: from below, or from above where less is better. */
function reached(
  play: Play,
  { one, op, value, percent }: { one: PlayReport; op: string; value: number; percent: number },
) {
  const luck = 0.9 + 0.2 * play.draws.share('luck', one.name)
  const way = Math.min(1, (percent / 95) * luck)
  const less = op === '<=' || op === '<'
  return Math.round(value * (less ? 1.5 - 0.5 * way : 0.6 + 0.42 * way) * 100) / 100
}

async function sign(play: Play, drafts: readonly PlayReport[], clock: string): Promise<void> {
  for (const { id, version, bodyId, draftedBy } of drafts) {
    const head = play.cast.units.get(bodyId)?.head
    if (!head || head.accountId === draftedBy) continue
    await play.stage.attempt(() => signReport(play.as(head, clock), { id, version }))
  }
}

/** The office answers what was signed until yesterday; a lead sends a poor report back before it takes it in. */
async function answer(play: Play, reports: readonly PlayReport[]): Promise<void> {
  const { draws, habits, cast } = play
  const office = play.as(cast.writer, '09:40')
  const accepted: { id: string; version: number }[] = []
  for (const one of reports) {
    if (one.state !== 'signed' || one.mergedInto !== null) continue
    const share = sloppy(play, cast.units.get(one.bodyId)?.body.key ?? '', habits.reports.returned)
    const poor = one.returns === 0 && draws.share('poor', one.name, one.month) < (one.collects ? share : share / 2)
    const words = draws.pick(habits.words.returned, 'returned', one.name, one.month)
    if (one.collects && !poor) accepted.push({ id: one.id, version: one.version })
    const lead = cast.units.get(one.aboveId ?? '')
    const by = one.collects ? office : lead && play.as(lead.officer, '09:50')
    if (!poor || !by) continue
    const returned = { id: one.id, version: one.version, answer: 'return' as const, words }
    await play.stage.attempt(() => answerReport(by, returned))
  }
  if (accepted.length > 0) await acceptReports(play.as(cast.writer, '16:30'), accepted)
}
