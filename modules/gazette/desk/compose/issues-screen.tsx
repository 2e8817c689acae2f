import './compose.css'
import { dayText, Empty, Light, Table } from '@guangyue/platform/ui'
import { FormDialog, Loaded, PageBody, PageHead, useAct, useCall, useMay } from '@guangyue/platform/ui/desk'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { listCompositionsEndpoint, openCompositionEndpoint } from '../../compose/api.ts'
import { lightOfState, stateWords } from './compose-words.ts'
import type { CompositionItem } from './shapes.ts'

const here = '/desk/gazette/compose'

/** 编辑公报: the issue that is open, and those that were signed or given up. */
export function Screen() {
  const found = useCall(listCompositionsEndpoint)
  const writes = useMay('gazette.compose')
  const [opening, setOpening] = useState(false)
  const next = found.data?.next ?? null
  return (
    <>
      <PageHead
        title="编辑公报"
        meta="编排、另一人审核、签发；签发后接上一期成链，不再改动"
        actions={
          writes &&
          next !== null && (
            <Button type="primary" onClick={() => setOpening(true)}>
              新开一期
            </Button>
          )
        }
      />
      <PageBody>
        <Loaded query={found}>
          {({ items, waiting }) => (
            <div className="stack">
              <p>
                待刊文件 {waiting} 份。<a href="/desk/gazette/manuscripts">查看待刊文件</a>
              </p>
              {items.length === 0 ? (
                <Empty title="还没有编辑过公报">
                  <p>{writes ? '新开一期，把待刊文件编排进去。' : '编辑开始编排后，列在这里。'}</p>
                </Empty>
              ) : (
                <Issues items={items} />
              )}
            </div>
          )}
        </Loaded>
      </PageBody>
      {opening && next !== null && <OpenDialog next={next} onClose={() => setOpening(false)} />}
    </>
  )
}

interface OpenDialogProps {
  readonly next: { readonly label: string; readonly publishedOn: string }
  readonly onClose: () => void
}

function OpenDialog({ next, onClose }: OpenDialogProps) {
  const navigate = useNavigate()
  const [id] = useState(() => crypto.randomUUID())
  const open = useAct(openCompositionEndpoint, { onDone: (done) => void navigate(`/gazette/compose/${done.id}`) })
  return (
    <FormDialog<{ month: string; publishedOn: string }>
      title={`新开${next.label}`}
      okText="新开"
      initial={{ month: next.publishedOn.slice(0, 7), publishedOn: next.publishedOn }}
      act={open}
      onSubmit={({ month, publishedOn }) => open.mutate({ body: { id, month: `${month}-01`, publishedOn } })}
      onClose={onClose}
    >
      <p>期号接着本年上一期编；作废的一期，期号留给下一期。</p>
      <Form.Item name="month" label="月份" extra="大事记的月份" rules={[{ required: true, message: '请选择月份' }]}>
        <Input type="month" />
      </Form.Item>
      <Form.Item name="publishedOn" label="出版日期" rules={[{ required: true, message: '请填写出版日期' }]}>
        <Input type="date" />
      </Form.Item>
    </FormDialog>
  )
}

function Issues({ items }: { readonly items: readonly CompositionItem[] }) {
  return (
    <Table
      caption="各期"
      captionShown="heard"
      keyOf={({ id }) => id}
      rows={items}
      columns={[
        {
          key: 'label',
          head: '期号',
          names: 'row',
          cell: ({ id, label }) => (
            <a className="song" href={`${here}/${id}`}>
              {label}
            </a>
          ),
        },
        { key: 'documents', head: '文件', align: 'right', cell: ({ documents }) => documents },
        { key: 'published', head: '出版日期', cell: ({ publishedOn }) => dayText(publishedOn) },
        { key: 'composed', head: '编排', cell: ({ composedName }) => composedName },
        {
          key: 'state',
          head: '状态',
          cell: ({ state }) => <Light state={lightOfState[state]}>{stateWords[state]}</Light>,
        },
      ]}
    />
  )
}
