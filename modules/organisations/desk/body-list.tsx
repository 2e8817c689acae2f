import { dayText, Empty, Light, Table } from '@guangyue/platform/ui'
import { Loaded, useCall, useMe } from '@guangyue/platform/ui/desk'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { type BodyEntry, listBodyEntriesEndpoint } from '../api.ts'
import { BodyDrawer } from './body-drawer.tsx'
import { CreateBody } from './body-forms.tsx'
import { ImportBodies } from './import-bodies.tsx'
import { isFound, type TreeRow, treeRows } from './tree.ts'

/** Bodies under their parents; each opens with its names, aliases and successors. */
export function BodyList() {
  const query = useCall(listBodyEntriesEndpoint)
  const [text, setText] = useState('')
  const [ended, setEnded] = useState(false)
  const [open, setOpen] = useState<'create' | 'import' | { readonly id: string } | null>(null)
  const { today } = useMe()
  const close = () => setOpen(null)
  return (
    <>
      <div className="toolbar">
        <Input.Search
          aria-label="名称或别称"
          placeholder="名称或别称"
          allowClear
          style={{ width: 240 }}
          onChange={(event) => setText(event.target.value.trim())}
        />
        <Checkbox checked={ended} onChange={(event) => setEnded(event.target.checked)}>
          连同已撤销的
        </Checkbox>
        <span className="right">
          <Button onClick={() => setOpen('import')}>从表格导入</Button>
          <Button type="primary" onClick={() => setOpen('create')}>
            新建单位
          </Button>
        </span>
      </div>
      <Loaded query={query}>
        {({ bodies }) => {
          const shown = bodies.filter((body) => (ended || !isEnded(body, today)) && isFound(body, text))
          const chosen = typeof open === 'object' && open ? bodies.find(({ id }) => id === open.id) : undefined
          return (
            <>
              {shown.length === 0 ? (
                <Empty title={bodies.length === 0 ? '还没有单位' : '没有符合条件的单位'}>
                  {bodies.length === 0 ? '请新建，或从表格一次导入。' : '请换一个名称再找。'}
                </Empty>
              ) : (
                <Rows rows={treeRows(shown)} today={today} onOpen={(id) => setOpen({ id })} />
              )}
              {chosen && <BodyDrawer body={chosen} bodies={bodies} onClose={close} />}
              {open === 'create' && <CreateBody bodies={bodies} onClose={close} />}
              {open === 'import' && <ImportBodies onClose={close} />}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function isEnded({ closedOn }: BodyEntry, today: string): boolean {
  return closedOn !== null && closedOn <= today
}

function Rows({
  rows,
  today,
  onOpen,
}: {
  readonly rows: readonly TreeRow[]
  readonly today: string
  readonly onOpen: (id: string) => void
}) {
  return (
    <Table
      caption={`${rows.length} 个单位`}
      keyOf={({ body }) => body.id}
      rows={rows}
      columns={[
        {
          key: 'short',
          head: '简称',
          names: 'row',
          cell: ({ body, depth }) => (
            <button
              type="button"
              className="linklike"
              style={{ marginLeft: depth * 20, textAlign: 'left' }}
              onClick={() => onOpen(body.id)}
            >
              {body.short}
            </button>
          ),
        },
        { key: 'name', head: '全称', cell: ({ body }) => body.name },
        { key: 'kind', head: '类型', cell: ({ body }) => body.kind },
        {
          key: 'aliases',
          head: '别称',
          cell: ({ body }) => body.aliases.map(({ name }) => name).join('、'),
        },
        {
          key: 'state',
          head: '状态',
          stacked: 'alone',
          cell: ({ body }) =>
            isEnded(body, today) ? (
              <Light state="none">{dayText(body.closedOn ?? '')}撤销</Light>
            ) : body.closedOn !== null ? (
              <Light state="near">将于{dayText(body.closedOn)}撤销</Light>
            ) : body.assigned ? (
              ''
            ) : (
              <span className="meta nowrap">不派任务</span>
            ),
        },
      ]}
    />
  )
}
