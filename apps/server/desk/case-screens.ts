import type { DeskScreen } from './screens.tsx'

/** Applying, the window, the queue of cases and what waits for whom. */
export const caseScreens: readonly DeskScreen[] = [
  {
    path: 'cases',
    label: '办件',
    group: 'work',
    may: 'cases.handle',
    load: () => import('@guangyue/modules/cases/desk/cases-screen.tsx'),
  },
  {
    path: 'cases/loads',
    label: '办件负荷',
    group: 'work',
    may: 'cases.oversee',
    load: () => import('@guangyue/modules/cases/desk/loads-screen.tsx'),
  },
  {
    path: 'cases/:id',
    label: '办件',
    may: 'cases.handle',
    load: () => import('@guangyue/modules/cases/desk/case-screen.tsx'),
  },
  {
    path: 'cases/:id/supplement',
    label: '补交材料',
    load: () => import('@guangyue/modules/cases/desk/supplement-screen.tsx'),
  },
  {
    path: 'window',
    label: '窗口收件',
    group: 'work',
    may: 'cases.take-in',
    load: () => import('@guangyue/modules/cases/desk/window-screen.tsx'),
  },
  {
    path: 'window/:code',
    label: '窗口收件',
    may: 'cases.take-in',
    load: () => import('@guangyue/modules/cases/desk/take-in-screen.tsx'),
  },
  {
    path: 'apply/:code',
    label: '在线办理',
    load: () => import('@guangyue/modules/cases/desk/apply-screen.tsx'),
  },
]
