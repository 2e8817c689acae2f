import { addDays, dayOfMonth, daysBetween, monthOf, type PlainDate } from '@guangyue/kernel/calendar'
import { breakDown } from '../service/break-down.ts'
import type { Part } from '../service/typed-tasks.ts'
import type { Unit } from './cast.ts'
import type { Play } from './play.ts'
import type { PlayTask } from './store.ts'

/** Leads break their tasks down to counties, and to the units that support them, each with a day of its own. */
export async function breakDownTasks(play: Play, tasks: readonly PlayTask[]): Promise<void> {
  for (const task of tasks) {
    const lead = play.cast.units.get(task.leadId)
    const open = task.state === 'assigned' || task.state === 'in-progress'
    if (!lead || task.parentId !== null || task.parts > 0 || !open || play.today < dayOf(play, task)) continue
    const parts = partsOf(play, task)
    if (parts.length > 0) await breakDown(play.as(lead.officer, '09:30'), { id: task.id, parts })
  }
}

/** In the first third of its time. */
function dayOf({ draws, habits }: Play, { name, assignedOn, due }: PlayTask): PlainDate {
  const drawn = draws.whole(...habits.breakDown.afterDays, 'break-down', name)
  const third = due === null ? drawn : Math.max(1, Math.floor(daysBetween(assignedOn, due) / 3))
  return addDays(assignedOn, Math.min(drawn, third))
}

function partsOf(play: Play, task: PlayTask): readonly Part[] {
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
  return Array.from({ length: rounds }, (_, round) => chosen.map((unit) => partOf(play, task, { unit, round })))
    .flat()
    .slice(0, count)
}

/** Once around the units for each phase of the work. */
function partOf(play: Play, task: PlayTask, { unit: { body }, round }: { unit: Unit; round: number }): Part {
  const { draws, habits } = play
  const { phases } = habits.breakDown
  const phase = phases[round % phases.length] ?? ''
  const again = round < phases.length ? '' : `（${Math.floor(round / phases.length) + 1}）`
  const drawn = addDays(play.today, draws.whole(...habits.breakDown.termDays, 'term', task.name, body.key, round))
  const due = task.due !== null && drawn > task.due ? task.due : drawn
  return {
    id: draws.id('part', task.name, body.key, round),
    title: `${body.short}${phase}：${task.title}${again}`,
    leads: [{ name: body.short, bodyId: body.id }],
    supports: [],
    dates: [{ phrase: `${monthOf(due)}月${dayOfMonth(due)}日前`, due }],
    targets: [],
  }
}
