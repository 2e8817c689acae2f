import { Empty, Table } from '@guangyue/platform/ui'
import { ErrorNotice, FormDialog, Loaded, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { closeChannelEndpoint, listChannelsEndpoint, openChannelEndpoint } from '../inbox/api.ts'
import { Section } from './section.tsx'

const kinds = { mail: '电子邮件', webhook: '网址回调' } as const

/** Where one's messages go besides the inbox. */
export function ChannelsSection({ email }: { readonly email: string | null }) {
  const channels = useCall(listChannelsEndpoint)
  const [open, setOpen] = useState(false)
  const add = useAct(openChannelEndpoint, { onDone: () => setOpen(false) })
  const end = useAct(closeChannelEndpoint)
  return (
    <Section
      title="通知方式"
      said="消息总在“消息”中；这里增加的方式会另送一份。"
      actions={<Button onClick={() => setOpen(true)}>增加通知方式</Button>}
    >
      <ErrorNotice error={end.error} />
      <Loaded query={channels}>
        {({ channels: rows }) =>
          rows.length === 0 ? (
            <Empty title="没有另外的通知方式">消息只在“消息”中。</Empty>
          ) : (
            <Table
              caption="通知方式"
              captionShown="heard"
              keyOf={({ id }) => id}
              rows={rows}
              columns={[
                { key: 'kind', head: '方式', cell: ({ kind }) => kinds[kind] },
                {
                  key: 'target',
                  head: '送到',
                  names: 'row',
                  cell: ({ target }) => <span className="mono">{target}</span>,
                },
                {
                  key: 'act',
                  head: <span className="vh">办理</span>,
                  stacked: 'alone',
                  cell: ({ id, target }) => (
                    <Button size="small" aria-label={`取消 ${target}`} onClick={() => end.mutate({ params: { id } })}>
                      取消
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {open && (
        <FormDialog<{ kind: 'mail' | 'webhook'; target: string }>
          title="增加通知方式"
          okText="增加"
          initial={{ kind: 'mail', target: email ?? '' }}
          act={add}
          onSubmit={(body) => add.mutate({ body })}
          onClose={() => setOpen(false)}
        >
          <Form.Item name="kind" label="方式">
            <Radio.Group options={Object.entries(kinds).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item
            name="target"
            label="邮箱地址或回调网址"
            extra="回调网址收到 POST 的 JSON，签名在 x-guangyue-signature"
            rules={[{ required: true, message: '请填写送到哪里' }]}
          >
            <Input maxLength={500} />
          </Form.Item>
        </FormDialog>
      )}
    </Section>
  )
}
