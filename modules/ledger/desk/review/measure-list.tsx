import { dayText, Empty, Light } from '@guangyue/platform/ui'
import { Button, Drawer, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { DraftItem } from '../shapes.ts'
import { leadsWord } from '../words.ts'
import { clauseOf } from './source-pane.tsx'
import type { Show } from './use-scope.ts'

interface MeasureListProps {
  readonly items: readonly DraftItem[]
  readonly current: string | null
  readonly show: Show
  readonly open: boolean
  readonly more: (() => void) | null
  readonly onShow: (show: Show) => void
  readonly onGo: (measure: string) => void
  readonly onClose: () => void
}

const shown = [
  { value: 'all', label: '全部' },
  { value: 'waiting', label: '待核' },
  { value: 'faulty', label: '有疑' },
  { value: 'confirmed', label: '已核' },
] as const

/** All measures of the scope in the order of the text, to go to one of them. Rows out of sight are not laid out. */
export function MeasureList({ items, current, show, open, more, onShow, onGo, onClose }: MeasureListProps) {
  const [text, setText] = useState('')
  const found = items.filter((item) => `${item.cite.label}${item.title}${item.leads.join()}`.includes(text.trim()))
  return (
    <Drawer
      title="措施清单"
      open={open}
      onClose={onClose}
      placement="left"
      size={420}
      closable={{ 'aria-label': '关闭' }}
    >
      <div className="stack">
        <Segmented<Show> block options={[...shown]} value={show} onChange={onShow} aria-label="看哪些" />
        <Input.Search
          allowClear
          value={text}
          placeholder="条文、任务、牵头单位"
          aria-label="在清单中查找"
          onChange={(event) => setText(event.target.value)}
        />
        {found.length === 0 && <Empty title="没有符合的措施">换一个条件，或清空查找。</Empty>}
        <ul className="measurelist">
          {found.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                aria-current={item.id === current ? 'true' : undefined}
                onClick={() => {
                  onGo(item.id)
                  onClose()
                }}
              >
                <Row item={item} />
              </button>
            </li>
          ))}
        </ul>
        {more && <Button onClick={more}>再读 500 条</Button>}
      </div>
    </Drawer>
  )
}

function Row({ item }: { readonly item: DraftItem }) {
  return (
    <>
      <span className="row row--between">
        <span className="meta">{clauseOf(item.cite.label, item.cite.document)}</span>
        <StateOf item={item} />
      </span>
      <b className="song">{item.title}</b>
      <span className="meta">
        {leadsWord(item.leads) || '未定牵头'}　{item.nextDue === null ? '未定时限' : dayText(item.nextDue)}
        {item.tasks > 1 && `　${item.tasks} 项任务`}
      </span>
    </>
  )
}

function StateOf({ item: { state, faults } }: { readonly item: DraftItem }) {
  if (state === 'confirmed') return <Light state="done">已核</Light>
  return faults.length > 0 ? <Light state="near">有疑</Light> : <Light state="not-begun">待核</Light>
}
