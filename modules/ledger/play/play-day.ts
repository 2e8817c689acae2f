import { nationalCalendar } from '@guangyue/modules/organisations'
import { systemActor } from '@guangyue/platform/access'
import { breakDownTasks } from './break-down.ts'
import { castOf, hire } from './cast.ts'
import { confirm } from './confirm.ts'
import { drawsFrom } from './draws.ts'
import type { Habits } from './habits.ts'
import { inspect } from './inspections.ts'
import { measure } from './metrics.ts'
import { tellUnits } from './notices.ts'
import type { Play, Stage } from './play.ts'
import { solveProblems } from './problems.ts'
import { readInboxes } from './read-inboxes.ts'
import { report } from './report.ts'
import { score } from './scores.ts'
import { stepTasks } from './steps.ts'
import { listOpenTasks } from './store.ts'

/**
 * What the people of a demonstration do on one day, through the same use cases as everyone, in the stage's transaction.
 * Whether and when somebody acts is drawn from the seed and from what stands; on a day without work nobody acts.
 */
export async function playLedgerDay(stage: Stage, habits: Habits): Promise<void> {
  const system = stage.as(systemActor, '08:50')
  const { today } = stage
  const draws = drawsFrom(habits.seed)
  if (today === habits.from) await hire(system, { habits, draws })
  const calendar = (await nationalCalendar()).asKnownOn(today)
  if (!calendar.isWorkingDay(today)) return
  const cast = await castOf(system)
  const play: Play = {
    stage,
    today,
    db: system.db,
    habits,
    draws,
    cast,
    calendar,
    as: (who, clock) => stage.as(who, clock),
  }
  const { zone } = system.city.facts
  await readInboxes(play)
  await confirm(play)
  await report(play, zone)
  const tasks = await listOpenTasks(play.db, zone)
  const broken = await breakDownTasks(play, tasks)
  await stepTasks(
    play,
    tasks.filter(({ id }) => !broken.has(id)),
  )
  await solveProblems(play, zone)
  await inspect(play)
  await measure(play)
  await score(play)
  await tellUnits(play)
}
