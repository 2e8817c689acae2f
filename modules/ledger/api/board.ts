import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { day, figures, id, idParams } from './shapes.ts'
import { grouping, taskFilter, taskItem } from './tasks.ts'

/** The four views of the same tasks. */
export const viewKind = z.enum(['table', 'board', 'calendar', 'timeline'])

/** What stands in the board's address and is kept as a view. */
export const boardQuery = taskFilter.extend({
  show: viewKind.default('table'),
  group: grouping.optional(),
  /** What the columns of the board are. */
  columns: z.enum(['light', 'state']).default('light'),
})

/** A group of tasks with its figures by light. */
export const taskGroup = z.object({
  /** Asks for the tasks of the group; empty for those that belong to none. */
  key: z.string(),
  name: z.string(),
  figures,
})

export const groupTasksEndpoint = endpoint({
  id: 'groupLedgerTasks',
  method: 'GET',
  path: '/api/ledger/tasks/groups',
  may: 'ledger.read',
  keep: 'per-unit',
  summary: '任务分组：按文件、章节、牵头单位、县区、指标或到期月份，各组总数与灯色',
  query: taskFilter.extend({ by: grouping }),
  reply: z.object({
    items: z.array(taskGroup),
  }),
})

export const taskColumnsEndpoint = endpoint({
  id: 'ledgerTaskColumns',
  method: 'GET',
  path: '/api/ledger/tasks/columns',
  may: 'ledger.read',
  keep: 'per-unit',
  summary: '任务看板：按灯色或办理状态分列，每列总数与先到期的几项',
  query: taskFilter.extend({ columns: z.enum(['light', 'state']).default('light') }),
  reply: z.object({
    figures,
    columns: z.array(z.object({ key: z.string(), total: z.int(), items: z.array(taskItem) })),
  }),
})

export const taskMonthEndpoint = endpoint({
  id: 'ledgerTaskMonth',
  method: 'GET',
  path: '/api/ledger/tasks/month',
  may: 'ledger.read',
  keep: 'per-unit',
  summary: '任务月历：每天到期的任务，工作日按国务院办公厅放假通知',
  query: taskFilter.extend({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2021-07') }),
  reply: z.object({
    figures,
    /** Whole weeks from Monday that hold the month. */
    days: z.array(
      z.object({
        day,
        works: z.boolean(),
        kind: z.enum(['weekday', 'weekend', 'holiday', 'make-up']),
        total: z.int(),
        /** The first of them. */
        items: z.array(taskItem),
      }),
    ),
    /** Tasks of the filter without any day. */
    undated: z.int(),
  }),
})

const view = z.object({ id, name: z.string().trim().min(1).max(40), query: boardQuery.partial() })

export const listViewsEndpoint = endpoint({
  id: 'listLedgerViews',
  method: 'GET',
  path: '/api/ledger/views',
  may: 'ledger.read',
  summary: '我存下的视图，与督查室共享的视图',
  reply: z.object({
    items: z.array(
      view.extend({
        /** Everyone who reads the ledger sees it, each with the tasks that they may see. */
        shared: z.boolean(),
        mayRemove: z.boolean(),
      }),
    ),
  }),
})

export const saveViewEndpoint = endpoint({
  id: 'saveLedgerView',
  method: 'PUT',
  path: '/api/ledger/views/:id',
  may: 'ledger.read',
  summary: '把筛选条件和显示方式存为视图；督查室可以共享给所有人',
  params: idParams,
  body: view.omit({ id: true }).extend({ shared: z.boolean().default(false) }),
  reply: z.object({ id }),
})

export const removeViewEndpoint = endpoint({
  id: 'removeLedgerView',
  method: 'DELETE',
  path: '/api/ledger/views/:id',
  may: 'ledger.read',
  summary: '删去一个视图；共享的视图督查室可以删去',
  params: idParams,
  status: 204,
  reply: z.unknown(),
})
