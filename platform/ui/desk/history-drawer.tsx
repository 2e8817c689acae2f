import type { UseQueryResult } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { Empty } from '../notice.tsx'
import { Timeline, type TimelineEntry } from '../timeline.tsx'
import { Loaded } from './states.tsx'

interface HistoryDrawerProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  /** Newest first. */
  readonly query: UseQueryResult<readonly TimelineEntry[]>
}

/** What has been done to one thing, by whom and when. */
export function HistoryDrawer({ title, open, onClose, query }: HistoryDrawerProps) {
  return (
    <Drawer title={title} open={open} onClose={onClose} size={440} closable={{ 'aria-label': '关闭' }}>
      <Loaded query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty title="还没有记录">有人修改后，这里按时间列出。</Empty>
          ) : (
            <Timeline entries={entries} />
          )
        }
      </Loaded>
    </Drawer>
  )
}
