import { FormDialog, useAct, useMe } from '@guangyue/platform/ui/desk'
import { Form, Input, InputNumber } from 'antd'
import { enterPointsEndpoint } from '../../metrics/api.ts'
import type { MetricDetail } from './shapes.ts'

/** A value of a day. A second one for the same day is a correction; the first stays on record. */
export function ValueDialog({ metric, onClose }: { readonly metric: MetricDetail; readonly onClose: () => void }) {
  const { today } = useMe()
  const enter = useAct(enterPointsEndpoint, { onDone: onClose })
  return (
    <FormDialog<{ day: string; value: number | null }>
      title={`填报：${metric.name}`}
      okText="填报"
      initial={{ day: today, value: null }}
      act={enter}
      onSubmit={({ day, value }) =>
        enter.mutate({ body: { values: [{ metricId: metric.id, day, value: value as number }] } })
      }
      onClose={onClose}
    >
      <Form.Item name="day" label="截至" rules={[{ required: true, message: '请填写日期' }]}>
        <Input type="date" max={today} />
      </Form.Item>
      <Form.Item
        name="value"
        label={metric.unit === '' ? '数值' : `数值（${metric.unit}）`}
        rules={[{ required: true, message: '请填写数字' }]}
        extra="同一天再填是更正，原来的值仍留在下面的记录里。"
      >
        <InputNumber style={{ width: '100%' }} inputMode="decimal" controls={false} />
      </Form.Item>
    </FormDialog>
  )
}
