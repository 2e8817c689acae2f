import type { App } from '@guangyue/platform/http'
import {
  addByHandEndpoint,
  breakDownTaskEndpoint,
  editTaskEndpoint,
  getTaskEndpoint,
  groupTasksEndpoint,
  listTasksEndpoint,
  listViewsEndpoint,
  mergeTasksEndpoint,
  reachMilestoneEndpoint,
  removeViewEndpoint,
  saveViewEndpoint,
  splitTaskEndpoint,
  takeStepEndpoint,
  taskColumnsEndpoint,
  taskMonthEndpoint,
  workbenchEndpoint,
} from '../api.ts'
import { columnsOfTasks, groupsOfTasks, monthOfTasks } from '../service/board-views.ts'
import { breakDown } from '../service/break-down.ts'
import { addByHand } from '../service/by-hand.ts'
import { editTask } from '../service/edit-task.ts'
import { mergeTasks, splitTask } from '../service/split-and-merge.ts'
import { reachMilestone, takeStep } from '../service/take-step.ts'
import { pageOfTasks, taskView } from '../service/task-view.ts'
import { removeView, savedViews, saveView } from '../service/views.ts'
import { workbench } from '../service/workbench.ts'

/** Tasks: lists, one task, the steps on it, and setting one up by hand. */
export function taskRoutes(app: App): void {
  app.serve(listTasksEndpoint, (ctx, { query: { by, key, ...query } }) =>
    pageOfTasks(ctx, { ...filterOf(query), ...(by && { inGroup: { by, key: key ?? '' } }) }),
  )
  app.serve(groupTasksEndpoint, (ctx, { query }) => groupsOfTasks(ctx, filterOf(query)))
  app.serve(taskColumnsEndpoint, (ctx, { query }) => columnsOfTasks(ctx, filterOf(query)))
  app.serve(taskMonthEndpoint, (ctx, { query }) => monthOfTasks(ctx, filterOf(query)))
  app.serve(getTaskEndpoint, (ctx, { params }) => taskView(ctx, params.id))
  app.serve(takeStepEndpoint, async (ctx, { params, body }) => {
    const { version, state } = await takeStep(ctx, { ...params, ...body })
    return { version, state: state as Exclude<typeof state, 'draft'> }
  })
  app.serve(reachMilestoneEndpoint, (ctx, { params, body }) => reachMilestone(ctx, { ...params, ...body }))
  app.serve(editTaskEndpoint, (ctx, { params, body }) => editTask(ctx, { ...params, ...body }))
  app.serve(breakDownTaskEndpoint, (ctx, { params, body }) => breakDown(ctx, { ...params, ...body }))
  app.serve(mergeTasksEndpoint, (ctx, { params, body }) => mergeTasks(ctx, { ...params, ...body }))
  app.serve(splitTaskEndpoint, (ctx, { params, body }) => splitTask(ctx, { ...params, ...body }))
  app.serve(addByHandEndpoint, (ctx, { body }) => addByHand(ctx, body))
  app.serve(listViewsEndpoint, (ctx) => savedViews(ctx))
  app.serve(saveViewEndpoint, (ctx, { params, body }) => saveView(ctx, { ...params, ...body }))
  app.serve(removeViewEndpoint, (ctx, { params }) => removeView(ctx, params.id))
  app.serve(workbenchEndpoint, (ctx) => workbench(ctx))
}

/** What an address asks, as services name it. */
function filterOf<Query extends { document?: string; issue?: string; body?: string }>({
  document,
  issue,
  body,
  ...query
}: Query) {
  return { ...query, documentId: document, issueId: issue, bodyId: body }
}
