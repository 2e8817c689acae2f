import { addDays, type PlainDate } from '@guangyue/kernel/calendar'
import type { Step } from '../model/steps.ts'
import { reachMilestone, takeStep } from '../service/take-step.ts'
import type { Person } from './cast.ts'
import { endOf, fillIn } from './pace.ts'
import type { Play } from './play.ts'
import { listEarlierDates, type PlayTask } from './store.ts'

/** What a day brings to each task: begun, a date kept, more time asked, done, verified by another unit, closed. */
export async function stepTasks(play: Play, tasks: readonly PlayTask[]): Promise<void> {
  const reached = await reachDates(play, tasks)
  for (const task of tasks) {
    if (reached.has(task.id)) continue
    const next = nextStep(play, task)
    if (!next) continue
    const { id, version } = task
    const input = { id, version, step: next.step, words: next.words ?? '', due: next.due ?? null }
    await play.stage.attempt(() => takeStep(play.as(next.by, next.clock), input))
  }
}

interface Next {
  readonly step: Step
  readonly by: Person
  readonly clock: string
  readonly words?: string
  readonly due?: string
}

function nextStep(play: Play, task: PlayTask): Next | undefined {
  const lead = play.cast.units.get(task.leadId)
  if (!lead) return undefined
  if (task.state === 'proposed') return approved(play, task)
  if (task.state === 'reported') return verified(play, task)
  if (task.state === 'verified') return after(play, task, [1, 4]) ? office(play, 'close') : undefined
  if (task.state === 'suspended') {
    const words = '暂停的原因已经消除'
    return after(play, task, [30, 60]) ? { ...office(play, 'resume'), words } : undefined
  }
  if (task.askedOn !== null) return answered(play, task)
  return steered(play, task) ?? led(play, task, lead.officer)
}

/** The office answers a part that is later than its task. */
function approved(play: Play, task: PlayTask): Next | undefined {
  if (!after(play, task, [1, 4])) return undefined
  return play.draws.share('refused', task.name) < play.habits.tasks.refused
    ? { ...office(play, 'refuse-part'), words: '应与上级任务同步完成' }
    : { ...office(play, 'approve-part'), words: '理由充分，同意' }
}

/** The office suspends or cancels the few that a change of plan concerns. */
function steered(play: Play, task: PlayTask): Next | undefined {
  const { draws, habits, today } = play
  const on = addDays(task.assignedOn, draws.whole(25, 110, 'steered', task.name))
  if (today < on || task.state === 'returned' || task.openParts > 0 || today > addDays(on, 4)) return undefined
  const drawn = draws.share('steered', task.name)
  if (drawn < habits.tasks.cancelled) {
    return { ...office(play, 'cancel'), words: draws.pick(habits.words.cancelled, 'cancelled', task.name) }
  }
  if (drawn >= habits.tasks.cancelled + habits.tasks.suspended) return undefined
  return { ...office(play, 'suspend'), words: draws.pick(habits.words.suspended, 'suspended', task.name) }
}

function led(play: Play, task: PlayTask, by: Person): Next | undefined {
  const { draws, habits, today } = play
  const ends =
    task.state === 'returned' ? addDays(task.changedOn, draws.whole(2, 6, 'again', task.name)) : endOf(play, task)
  if (ends !== null && today >= ends && task.openParts === 0) {
    const count = draws.whole(3, 48, 'finished', task.name)
    const words = fillIn(draws.pick(habits.words.finished, 'finished', task.name), { count })
    return { step: 'report', by, clock: '16:40', words }
  }
  const asks = extension(play, task)
  if (asks) return { step: 'ask-extension', by, clock: '16:50', ...asks }
  const begins = addDays(task.assignedOn, draws.whole(1, 9, 'begin', task.name))
  if (task.state === 'assigned' && today >= begins) return { step: 'start', by, clock: '09:45' }
  return undefined
}

function extension(play: Play, task: PlayTask): { due: string; words: string } | undefined {
  const { draws, habits, today } = play
  if (task.due === null || task.extendedOnce || task.state === 'returned') return undefined
  if (draws.share('extension', task.name, task.due) >= habits.tasks.extended) return undefined
  const asksOn = addDays(task.due, -draws.whole(4, 10, 'asks', task.name))
  if (today < asksOn || today > addDays(asksOn, 3)) return undefined
  const due = addDays(task.due, draws.whole(...habits.tasks.extensionDays, 'longer', task.name))
  return { due, words: draws.pick(habits.words.extension, 'extension', task.name) }
}

function answered(play: Play, task: PlayTask): Next | undefined {
  const { draws, habits, today } = play
  if (task.askedOn === null || today < addDays(task.askedOn, draws.whole(1, 4, 'answered', task.name))) return undefined
  const refused = draws.share('refused', task.name) < habits.tasks.refused
  return refused
    ? { ...office(play, 'refuse-extension'), words: '时限由文件规定，请克服困难按期完成' }
    : { ...office(play, 'grant-extension'), words: '情况属实，同意延期' }
}

/** The lead of the task above verifies a part, the office any other, a leader what the office leads. */
function verified(play: Play, task: PlayTask): Next | undefined {
  const { draws, habits, cast } = play
  if (!after(play, task, [1, 5])) return undefined
  const { writer, reviewer, leader, units } = cast
  const above = units.get(task.aboveId ?? '')
  const by = [above?.officer, writer, reviewer, leader].find((one) => one?.bodyId && !task.leadIds.includes(one.bodyId))
  if (!by) return undefined
  const poor = task.returns === 0 && draws.share('sent-back', task.name) < habits.tasks.returned
  const words = draws.pick(habits.words.returned, 'sent-back', task.name)
  return poor
    ? { step: 'return', by, clock: '11:00', words }
    : { step: 'verify', by, clock: '11:00', words: '已核对材料，符合要求' }
}

function after(play: Play, task: PlayTask, [from, to]: readonly [number, number]): boolean {
  return play.today >= addDays(task.changedOn, play.draws.whole(from, to, task.state, task.name))
}

function office(play: Play, step: Step): Next {
  return { step, by: play.cast.writer, clock: '15:30' }
}

/** Leads keep most of a task's earlier dates, and say so. Gives the tasks that were touched. */
async function reachDates(play: Play, tasks: readonly PlayTask[]): Promise<ReadonlySet<string>> {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const touched = new Set<string>()
  for (const { id, taskId, due } of await listEarlierDates(play.db, addDays(play.today, 12))) {
    const task = byId.get(taskId)
    const lead = play.cast.units.get(task?.leadId ?? '')
    if (!task || !lead || touched.has(taskId) || play.today < keptOn(play, task, due)) continue
    const input = { id: taskId, milestone: id, version: task.version, words: '节点任务已完成' }
    await play.stage.attempt(() => reachMilestone(play.as(lead.officer, '16:20'), input))
    touched.add(taskId)
  }
  return touched
}

function keptOn({ draws }: Play, { name }: PlayTask, due: PlainDate): PlainDate {
  const late = draws.share('kept', name, due) < 0.12
  return addDays(due, late ? draws.whole(5, 30, 'kept', name, due) : -draws.whole(0, 9, 'kept', name, due))
}
