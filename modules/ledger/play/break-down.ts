import { addDays, dayOfMonth, daysBetween, monthOf, type PlainDate } from '@guangyue/kernel/calendar'
import { breakDown } from '../service/break-down.ts'
import type { Part } from '../service/typed-tasks.ts'
import type { Unit } from './cast.ts'
import type { Play } from './play.ts'
import { listTargetsOf, type PlayTask, type TaskTarget } from './store.ts'

/** Leads break their tasks down to counties, and to the units that support them, each with a day of its own. Gives the tasks. */
export async function breakDownTasks(play: Play, tasks: readonly PlayTask[]): Promise<ReadonlySet<string>> {
  const due = tasks.filter((task) => task.parentId === null && task.parts === 0 && play.today >= dayOf(play, task))
  const targets = Map.groupBy(
    await listTargetsOf(
      play.db,
      due.map(({ id }) => id),
    ),
    ({ taskId }) => taskId,
  )
  const broken = new Set<string>()
  for (const task of due) {
    const lead = play.cast.units.get(task.leadId)
    const open = task.state === 'assigned' || task.state === 'in-progress'
    if (!lead || !open) continue
    const parts = partsOf(play, task, targets.get(task.id) ?? [])
    if (parts.length === 0) continue
    const wanted = { id: task.id, version: task.version, parts }
    await play.stage.attempt(() => breakDown(play.as(lead.officer, '16:10'), wanted))
    broken.add(task.id)
  }
  return broken
}

/** In the first third of its time. */
function dayOf({ draws, habits }: Play, { name, assignedOn, due }: PlayTask): PlainDate {
  const drawn = draws.whole(...habits.breakDown.afterDays, 'break-down', name)
  const third = due === null ? drawn : Math.max(1, Math.floor(daysBetween(assignedOn, due) / 3))
  return addDays(assignedOn, Math.min(drawn, third))
}

function partsOf(play: Play, task: PlayTask, targets: readonly TaskTarget[]): readonly Part[] {
  const { draws, habits, stage } = play
  const units = [...play.cast.units.values()].filter(({ body }) => body.id !== task.leadId)
  const lower = units.filter(({ body }) => habits.breakDown.kinds.includes(body.kind))
  const beside = units.filter(
    ({ body }) => task.supportIds.includes(body.id) && !lower.some((one) => one.body.id === body.id),
  )
  const order = (list: readonly Unit[]) => draws.shuffled(list, ({ body }) => body.key, 'part', task.name)
  const chosen = [...order(lower), ...order(beside)]
  const count = Math.round(habits.breakDown.parts * Math.max(1, stage.scale))
  const rounds = chosen.length === 0 ? 0 : Math.ceil(count / chosen.length)
  return Array.from({ length: rounds }, (_, round) =>
    chosen.map((unit) => partOf(play, task, { unit, round, targets })),
  )
    .flat()
    .slice(0, count)
}

/** Once around the units for each phase of the work; a few ask for a later day, which the office has to approve. */
function partOf(
  play: Play,
  task: PlayTask,
  { unit: { body }, round, targets }: { unit: Unit; round: number; targets: readonly TaskTarget[] },
): Part {
  const { draws, habits } = play
  const { phases } = habits.breakDown
  const phase = phases[round % phases.length] ?? ''
  const again = round < phases.length ? '' : `（${Math.floor(round / phases.length) + 1}）`
  const drawn = addDays(play.today, draws.whole(...habits.breakDown.termDays, 'term', task.name, body.key, round))
  // the office approves nothing that its own unit asks for
  const asks = task.due !== null && task.leadId !== play.cast.writer.bodyId
  const later = asks && draws.share('later', task.name, body.key, round) < habits.breakDown.later
  const last =
    task.due !== null && later ? addDays(task.due, draws.whole(6, 25, 'later', task.name, body.key)) : task.due
  const due = last !== null && (later || drawn > last) ? last : drawn
  return {
    id: draws.id('part', task.name, body.key, round),
    title: `${body.short}${phase}：${task.title}${again}`,
    leads: [{ name: body.short, bodyId: body.id }],
    supports: [],
    dates: [{ phrase: `${monthOf(due)}月${dayOfMonth(due)}日前`, due }],
    targets: targets.map(({ metric, op, value, unit, phrase }) => ({ metric, op, value, unit, phrase })),
    lateReason: later ? draws.pick(habits.words.extension, 'later', task.name, body.key) : null,
  }
}
