import { FormDialog, useAct } from '@guangyue/platform/ui/desk'
import { Form, Input, InputNumber } from 'antd'
import { stateRankEndpoint } from '../../scores/api.ts'
import type { RankItem } from './ranks-screen.tsx'

interface RankDialogProps {
  readonly periodId: string
  readonly item: RankItem
  readonly onClose: () => void
}

interface Typed {
  readonly before: number | null
  readonly rank: number | null
  readonly source: string
}

/** The rank of one indicator with where it is from; stating it again corrects it, the older one stays on record. */
export function RankDialog({ periodId, item, onClose }: RankDialogProps) {
  const act = useAct(stateRankEndpoint, { onDone: onClose })
  const { key, name, stated } = item
  const place = { type: 'number' as const, required: true, min: 1, max: 99, message: '请填写 1 至 99 的整数' }
  return (
    <FormDialog<Typed>
      title={`省评名次：${name}`}
      okText="登记"
      initial={{ before: stated?.before ?? null, rank: stated?.rank ?? null, source: stated?.source ?? '' }}
      act={act}
      onSubmit={({ before, rank, source }) =>
        act.mutate({
          params: { id: periodId },
          body: { key, before: before as number, rank: rank as number, source, seen: stated?.id ?? null },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="before" label="上年名次" rules={[place]}>
        <InputNumber style={{ width: '100%' }} inputMode="numeric" precision={0} controls={false} />
      </Form.Item>
      <Form.Item name="rank" label="名次" rules={[place]}>
        <InputNumber style={{ width: '100%' }} inputMode="numeric" precision={0} controls={false} />
      </Form.Item>
      <Form.Item
        name="source"
        label="出处"
        rules={[{ required: true, whitespace: true, message: '请写明出处，例如 某号通报' }]}
        extra="再登记同一指标是更正，原来的仍有记录。"
      >
        <Input maxLength={300} />
      </Form.Item>
    </FormDialog>
  )
}
