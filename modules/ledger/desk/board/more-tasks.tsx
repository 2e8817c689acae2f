import { Button } from 'antd'
import type { TaskPages } from './use-board.ts'

/** How many of the tasks stand above, and the next fifty. */
export function MoreTasks({ pages }: { readonly pages: TaskPages }) {
  const shown = pages.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0
  if (shown === 0) return null
  return (
    <p className="pages">
      <span>
        已列出 {shown} 项{pages.hasNextPage && '，下面还有'}
      </span>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          再列 50 项
        </Button>
      )}
    </p>
  )
}
