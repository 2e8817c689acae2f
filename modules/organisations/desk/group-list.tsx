import { Empty, Light, Table } from '@guangyue/platform/ui'
import { FormDialog, Loaded, StaleDialog, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import {
  type BodyEntry,
  type GroupEntry,
  listBodyEntriesEndpoint,
  listGroupEntriesEndpoint,
  saveGroupEndpoint,
} from '../api.ts'
import { optionsOf } from './body-forms.tsx'

/** Names that stand for several bodies, with their members. */
export function GroupList() {
  const groups = useCall(listGroupEntriesEndpoint)
  const bodies = useCall(listBodyEntriesEndpoint)
  const [open, setOpen] = useState<GroupEntry | null>(null)
  const all = bodies.data?.bodies ?? []
  const shorts = new Map(all.map(({ id, short }) => [id, short]))
  return (
    <>
      <div className="toolbar">
        <span className="meta">公报中“各县（市、区）人民政府”之类的名称，按这里的成员展开。</span>
        <span className="right">
          <Button type="primary" onClick={() => setOpen(newGroup())}>
            新建单位组
          </Button>
        </span>
      </div>
      <Loaded query={groups}>
        {({ groups: rows }) =>
          rows.length === 0 ? (
            <Empty title="还没有单位组">需要时新建。</Empty>
          ) : (
            <Table
              caption="单位组"
              captionShown="heard"
              keyOf={({ id }) => id}
              rows={rows}
              columns={[
                {
                  key: 'name',
                  head: '名称',
                  names: 'row',
                  cell: (group) => (
                    <button
                      type="button"
                      className="linklike"
                      style={{ textAlign: 'left' }}
                      onClick={() => setOpen(group)}
                    >
                      {group.name}
                    </button>
                  ),
                },
                {
                  key: 'printed',
                  head: '其他写法',
                  cell: ({ name, printed }) => printed.filter((one) => one !== name).join('、'),
                },
                {
                  key: 'members',
                  head: '成员',
                  cell: ({ members }) => members.map((id) => shorts.get(id) ?? '').join('、'),
                },
                {
                  key: 'complete',
                  head: '成员齐全',
                  cell: ({ complete }) => (
                    <Light state={complete ? 'done' : 'near'}>{complete ? '齐全' : '待补'}</Light>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {open && <GroupForm group={open} bodies={all} onClose={() => setOpen(null)} />}
    </>
  )
}

function newGroup(): GroupEntry {
  return { id: crypto.randomUUID(), name: '', printed: [], members: [], complete: true, version: 0 }
}

interface GroupFormProps {
  readonly group: GroupEntry
  readonly bodies: readonly BodyEntry[]
  readonly onClose: () => void
}

function GroupForm({ group, bodies, onClose }: GroupFormProps) {
  const save = useAct(saveGroupEndpoint, { onDone: onClose })
  const { id, name, members, complete, version } = group
  const initial = { name, printed: group.printed.filter((one) => one !== name), members, complete }
  const send = (values: typeof initial, over: number) =>
    save.mutate({ params: { id }, body: { ...values, version: over } })
  const shorts = new Map(bodies.map((body) => [body.id, body.short]))
  return (
    <>
      <FormDialog
        title={version === 0 ? '新建单位组' : `修改${name}`}
        initial={initial}
        act={save}
        onSubmit={(values) => send(values, version)}
        onClose={onClose}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="printed" label="其他写法" extra="输入后按回车">
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item name="members" label="成员" extra="按选择的先后排列">
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={optionsOf(bodies)} />
        </Form.Item>
        <Form.Item name="complete" valuePropName="checked">
          <Checkbox>成员齐全</Checkbox>
        </Form.Item>
      </FormDialog>
      <StaleDialog
        error={save.error}
        fields={[
          { key: 'name', label: '名称' },
          { key: 'printed', label: '写法' },
          { key: 'members', label: '成员' },
          { key: 'complete', label: '成员齐全' },
        ]}
        show={(key, value) => {
          if (key === 'complete') return value ? '齐全' : '待补'
          const list = Array.isArray(value) ? value.map(String) : [String(value)]
          return list.map((one) => (key === 'members' ? (shorts.get(one) ?? '') : one)).join('、') || '（空）'
        }}
        onSave={(chosen, current) => send(chosen as typeof initial, Number(current.version))}
        onBack={() => save.reset()}
      />
    </>
  )
}
