import { FormDialog, useAct } from '@guangyue/platform/ui/desk'
import { Form, Input, Select } from 'antd'
import { listChargesEndpoint, saveChargeEndpoint } from '../../charges/api.ts'
import type { Charges } from './shapes.ts'

interface ChargeDialogProps {
  readonly charge: Charges['items'][number]
  readonly charges: Charges
  readonly onClose: () => void
}

/** What a post answers for and who holds it. A unit chosen here leaves the post that it had. */
export function ChargeDialog({ charge, charges, onClose }: ChargeDialogProps) {
  const save = useAct(saveChargeEndpoint, { refreshes: [listChargesEndpoint], onDone: onClose })
  const taken = charges.items.flatMap(({ post, bodies }) =>
    bodies.map(({ id, name }) => ({ value: id, label: post === charge.post ? name : `${name}（现由${post}分管）` })),
  )
  const held = { bodyIds: charge.bodies.map(({ id }) => id), accountIds: charge.holders.map(({ id }) => id) }
  const open = charges.open.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormDialog
      title={charge.post === '' ? '登记分管职务' : charge.post}
      initial={{ post: charge.post, ...held }}
      act={save}
      onSubmit={(body) => save.mutate({ body: { ...body, seen: charge.post === '' ? null : held } })}
      onClose={onClose}
    >
      <Form.Item name="post" label="职务" hidden={charge.post !== ''}>
        <Input maxLength={60} placeholder="如 分管工业的副市长" />
      </Form.Item>
      <Form.Item name="accountIds" label="担任者" extra="列出的是“市领导”身份的账号">
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={charges.people.map(({ id, name, title }) => ({
            value: id,
            label: title === null ? name : `${name}（${title}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="bodyIds" label="分管单位">
        <Select mode="multiple" optionFilterProp="label" options={[...open, ...taken]} />
      </Form.Item>
    </FormDialog>
  )
}
