import type { LedgerDocument } from '../shapes.ts'

export type Release = LedgerDocument['release']

/** What the public sees in each case; said before it is decided. */
export const releaseSees = {
  nothing: '公众页面只有文件原文，看不到任务和进展。',
  tracked: '每一条下面显示拆出的任务、牵头和责任单位、时限；不显示办到哪一步。',
  progress: '在任务之外，还显示灯色、办理状态和办结情况。',
} as const satisfies Record<Release, string>

export const releaseSteps = ['nothing', 'tracked', 'progress'] as const

/** Whether a change takes something away that the public could see. */
export function withdraws(from: Release, to: Release): boolean {
  return releaseSteps.indexOf(to) < releaseSteps.indexOf(from)
}
