import { Tabs } from '@guangyue/platform/ui'
import { ErrorNotice, useAct, useMay } from '@guangyue/platform/ui/desk'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { listViewsEndpoint, removeViewEndpoint, saveViewEndpoint } from '../../api.ts'
import { lightWords } from '../words.ts'
import { boardHref, views as kinds, sameFilter, withPart } from './board-filter.ts'
import type { Board } from './use-board.ts'

const lights = ['red', 'yellow', 'green', 'none', 'paused', 'done'] as const

/** The lights with their figures, then the views that this person has kept. */
export function BoardTabs({ board: { filter, figures, views } }: { readonly board: Board }) {
  const [naming, setNaming] = useState(false)
  const remove = useAct(removeViewEndpoint, { refreshes: [listViewsEndpoint] })
  const kept = views.find((view) => sameFilter(view.query, { ...filter, month: undefined }))
  const plain = withPart(filter, { light: undefined })
  return (
    <div className="boardtabs">
      <Tabs
        label="灯色与视图"
        tabs={[
          { href: boardHref(plain), label: '全部', count: figures?.all, current: filter.light === undefined && !kept },
          ...lights
            .filter((light) => filter.light === light || (figures?.[light] ?? 0) > 0)
            .map((light) => ({
              href: boardHref({ ...plain, light }),
              label: lightWords[light],
              count: figures?.[light],
              current: filter.light === light && !kept,
            })),
          ...views.map(({ id, name, query, shared }) => ({
            href: `${boardHref(query)}${boardHref(query).includes('?') ? '&' : '?'}view=${id}`,
            label: shared ? `${name}（共享）` : name,
            current: id === kept?.id,
          })),
        ]}
      />
      {kept?.mayRemove && (
        <Button type="link" size="small" onClick={() => remove.mutate({ params: { id: kept.id } })}>
          删去视图“{kept.name}”
        </Button>
      )}
      {!kept && (
        <Button type="link" size="small" onClick={() => setNaming(true)}>
          ＋ 存为视图
        </Button>
      )}
      <nav className="viewkinds" aria-label="显示方式">
        {kinds.map(({ value, label }) => (
          <a
            key={value}
            href={boardHref({ ...filter, show: value })}
            aria-current={(filter.show ?? 'table') === value ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <ErrorNotice error={remove.error} />
      {naming && <NameView filter={filter} onClose={() => setNaming(false)} />}
    </div>
  )
}

function NameView({ filter, onClose }: { readonly filter: Board['filter']; readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const [shared, share] = useState(false)
  const [id] = useState(() => crypto.randomUUID())
  const mayShare = useMay('ledger.confirm')
  const save = useAct(saveViewEndpoint, { refreshes: [listViewsEndpoint], onDone: onClose })
  const { month: _, ...query } = filter
  const keep = () => save.mutate({ params: { id }, body: { name, query, shared } })
  return (
    <Modal
      open
      title="把现在的条件和显示方式存为视图"
      okText="存下"
      cancelText="取消"
      okButtonProps={{ disabled: name.trim() === '', loading: save.isPending }}
      onOk={keep}
      onCancel={onClose}
    >
      <div className="stack">
        <label htmlFor="view-name">名称</label>
        <Input
          id="view-name"
          autoFocus
          maxLength={40}
          value={name}
          placeholder="如 本月到期的营商环境任务"
          onChange={(event) => setName(event.target.value)}
          onPressEnter={keep}
        />
        {mayShare && (
          <Checkbox checked={shared} onChange={(event) => share(event.target.checked)}>
            共享给所有能看台账的人（各人只见自己可见的任务）
          </Checkbox>
        )}
        <ErrorNotice error={save.error} />
      </div>
    </Modal>
  )
}
