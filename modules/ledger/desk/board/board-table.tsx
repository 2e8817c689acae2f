import { SavedTable, useMay, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { TaskItem } from '../shapes.ts'
import { DueCell, StateTag, TaskCard, TaskLight, TaskTitle } from '../task-row.tsx'
import { leadsWord } from '../words.ts'

interface BoardTableProps {
  readonly items: readonly TaskItem[]
  readonly waiting: boolean
  readonly narrowed: boolean
  readonly onClear: () => void
  readonly toolbar?: ReactNode
}

/** Tasks as rows; on a telephone as cards. */
export function BoardTable({ items, waiting, narrowed, onClear, toolbar }: BoardTableProps) {
  const { today } = useMe()
  const drafts = useMay('ledger.draft')
  return (
    <SavedTable<TaskItem>
      name="ledger.board"
      rows={items}
      keyOf={({ id }) => id}
      waiting={waiting}
      toolbar={toolbar}
      columns={[
        { key: 'light', title: '状态', width: 112, fixed: true, cell: (task) => <TaskLight task={task} /> },
        { key: 'title', title: '任务与出处', fixed: true, cell: (task) => <TaskTitle task={task} /> },
        { key: 'leads', title: '牵头', cell: ({ leads }) => leadsWord(leads) || '未定' },
        {
          key: 'supports',
          title: '责任',
          width: 64,
          align: 'right',
          cell: ({ supports }) => (supports === 0 ? '—' : supports),
        },
        { key: 'due', title: '时限', cell: (task) => <DueCell task={task} today={today} /> },
        { key: 'phrase', title: '原文时限', hidden: true, cell: ({ duePhrase }) => duePhrase ?? '—' },
        { key: 'state', title: '办理', cell: (task) => <StateTag task={task} /> },
        { key: 'document', title: '文件', hidden: true, cell: ({ cite }) => cite.document },
      ]}
      card={(task) => <TaskCard task={task} today={today} />}
      empty={
        narrowed
          ? {
              title: '没有符合条件的任务',
              todo: (
                <p>
                  <Button onClick={onClear}>清除条件</Button>
                </p>
              ),
            }
          : {
              title: '台账里还没有任务',
              todo: drafts ? (
                <p>
                  草稿确认后，任务会列在这里。<a href="/desk/ledger/review">去核对草稿</a>，或
                  <a href="/desk/ledger/import">从表格导入</a>、<a href="/desk/ledger/hand">手工登记</a>。
                </p>
              ) : (
                <p>任务分到本单位后会列在这里。</p>
              ),
            }
      }
    />
  )
}
