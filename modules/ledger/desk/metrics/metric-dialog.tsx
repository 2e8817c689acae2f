import './metrics.css'
import { FormDialog, problemOf, StaleDialog, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { listChargesEndpoint } from '../../charges/api.ts'
import { saveMetricEndpoint } from '../../metrics/api.ts'
import { UnitSelect } from '../unit-select.tsx'
import { opWords } from '../words.ts'
import { computedWords, directionWords } from './metric-words.ts'
import type { Metric } from './shapes.ts'

interface Values {
  readonly name: string
  readonly unit: string
  readonly direction: Metric['direction']
  readonly bodyId: string | null | undefined
  readonly indicatorKey: string | null | undefined
  readonly computed: Metric['computed'] | undefined
  readonly baseline: number | null | undefined
  readonly baselineOn: string | null
  readonly targets: readonly {
    readonly day: string
    readonly op: keyof typeof opWords
    readonly value: number
    readonly phrase?: string
  }[]
}

interface MetricDialogProps {
  /** Null for a new one. */
  readonly metric: Metric | null
  readonly onClose: () => void
}

/** Registers a metric, or changes its baseline, targets and who reports it. */
export function MetricDialog({ metric, onClose }: MetricDialogProps) {
  const [id] = useState(() => metric?.id ?? crypto.randomUUID())
  const [open, setOpen] = useState(true)
  const save = useAct(saveMetricEndpoint, { onDone: onClose })
  const send = (values: Values, version: number | null) =>
    save.mutate({ params: { id }, body: { version, ...bodyOf(values) } })
  if (!open) return null
  return (
    <>
      <FormDialog<Values>
        title={metric === null ? '登记量化指标' : `修改：${metric.name}`}
        initial={initialOf(metric)}
        act={save}
        onSubmit={(values) => send(values, metric?.version ?? null)}
        onClose={() => {
          setOpen(false)
          onClose()
        }}
      >
        <Fields />
      </FormDialog>
      <StaleDialog
        error={save.error !== null && problemOf(save.error).isStale ? save.error : null}
        fields={staleFields}
        show={showOf}
        onSave={(chosen, current) => send(chosen as unknown as Values, current.version as number)}
        onBack={() => save.reset()}
      />
    </>
  )
}

function Fields() {
  const indicators = useCall(listChargesEndpoint).data?.indicators ?? []
  return (
    <>
      <Form.Item name="name" label="指标名称" rules={[{ required: true, message: '请写明指标名称' }]}>
        <Input maxLength={100} placeholder="如 全程网办率" />
      </Form.Item>
      <div className="twofields">
        <Form.Item name="unit" label="计量单位">
          <Input maxLength={20} placeholder="如 %、小时、家" />
        </Form.Item>
        <Form.Item name="direction" label="方向">
          <Select options={optionsOf(directionWords)} />
        </Form.Item>
      </div>
      <Form.Item name="bodyId" label="填报单位" extra="不选则由督查室填报">
        <UnitSelect allowClear placeholder="督查室" />
      </Form.Item>
      {indicators.length > 0 && (
        <Form.Item name="indicatorKey" label="所属指标">
          <Select allowClear options={indicators.map(({ key, name }) => ({ value: key, label: name }))} />
        </Form.Item>
      )}
      <Form.Item name="computed" label="由系统计算" extra="选定后每日自动计算，不再填报">
        <Select allowClear placeholder="不计算，由单位填报" options={optionsOf(computedWords)} />
      </Form.Item>
      <div className="twofields">
        <Form.Item name="baseline" label="基数">
          <InputNumber style={{ width: '100%' }} controls={false} />
        </Form.Item>
        <Form.Item name="baselineOn" label="基数日期">
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.List name="targets">
        {(fields, { add, remove }) => (
          <fieldset className="metrictargets">
            <legend>目标</legend>
            {fields.map(({ key, name }) => (
              <div key={key} className="metrictarget">
                <Form.Item name={[name, 'day']} rules={[{ required: true, message: '请填写日期' }]}>
                  <Input type="date" aria-label={`目标${name + 1}：日期`} />
                </Form.Item>
                <Form.Item name={[name, 'op']}>
                  <Select aria-label={`目标${name + 1}：比较`} options={optionsOf(opWords)} />
                </Form.Item>
                <Form.Item name={[name, 'value']} rules={[{ required: true, message: '请填写数字' }]}>
                  <InputNumber aria-label={`目标${name + 1}：数值`} controls={false} />
                </Form.Item>
                <Form.Item name={[name, 'phrase']} hidden>
                  <Input />
                </Form.Item>
                <Button type="text" aria-label={`去掉目标${name + 1}`} onClick={() => remove(name)}>
                  ×
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ op: '>=', phrase: '' })}>加一个目标</Button>
          </fieldset>
        )}
      </Form.List>
    </>
  )
}

const staleFields = [
  { key: 'name', label: '指标名称' },
  { key: 'unit', label: '计量单位' },
  { key: 'direction', label: '方向' },
  { key: 'bodyId', label: '填报单位' },
  { key: 'indicatorKey', label: '所属指标' },
  { key: 'computed', label: '由系统计算' },
  { key: 'baseline', label: '基数' },
  { key: 'baselineOn', label: '基数日期' },
  { key: 'targets', label: '目标' },
]

function showOf(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）'
  if (key === 'bodyId') return '已选单位'
  if (key === 'direction') return directionWords[value as Metric['direction']]
  if (key === 'computed') return computedWords[value as keyof typeof computedWords]
  if (key === 'targets') {
    return (value as Values['targets']).map((target) => `${target.day} ${opWords[target.op]}${target.value}`).join('、')
  }
  return String(value)
}

function initialOf(metric: Metric | null): Values {
  if (metric === null) {
    return {
      name: '',
      unit: '',
      direction: 'up',
      bodyId: null,
      indicatorKey: null,
      computed: null,
      baseline: null,
      baselineOn: null,
      targets: [],
    }
  }
  const { name, unit, direction, unitBody, indicator, computed, baseline, targets } = metric
  return {
    name,
    unit,
    direction,
    bodyId: unitBody?.id ?? null,
    indicatorKey: indicator?.key ?? null,
    computed,
    baseline: baseline?.value ?? null,
    baselineOn: baseline?.day ?? null,
    targets: targets.map(({ day, op, value, phrase }) => ({ day, op, value, phrase })),
  }
}

function bodyOf({ name, unit, direction, bodyId, indicatorKey, computed, baseline, baselineOn, targets }: Values) {
  return {
    name,
    unit,
    direction,
    bodyId: bodyId ?? null,
    indicatorKey: indicatorKey ?? null,
    computed: computed ?? null,
    baseline: baseline ?? null,
    baselineOn: baselineOn || null,
    targets: targets.map(({ day, op, value, phrase = '' }) => ({ day, op, value, phrase })),
  }
}

function optionsOf<Key extends string>(words: Readonly<Record<Key, string>>) {
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as Key, label }))
}
