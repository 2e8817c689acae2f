import { Tabs } from '@guangyue/platform/ui'
import { ErrorNotice, useAct } from '@guangyue/platform/ui/desk'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { listViewsEndpoint, removeViewEndpoint, saveViewEndpoint } from '../../api.ts'
import { lightWords } from '../words.ts'
import { boardHref, sameFilter, withPart } from './board-filter.ts'
import type { Board } from './use-board.ts'

const lights = ['red', 'yellow', 'green', 'none', 'paused', 'done'] as const

/** The lights with their figures, then the views that this person has kept. */
export function BoardTabs({ board: { filter, figures, views } }: { readonly board: Board }) {
  const [naming, setNaming] = useState(false)
  const remove = useAct(removeViewEndpoint, { refreshes: [listViewsEndpoint] })
  const kept = views.find((view) => sameFilter(view.query, filter))
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
          ...views.map(({ id, name, query }) => ({
            href: `${boardHref(query)}${boardHref(query).includes('?') ? '&' : '?'}view=${id}`,
            label: name,
            current: id === kept?.id,
          })),
        ]}
      />
      {kept ? (
        <Button type="link" size="small" onClick={() => remove.mutate({ params: { id: kept.id } })}>
          删去视图“{kept.name}”
        </Button>
      ) : (
        <Button type="link" size="small" onClick={() => setNaming(true)}>
          ＋ 存为视图
        </Button>
      )}
      <ErrorNotice error={remove.error} />
      {naming && <NameView filter={filter} onClose={() => setNaming(false)} />}
    </div>
  )
}

function NameView({ filter, onClose }: { readonly filter: Board['filter']; readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const [id] = useState(() => crypto.randomUUID())
  const save = useAct(saveViewEndpoint, { refreshes: [listViewsEndpoint], onDone: onClose })
  const keep = () => save.mutate({ params: { id }, body: { name, query: filter } })
  return (
    <Modal
      open
      title="把现在的条件存为视图"
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
        <ErrorNotice error={save.error} />
      </div>
    </Modal>
  )
}
