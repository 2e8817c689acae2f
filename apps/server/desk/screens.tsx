import type { Me } from '@guangyue/platform/ui/desk'
import type { ComponentType } from 'react'
import { caseScreens } from './case-screens.ts'

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
  /** The entry of the side bar that it belongs to, where its address does not say so. */
  readonly under?: string
  /** The action that whoever comes here must be granted; anyone signed in, unless said. */
  readonly may?: string
  /** Where else it depends on the city: everywhere, unless said. */
  readonly when?: (me: Me) => boolean
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
    path: 'ledger/requests',
    label: '分解与延期审批',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/requests/requests-screen.tsx'),
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
    path: 'ledger/lists',
    label: '三清单',
    group: 'work',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/lists/lists-screen.tsx'),
  },
  {
    path: 'ledger/problems/:id',
    label: '问题',
    under: 'ledger/lists',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/lists/problem-screen.tsx'),
  },
  {
    path: 'ledger/inspections',
    label: '督查活动',
    group: 'work',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/inspections/inspections-screen.tsx'),
  },
  {
    path: 'ledger/inspections/:id',
    label: '督查活动',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/inspections/inspection-screen.tsx'),
  },
  {
    path: 'ledger/inspections/list',
    label: '督导清单',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/inspections/print-screen.tsx'),
  },
  {
    path: 'ledger/inspections/findings/:id',
    label: '督查发现',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/inspections/finding-screen.tsx'),
  },
  {
    path: 'ledger/dispatch',
    label: '月调度',
    group: 'work',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/dispatch/dispatch-screen.tsx'),
  },
  {
    path: 'ledger/dispatch/schemes',
    label: '调度安排',
    may: 'ledger.dispatch',
    load: () => import('@guangyue/modules/ledger/desk/dispatch/schemes-screen.tsx'),
  },
  {
    path: 'ledger/reports/:id',
    label: '报告',
    under: 'ledger/dispatch',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/dispatch/report-screen.tsx'),
  },
  {
    path: 'ledger/notices',
    label: '督办与通报',
    group: 'work',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/notices/notices-screen.tsx'),
  },
  {
    path: 'ledger/notices/:id',
    label: '督办与通报',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/notices/notice-screen.tsx'),
  },
  {
    path: 'ledger/metrics',
    label: '量化指标',
    group: 'work',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/metrics/metrics-screen.tsx'),
  },
  {
    path: 'ledger/metrics/sheet',
    label: '用表格填报',
    may: 'ledger.act',
    load: () => import('@guangyue/modules/ledger/desk/metrics/sheet-screen.tsx'),
  },
  {
    path: 'ledger/metrics/:id',
    label: '量化指标',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/metrics/metric-screen.tsx'),
  },
  {
    path: 'ledger/overview',
    label: '全局',
    group: 'work',
    may: 'ledger.oversee',
    load: () => import('@guangyue/modules/ledger/desk/overview/overview-screen.tsx'),
  },
  {
    path: 'ledger/indicators',
    label: '指标与总指挥',
    group: 'work',
    may: 'ledger.oversee',
    load: () => import('@guangyue/modules/ledger/desk/overview/indicators-screen.tsx'),
  },
  {
    path: 'ledger/indicators/:key',
    label: '指标',
    may: 'ledger.oversee',
    load: () => import('@guangyue/modules/ledger/desk/overview/indicator-screen.tsx'),
  },
  {
    path: 'ledger/scores',
    label: '考评',
    group: 'work',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/scores/scores-screen.tsx'),
  },
  {
    path: 'ledger/scores/rules',
    label: '考评规则',
    may: 'ledger.read',
    load: () => import('@guangyue/modules/ledger/desk/scores/rules-screen.tsx'),
  },
  {
    path: 'ledger/scores/ranks',
    label: '省评名次',
    may: 'ledger.score',
    load: () => import('@guangyue/modules/ledger/desk/scores/ranks-screen.tsx'),
  },
  {
    path: 'services',
    label: '事项库',
    group: 'work',
    may: 'catalogue.read',
    load: () => import('@guangyue/modules/catalogue/desk/services-screen.tsx'),
  },
  {
    path: 'services/:code',
    label: '事项',
    may: 'catalogue.read',
    load: () => import('@guangyue/modules/catalogue/desk/service-screen.tsx'),
  },
  ...caseScreens,
  {
    path: 'follows',
    label: '我的关注',
    group: 'work',
    load: () => import('@guangyue/modules/ledger/desk/follows/follows-screen.tsx'),
  },
  {
    path: 'ledger/charges',
    label: '分管与总指挥',
    group: 'manage',
    may: 'ledger.charge',
    load: () => import('@guangyue/modules/ledger/desk/charges/charges-screen.tsx'),
  },
  {
    path: 'gazette/import',
    label: '导入公报',
    group: 'publish',
    may: 'gazette.import',
    load: () => import('@guangyue/modules/gazette/desk/import-screen.tsx'),
  },
  {
    path: 'gazette/imports/:id',
    label: '导入',
    may: 'gazette.import',
    load: () => import('@guangyue/modules/gazette/desk/import-progress-screen.tsx'),
  },
  {
    path: 'gazette',
    label: '公报与文件',
    group: 'publish',
    may: 'gazette.read',
    load: () => import('@guangyue/modules/gazette/desk/records-screen.tsx'),
  },
  {
    path: 'gazette/documents/:id',
    label: '文件',
    may: 'gazette.read',
    load: () => import('@guangyue/modules/gazette/desk/document-screen.tsx'),
  },
  {
    path: 'gazette/officials',
    label: '任免登记',
    group: 'publish',
    may: 'gazette.read',
    load: () => import('@guangyue/modules/gazette/desk/officials/officials-screen.tsx'),
  },
  {
    path: 'gazette/manuscripts',
    label: '待刊文件',
    group: 'publish',
    may: 'gazette.review-issue',
    load: () => import('@guangyue/modules/gazette/desk/compose/manuscripts-screen.tsx'),
  },
  {
    path: 'gazette/manuscripts/:id',
    label: '待刊文件',
    may: 'gazette.review-issue',
    load: () => import('@guangyue/modules/gazette/desk/compose/manuscript-screen.tsx'),
  },
  {
    path: 'gazette/compose',
    label: '编辑公报',
    group: 'publish',
    may: 'gazette.review-issue',
    load: () => import('@guangyue/modules/gazette/desk/compose/issues-screen.tsx'),
  },
  {
    path: 'gazette/compose/:id',
    label: '编辑公报',
    may: 'gazette.review-issue',
    load: () => import('@guangyue/modules/gazette/desk/compose/issue-screen.tsx'),
  },
  {
    path: 'release',
    label: '公开范围',
    group: 'publish',
    may: 'ledger.release',
    load: () => import('@guangyue/modules/ledger/desk/release/release-screen.tsx'),
  },
  { path: 'inbox', label: '消息', load: () => import('@guangyue/modules/identity/desk/inbox-screen.tsx') },
  { path: 'me', label: '本人账号', load: () => import('@guangyue/modules/identity/desk/me-screen.tsx') },
  {
    path: 'admin/accounts',
    label: '账号',
    group: 'manage',
    may: 'identity.manage-accounts',
    load: () => import('@guangyue/modules/identity/desk/accounts-screen.tsx'),
  },
  {
    path: 'admin/bodies',
    label: '单位与职务',
    group: 'manage',
    may: 'organisations.edit',
    load: () => import('@guangyue/modules/organisations/desk/bodies-screen.tsx'),
  },
  {
    path: 'admin/messages',
    label: '消息模板与投递',
    group: 'manage',
    may: 'identity.edit-templates',
    load: () => import('@guangyue/modules/identity/desk/messages-screen.tsx'),
  },
  {
    path: 'admin/audit',
    label: '审计',
    group: 'manage',
    may: 'identity.read-audit',
    load: () => import('@guangyue/modules/identity/desk/audit-screen.tsx'),
  },
  {
    path: 'admin/jobs',
    label: '后台处理',
    group: 'manage',
    may: 'server.mend-jobs',
    load: () => import('./jobs-screen.tsx'),
  },
  {
    path: 'admin/cities',
    label: '城市',
    group: 'manage',
    may: 'server.create-city',
    when: ({ city }) => city.first,
    load: () => import('./cities-screen.tsx'),
  },
  {
    path: 'admin/time',
    label: '演示时间',
    group: 'manage',
    may: 'server.move-time',
    when: ({ demo }) => demo,
    load: () => import('./time-screen.tsx'),
  },
]
