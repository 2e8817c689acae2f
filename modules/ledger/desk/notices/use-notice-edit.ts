import { useMe, useRemembered } from '@guangyue/platform/ui/desk'
import type { Content, Notice } from './shapes.ts'

export interface NoticeText {
  readonly series: string
  readonly content: Content
}

interface Kept extends NoticeText {
  /** The version that was read when typing began. */
  readonly version: number
}

/** What is typed into a notice, kept in this browser for its account until it is saved or given up. */
export function useNoticeEdit(notice: Notice) {
  const { account } = useMe()
  const [kept, keep] = useRemembered<Kept | null>(`notice.${account.id}.${notice.id}`, null)
  const saved: NoticeText = { series: notice.series, content: notice.content }
  const text: NoticeText = kept === null ? saved : { series: kept.series, content: kept.content }
  const version = kept?.version ?? notice.version
  return {
    text,
    version,
    unsaved: kept !== null,
    change: (part: Partial<NoticeText>) => {
      const next = { ...text, ...part }
      keep(JSON.stringify(next) === JSON.stringify(saved) ? null : { ...next, version })
    },
    forget: () => keep(null),
  }
}

export type NoticeEditing = ReturnType<typeof useNoticeEdit>
