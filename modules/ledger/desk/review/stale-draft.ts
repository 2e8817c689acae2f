import type { DraftTask } from '../shapes.ts'
import { type EditTask, editOf, shownDate } from '../task-edit.ts'

/** Draft tasks by identity, so that two versions can be laid side by side task by task. */
export function tasksByKey(tasks: readonly EditTask[]): Readonly<Record<string, EditTask>> {
  return Object.fromEntries(tasks.map((task) => [task.id, task]))
}

/** What the server holds now, in the same shape. */
export function currentByKey(tasks: readonly DraftTask[]): Readonly<Record<string, EditTask>> {
  return tasksByKey(tasks.map(editOf))
}

/** One row for each task that either side has, in the order of mine, then theirs. */
export function staleFields(
  yours: Readonly<Record<string, EditTask>>,
  current: Readonly<Record<string, EditTask>>,
): readonly { readonly key: string; readonly label: string }[] {
  const keys = [...new Set([...Object.keys(yours), ...Object.keys(current)])]
  return keys.map((key, at) => ({ key, label: `第 ${at + 1} 项任务` }))
}

/** What was chosen, without tasks that the chosen side does not have. */
export function chosenTasks(chosen: Readonly<Record<string, unknown>>): readonly EditTask[] {
  return Object.values(chosen).filter((task): task is EditTask => task !== null && task !== undefined)
}

/** A task in a few lines of words, to compare. */
export function taskInWords(task: EditTask): readonly string[] {
  return [
    task.title,
    `牵头：${task.leads.join('、') || '未定'}`,
    `责任：${task.supports.join('、') || '无'}`,
    `时限：${task.dates.map((date) => date.typed || (date.from ? shownDate(date.from) : '')).join('、') || '未定'}`,
    ...task.targets.map((target) => `目标：${target.metric} ${target.op} ${target.value}${target.unit}`),
  ]
}
