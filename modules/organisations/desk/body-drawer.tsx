import { dayText, Table } from '@guangyue/platform/ui'
import { ErrorNotice, FormDialog, useAct } from '@guangyue/platform/ui/desk'
import { Button, Drawer, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { addAliasEndpoint, type BodyEntry, removeAliasEndpoint } from '../api.ts'
import { ChangeBody, CloseBody, RenameBody } from './body-forms.tsx'

interface BodyDrawerProps {
  readonly body: BodyEntry
  readonly bodies: readonly BodyEntry[]
  readonly onClose: () => void
}

/** Everything on record of one body, and what can be done to it. */
export function BodyDrawer({ body, bodies, onClose }: BodyDrawerProps) {
  const [open, setOpen] = useState<'change' | 'rename' | 'close' | 'alias' | null>(null)
  const close = () => setOpen(null)
  const parent = bodies.find(({ id }) => id === body.parentId)
  const facts = [
    ['全称', body.name],
    ['类型', body.kind],
    ['上级', parent?.short ?? '（无）'],
    ['派任务', body.assigned ? '可以派' : '不派'],
    ['说明', body.note ?? '（无）'],
  ]
  return (
    <Drawer open title={body.short} size={560} onClose={onClose} closable={{ 'aria-label': '关闭' }}>
      <div className="stack">
        <div className="row">
          <Button onClick={() => setOpen('change')}>修改</Button>
          <Button onClick={() => setOpen('rename')}>更名</Button>
          <Button onClick={() => setOpen('alias')}>增加别称</Button>
          {body.closedOn === null && <Button onClick={() => setOpen('close')}>撤销</Button>}
        </div>
        <table className="table">
          <caption className="vh">单位信息</caption>
          <tbody>
            {facts.map(([label, text]) => (
              <tr key={label}>
                <th scope="row" style={{ width: 80 }}>
                  {label}
                </th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Names body={body} />
        <Aliases body={body} />
        <Successors body={body} />
      </div>
      {open === 'change' && <ChangeBody body={body} bodies={bodies} onClose={close} />}
      {open === 'rename' && <RenameBody body={body} onClose={close} />}
      {open === 'close' && <CloseBody body={body} bodies={bodies} onClose={close} />}
      {open === 'alias' && <AddAlias body={body} onClose={close} />}
    </Drawer>
  )
}

function Names({ body }: { readonly body: BodyEntry }) {
  return (
    <Table
      caption="历次名称"
      keyOf={({ name, from }) => `${name} ${from}`}
      rows={body.names}
      columns={[
        { key: 'name', head: '全称', names: 'row', cell: ({ name }) => name },
        { key: 'short', head: '简称', cell: ({ short }) => short },
        { key: 'from', head: '起', cell: ({ from }) => (from === null ? '（更早）' : dayText(from)) },
        { key: 'to', head: '不再使用', cell: ({ to }) => (to === null ? '' : dayText(to)) },
      ]}
    />
  )
}

function Aliases({ body }: { readonly body: BodyEntry }) {
  const remove = useAct(removeAliasEndpoint)
  if (body.aliases.length === 0) return <p className="meta">没有别称。公报中印有别的写法时，可以加上。</p>
  return (
    <>
      <ErrorNotice error={remove.error} />
      <Table
        caption="别称"
        keyOf={({ id }) => id}
        rows={body.aliases}
        columns={[
          { key: 'name', head: '别称', names: 'row', cell: ({ name }) => name },
          {
            key: 'by',
            head: '认定人',
            cell: ({ saidBy }) => saidBy ?? '数据包或导入',
          },
          {
            key: 'act',
            head: <span className="vh">办理</span>,
            stacked: 'alone',
            cell: ({ id, name }) => (
              <Popconfirm
                title={`删除别称“${name}”？`}
                description="以后读入的公报不再把它认作本单位。"
                okText="删除"
                cancelText="取消"
                onConfirm={() => remove.mutate({ params: { id: body.id, aliasId: id } })}
              >
                <Button size="small" aria-label={`删除别称 ${name}`}>
                  删除
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
    </>
  )
}

function Successors({ body }: { readonly body: BodyEntry }) {
  if (body.successors.length === 0) return null
  return (
    <Table
      caption="承接单位"
      keyOf={({ name }) => name}
      rows={body.successors}
      columns={[
        { key: 'name', head: '单位', names: 'row', cell: ({ name }) => name },
        { key: 'from', head: '自', cell: ({ from }) => (from === null ? '（未定）' : dayText(from)) },
      ]}
    />
  )
}

function AddAlias({ body, onClose }: { readonly body: BodyEntry; readonly onClose: () => void }) {
  const add = useAct(addAliasEndpoint, { onDone: onClose })
  return (
    <FormDialog
      title={`增加${body.short}的别称`}
      okText="增加"
      initial={{ name: '', basis: '' }}
      act={add}
      onSubmit={(values) => add.mutate({ params: { id: body.id }, body: values })}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label="别称"
        extra="公报或台账中印的写法"
        rules={[{ required: true, message: '请填写别称' }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="basis" label="依据">
        <Input maxLength={200} placeholder="文号或说明，可不填" />
      </Form.Item>
    </FormDialog>
  )
}
