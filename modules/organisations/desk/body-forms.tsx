import { FormDialog, StaleDialog, useAct, useMe } from '@guangyue/platform/ui/desk'
import { AutoComplete, Checkbox, Form, Input, Select } from 'antd'
import {
  type BodyEntry,
  changeBodyEndpoint,
  closeBodyEndpoint,
  createBodyEndpoint,
  renameBodyEndpoint,
} from '../api.ts'
import { DayInput } from './day-input.tsx'

interface OfAll {
  readonly bodies: readonly BodyEntry[]
  readonly onClose: () => void
}

interface OfOne {
  readonly body: BodyEntry
  readonly onClose: () => void
}

/** Puts a body on record. */
export function CreateBody({ bodies, onClose }: OfAll) {
  const create = useAct(createBodyEndpoint, { onDone: onClose })
  return (
    <FormDialog<{ name: string; short: string; kind: string; parentId: string | null; from: string | null }>
      title="新建单位"
      okText="新建"
      initial={{ name: '', short: '', kind: '市直部门', parentId: null, from: null }}
      act={create}
      onSubmit={({ parentId, from, ...rest }) =>
        create.mutate({ body: { ...rest, parentId: parentId ?? null, from: from || null } })
      }
      onClose={onClose}
    >
      <NameItems />
      <KindItem bodies={bodies} />
      <ParentItem bodies={bodies} />
      <Form.Item name="from" label="成立日" extra="不清楚可不填">
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}

/** Changes everything but the name. */
export function ChangeBody({ body, bodies, onClose }: OfOne & OfAll) {
  const change = useAct(changeBodyEndpoint, { onDone: onClose })
  const { id, kind, parentId, assigned, note, version } = body
  const initial = { kind, parentId, assigned, note }
  const save = (values: typeof initial, over: number) =>
    change.mutate({ params: { id }, body: { ...values, parentId: values.parentId ?? null, version: over } })
  const show = (key: string, value: unknown) => {
    if (key === 'parentId') return bodies.find((one) => one.id === value)?.short ?? '（无）'
    if (key === 'assigned') return value ? '可以派' : '不派'
    return value === null || value === '' ? '（空）' : String(value)
  }
  return (
    <>
      <FormDialog
        title={`修改${body.short}`}
        initial={initial}
        act={change}
        onSubmit={(values) => save(values, version)}
        onClose={onClose}
      >
        <KindItem bodies={bodies} />
        <ParentItem bodies={bodies.filter((one) => one.id !== id)} />
        <Form.Item name="assigned" valuePropName="checked">
          <Checkbox>可以派任务</Checkbox>
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </FormDialog>
      <StaleDialog
        error={change.error}
        fields={[
          { key: 'kind', label: '类型' },
          { key: 'parentId', label: '上级' },
          { key: 'assigned', label: '派任务' },
          { key: 'note', label: '说明' },
        ]}
        show={show}
        onSave={(chosen, current) => save(chosen as typeof initial, Number(current.version))}
        onBack={() => change.reset()}
      />
    </>
  )
}

/** A new name from a day. */
export function RenameBody({ body, onClose }: OfOne) {
  const { today } = useMe()
  const rename = useAct(renameBodyEndpoint, { onDone: onClose })
  const { id, version } = body
  const send = (values: { name: string; short: string; from: string }, over: number) =>
    rename.mutate({ params: { id }, body: { ...values, version: over } })
  return (
    <>
      <FormDialog
        title={`${body.short}更名`}
        okText="更名"
        initial={{ name: '', short: '', from: today }}
        act={rename}
        onSubmit={(values) => send(values, version)}
        onClose={onClose}
      >
        <p>原名称留在历次名称中，启用日以前的文件仍按原名称认作本单位。</p>
        <NameItems />
        <Form.Item name="from" label="启用日" rules={[{ required: true, message: '请填写启用日' }]}>
          <DayInput />
        </Form.Item>
      </FormDialog>
      <StaleDialog
        error={rename.error}
        fields={[
          { key: 'name', label: '全称' },
          { key: 'short', label: '简称' },
        ]}
        onSave={({ name, short, from }, current) =>
          send({ name: String(name), short: String(short), from: String(from) }, Number(current.version))
        }
        onBack={() => rename.reset()}
      />
    </>
  )
}

/** Ends a body from a day. */
export function CloseBody({ body, bodies, onClose }: OfOne & OfAll) {
  const { today } = useMe()
  const close = useAct(closeBodyEndpoint, { onDone: onClose })
  const { id, version } = body
  return (
    <>
      <FormDialog<{ on: string; successorId: string | null; successorName: string; basis: string }>
        title={`撤销${body.short}`}
        okText="撤销"
        initial={{ on: today, successorId: null, successorName: '', basis: '' }}
        act={close}
        onSubmit={({ successorId, ...rest }) =>
          close.mutate({ params: { id }, body: { ...rest, successorId: successorId ?? null, version } })
        }
        onClose={onClose}
      >
        <Form.Item
          name="on"
          label="撤销日"
          extra="自这一日起不再是一个单位"
          rules={[{ required: true, message: '请填写撤销日' }]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item name="successorId" label="承接单位">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="没有可不选"
            options={optionsOf(bodies.filter((one) => one.id !== id))}
          />
        </Form.Item>
        <Form.Item name="successorName" label="承接单位不在列表中时的名称">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="basis" label="依据">
          <Input maxLength={200} placeholder="文号" />
        </Form.Item>
      </FormDialog>
      <StaleDialog
        error={close.error}
        fields={[]}
        onSave={(_chosen, current) => {
          const sent = close.variables?.body
          if (sent) close.mutate({ params: { id }, body: { ...sent, version: Number(current.version) } })
        }}
        onBack={() => close.reset()}
      />
    </>
  )
}

function NameItems() {
  return (
    <>
      <Form.Item name="name" label="全称" rules={[{ required: true, message: '请填写全称' }]}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="short" label="简称" rules={[{ required: true, message: '请填写简称' }]}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  )
}

function KindItem({ bodies }: { readonly bodies: readonly BodyEntry[] }) {
  const kinds = [...new Set(bodies.map(({ kind }) => kind))].sort((a, b) => a.localeCompare(b, 'zh'))
  return (
    <Form.Item name="kind" label="类型" rules={[{ required: true, message: '请填写类型' }]}>
      <AutoComplete options={kinds.map((value) => ({ value }))} />
    </Form.Item>
  )
}

function ParentItem({ bodies }: { readonly bodies: readonly BodyEntry[] }) {
  return (
    <Form.Item name="parentId" label="上级">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="没有上级"
        options={optionsOf(bodies)}
      />
    </Form.Item>
  )
}

/** Bodies that have not ended, for choosing. */
export function optionsOf(bodies: readonly BodyEntry[]): { value: string; label: string }[] {
  return bodies.filter(({ closedOn }) => closedOn === null).map(({ id, short }) => ({ value: id, label: short }))
}
