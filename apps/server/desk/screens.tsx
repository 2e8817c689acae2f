import type { ComponentType } from 'react'

/** Groups of the side bar, in their order; the first has no heading. */
export const groups = ['work', 'publish', 'manage'] as const
export type Group = (typeof groups)[number]

export const groupLabels = { work: null, publish: '公报与公开', manage: '管理' } as const satisfies Record<
  Group,
  string | null
>

/** A screen of the desk. Its file exports `Screen`, and is loaded when somebody goes there. */
export interface DeskScreen {
  /** Below `/desk/`, with `:name` places: `ledger/tasks/:taskId`. The workbench is ``. */
  readonly path: string
  /** How the side bar calls it, or what it is. */
  readonly label: string
  /** Where it stands in the side bar; screens of one thing (`/:id`) have none. */
  readonly group?: Group
  /** The action that whoever comes here must be granted; anyone signed in, unless said. */
  readonly may?: string
  readonly load: () => Promise<{ readonly Screen: ComponentType }>
}

/** Every screen, in the order of the side bar. A screen is added by one line here. */
export const screens: readonly DeskScreen[] = [
  {
    path: '',
    label: '工作台',
    group: 'work',
    load: () => import('@guangyue/modules/ledger/desk/home/home-screen.tsx'),
  },
  {
    path: 'ledger',
    label: '工作台账',
    group: 'work',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/board/board-screen.tsx'),
  },
  {
    path: 'ledger/tasks/:id',
    label: '任务',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/task/task-screen.tsx'),
  },
  {
    path: 'ledger/review',
    label: '核对草稿',
    may: 'ledger.draft',
    load: () => import('@guangyue/modules/ledger/desk/review/review-screen.tsx'),
  },
  {
    path: 'ledger/review/:document',
    label: '核对草稿',
    may: 'ledger.draft',
    load: () => import('@guangyue/modules/ledger/desk/review/review-screen.tsx'),
  },
  {
    path: 'ledger/import',
    label: '从表格导入',
    may: 'ledger.draft',
    load: () => import('@guangyue/modules/ledger/desk/sheets/import-screen.tsx'),
  },
  {
    path: 'ledger/return',
    label: '导回核对',
    may: 'ledger.confirm',
    load: () => import('@guangyue/modules/ledger/desk/sheets/return-screen.tsx'),
  },
  {
    path: 'ledger/hand',
    label: '手工登记',
    may: 'ledger.draft',
    load: () => import('@guangyue/modules/ledger/desk/hand/hand-screen.tsx'),
  },
  {
    path: 'release',
    label: '公开范围',
    group: 'publish',
    may: 'ledger.release',
    load: () => import('@guangyue/modules/ledger/desk/release/release-screen.tsx'),
  },
]
