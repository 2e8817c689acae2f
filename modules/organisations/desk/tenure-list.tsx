import { dayText, Empty, Table } from '@guangyue/platform/ui'
import { FormDialog, Loaded, useAct, useCall, useMe } from '@guangyue/platform/ui/desk'
import { App, Button, Checkbox, Form, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { listTenuresEndpoint, recordActEndpoint, type TenureEntry } from '../api.ts'
import { DayInput } from './day-input.tsx'

/** Who holds or held which post, and by which document. */
export function TenureList() {
  const { today } = useMe()
  const [text, setText] = useState('')
  const [past, setPast] = useState(false)
  const [open, setOpen] = useState(false)
  const tenures = useCall(listTenuresEndpoint, { query: { text: text || undefined, day: past ? undefined : today } })
  return (
    <>
      <div className="toolbar">
        <Input.Search
          aria-label="姓名或职务"
          placeholder="姓名或职务"
          allowClear
          style={{ width: 240 }}
          onSearch={(value) => setText(value.trim())}
        />
        <Checkbox checked={past} onChange={(event) => setPast(event.target.checked)}>
          连同已卸任的
        </Checkbox>
        <span className="right">
          <Button type="primary" onClick={() => setOpen(true)}>
            登记任免
          </Button>
        </span>
      </div>
      <Loaded query={tenures}>
        {({ tenures: rows }) =>
          rows.length === 0 ? (
            <Empty title="没有符合条件的任职">公报读入后，任免会自动登记；公报未载的可以手工登记。</Empty>
          ) : (
            <Rows rows={rows} />
          )
        }
      </Loaded>
      {open && <RecordAct onClose={() => setOpen(false)} />}
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly TenureEntry[] }) {
  return (
    <Table
      caption={`${rows.length} 项任职`}
      keyOf={({ id }) => id}
      rows={rows}
      columns={[
        { key: 'person', head: '姓名', names: 'row', cell: ({ person }) => person },
        {
          key: 'post',
          head: '职务',
          cell: ({ post, rankNote }) => (
            <>
              {post}
              {rankNote !== null && <span className="sub">{rankNote}</span>}
            </>
          ),
        },
        {
          key: 'from',
          head: '任职',
          cell: ({ heldFrom, appointedBy }) => (
            <>
              {heldFrom === null ? '（更早）' : dayText(heldFrom)}
              {appointedBy !== null && <span className="sub">{appointedBy}</span>}
            </>
          ),
        },
        {
          key: 'probation',
          head: '试用期满',
          cell: ({ probationUntil }) => (probationUntil === null ? '' : dayText(probationUntil)),
        },
        {
          key: 'until',
          head: '卸任',
          cell: ({ heldUntil, endedBy, endKind }) =>
            (heldUntil !== null || endKind !== null) && (
              <>
                {heldUntil !== null && dayText(heldUntil)}
                {endKind !== null && (
                  <span className="sub">
                    {endKind === 'lapse' ? '自然免除' : '免去'} {endedBy}
                  </span>
                )}
              </>
            ),
        },
      ]}
    />
  )
}

const actions = [
  { value: 'appoint', label: '任命' },
  { value: 'remove', label: '免去' },
  { value: 'lapse', label: '自然免除' },
]

function RecordAct({ onClose }: { readonly onClose: () => void }) {
  const { today } = useMe()
  const { message } = App.useApp()
  const record = useAct(recordActEndpoint, {
    onDone: () => {
      onClose()
      message.success('任免已登记')
    },
  })
  return (
    <FormDialog<{
      person: string
      action: 'appoint' | 'remove' | 'lapse'
      post: string
      date: string
      document: string
      probationMonths: number | null
      note: string
    }>
      title="登记任免"
      okText="登记"
      initial={{ person: '', action: 'appoint', post: '', date: today, document: '', probationMonths: null, note: '' }}
      act={record}
      onSubmit={(values) => record.mutate({ body: { ...values, probationMonths: values.probationMonths ?? null } })}
      onClose={onClose}
    >
      <Form.Item name="action" label="任免">
        <Radio.Group options={actions} />
      </Form.Item>
      <Form.Item name="person" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item
        name="post"
        label="职务"
        extra="单位和职务连写，如“某市财政局局长”"
        rules={[{ required: true, message: '请填写职务' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="document" label="文号" rules={[{ required: true, message: '请填写文号' }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="date" label="日期" rules={[{ required: true, message: '请填写日期' }]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="probationMonths" label="试用期（月）" extra="只在任命时填写；没有可不填">
        <InputNumber min={1} max={60} precision={0} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input maxLength={200} placeholder="如“列…之后”，可不填" />
      </Form.Item>
    </FormDialog>
  )
}
