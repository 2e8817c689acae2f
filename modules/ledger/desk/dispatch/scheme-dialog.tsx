import './dispatch.css'
import { FormDialog, StaleDialog, useAct, useCall, useMe } from '@guangyue/platform/ui/desk'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { listDocumentsEndpoint } from '../../api.ts'
import { listPeriodsEndpoint, saveSchemeEndpoint } from '../../dispatch/api.ts'
import type { Scheme } from './shapes.ts'

/** As the form holds it: months as `YYYY-MM`. */
type Typed = Omit<Scheme, 'id' | 'version'>

/** How one dispatch runs, new or changed. */
export function SchemeDialog({ scheme, onClose }: { readonly scheme: Scheme | null; readonly onClose: () => void }) {
  const { today } = useMe()
  const [id] = useState(() => scheme?.id ?? crypto.randomUUID())
  const save = useAct(saveSchemeEndpoint, { refreshes: [listPeriodsEndpoint], onDone: onClose })
  const documents = useCall(listDocumentsEndpoint, { query: {} }).data?.items ?? []
  const send = (typed: Typed, version: number | null) =>
    save.mutate({
      body: {
        ...typed,
        id,
        version,
        documentId: typed.documentId ?? null,
        fromMonth: firstDay(typed.fromMonth) ?? '',
        toMonth: firstDay(typed.toMonth),
      },
    })
  return (
    <>
      <FormDialog<Typed>
        title={scheme === null ? '新增调度安排' : `修改“${scheme.name}”`}
        initial={typedOf(scheme, today)}
        act={save}
        onSubmit={(typed) => send(typed, scheme?.version ?? null)}
        onClose={onClose}
      >
        <Form.Item name="name" label="名称">
          <Input maxLength={60} placeholder="如 月调度" />
        </Form.Item>
        <Form.Item name="documentId" label="范围" extra="不选则为全部台账">
          <Select
            allowClear
            placeholder="全部台账"
            showSearch={{ optionFilterProp: 'label' }}
            options={documents.map((one) => ({ value: one.id, label: `${one.number ?? ''} ${one.title}`.trim() }))}
          />
        </Form.Item>
        <div className="pair">
          <Days name="opensDay" label="每月几号开启" max={28} />
          <Days name="dueDay" label="几号前报送（含当日）" max={31} />
        </div>
        <div className="pair">
          <Days name="remindDays" label="提前几天提醒" max={20} />
          <Days name="graceDays" label="宽限几个工作日" max={20} />
        </div>
        <Days name="stepDays" label="之后每几个工作日上报一级（经办人、负责人、分管、总指挥）" max={20} />
        <div className="pair">
          <Form.Item name="fromMonth" label="从哪个月起">
            <Input type="month" placeholder="如 2021-06" />
          </Form.Item>
          <Form.Item name="toMonth" label="到哪个月止" extra="不填则一直执行">
            <Input type="month" placeholder="如 2021-12" />
          </Form.Item>
        </div>
        <Form.Item name="supportsReport" valuePropName="checked">
          <Checkbox>配合单位也要报（报给牵头单位）</Checkbox>
        </Form.Item>
        <Form.Item name="paused" valuePropName="checked" extra="暂停时不自动开启，也不提醒、不催报">
          <Checkbox>暂停</Checkbox>
        </Form.Item>
      </FormDialog>
      <StaleDialog
        error={save.error}
        fields={staleFields}
        onSave={(chosen, current) => send(chosen as unknown as Typed, (current as unknown as Scheme).version)}
        onBack={save.reset}
      />
    </>
  )
}

const staleFields = [
  { key: 'name', label: '名称' },
  { key: 'opensDay', label: '开启日' },
  { key: 'dueDay', label: '报送日' },
  { key: 'remindDays', label: '提前提醒' },
  { key: 'graceDays', label: '宽限' },
  { key: 'stepDays', label: '上报间隔' },
  { key: 'fromMonth', label: '起' },
  { key: 'toMonth', label: '止' },
  { key: 'paused', label: '暂停' },
]

function Days({ name, label, max }: { readonly name: keyof Typed; readonly label: string; readonly max: number }) {
  return (
    <Form.Item name={name} label={label}>
      <InputNumber inputMode="numeric" min={0} max={max} precision={0} />
    </Form.Item>
  )
}

function typedOf(scheme: Scheme | null, today: string): Typed {
  if (scheme === null) {
    const days = { opensDay: 20, dueDay: 25, remindDays: 3, graceDays: 2, stepDays: 2 }
    const months = { fromMonth: today.slice(0, 7), toMonth: null }
    return { name: '', documentId: null, ...days, ...months, supportsReport: true, paused: false }
  }
  const { id: _id, version: _version, ...typed } = scheme
  return { ...typed, fromMonth: scheme.fromMonth.slice(0, 7), toMonth: scheme.toMonth?.slice(0, 7) ?? null }
}

/** The first day of a month `2021-06`; a whole day is taken by its month, nothing is null. */
function firstDay(month: string | null | undefined): string | null {
  return month ? `${month.slice(0, 7)}-01` : null
}
