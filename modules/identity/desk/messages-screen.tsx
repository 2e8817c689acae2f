import { Light, Table } from '@guangyue/platform/ui'
import { FormDialog, Loaded, PageBody, PageHead, StaleDialog, useAct, useCall } from '@guangyue/platform/ui/desk'
import { App, Button, Form, Input, Tabs } from 'antd'
import { useState } from 'react'
import { listDeliveriesEndpoint, listTemplatesEndpoint, type TemplateText, wordTemplateEndpoint } from '../inbox/api.ts'
import { whenText } from './moments.ts'

const kinds: Readonly<Record<string, string>> = { mail: '电子邮件', webhook: '网址回调' }

/** How messages are worded, and whether they arrived. */
export function Screen() {
  return (
    <>
      <PageHead title="消息模板与投递" />
      <PageBody>
        <Tabs
          items={[
            { key: 'templates', label: '模板', children: <Templates /> },
            { key: 'deliveries', label: '投递记录', children: <Deliveries /> },
          ]}
        />
      </PageBody>
    </>
  )
}

function Templates() {
  const templates = useCall(listTemplatesEndpoint)
  const [open, setOpen] = useState<TemplateText | null>(null)
  return (
    <>
      <Loaded query={templates}>
        {({ templates: rows }) => (
          <Table
            caption="消息模板"
            captionShown="heard"
            keyOf={({ key }) => key}
            rows={rows}
            columns={[
              { key: 'title', head: '标题', names: 'row', cell: ({ title }) => title },
              { key: 'body', head: '正文', cell: ({ body }) => body },
              {
                key: 'own',
                head: '来源',
                cell: ({ version }) => <span className="nowrap">{version === 0 ? '程序自带' : '本市改写'}</span>,
              },
              {
                key: 'act',
                head: <span className="vh">办理</span>,
                stacked: 'alone',
                cell: (template) => (
                  <Button size="small" aria-label={`改写 ${template.title}`} onClick={() => setOpen(template)}>
                    改写
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {open && <WordTemplate template={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function WordTemplate({ template, onClose }: { readonly template: TemplateText; readonly onClose: () => void }) {
  const { message } = App.useApp()
  const { key, title, body, version } = template
  const word = useAct(wordTemplateEndpoint, {
    onDone: () => {
      onClose()
      message.success('模板已保存')
    },
  })
  const places = [...new Set(`${title}${body}`.match(/\{\w+\}/g) ?? [])].join(' ')
  return (
    <>
      <FormDialog
        title="改写模板"
        initial={{ title, body }}
        act={word}
        onSubmit={(text) => word.mutate({ body: { key, version, ...text } })}
        onClose={onClose}
      >
        <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写标题' }]}>
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item
          name="body"
          label="正文"
          extra={places === '' ? undefined : `花括号处由程序填写：${places}`}
          rules={[{ required: true, message: '请填写正文' }]}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </FormDialog>
      <StaleDialog
        error={word.error}
        fields={[
          { key: 'title', label: '标题' },
          { key: 'body', label: '正文' },
        ]}
        onSave={(chosen, current) =>
          word.mutate({
            body: { key, title: String(chosen.title), body: String(chosen.body), version: Number(current.version) },
          })
        }
        onBack={() => word.reset()}
      />
    </>
  )
}

function Deliveries() {
  const deliveries = useCall(listDeliveriesEndpoint)
  return (
    <Loaded query={deliveries}>
      {({ deliveries: rows }) =>
        rows.length === 0 ? (
          <div className="empty">
            <b>还没有投递记录</b>
            <p>有人在“本人账号”增加了邮件或网址回调，并收到消息后，每次投递记在这里。</p>
          </div>
        ) : (
          <Table
            caption="最近 200 次投递"
            keyOf={({ id }) => id}
            rows={rows}
            columns={[
              { key: 'at', head: '时间', cell: ({ triedAt }) => <span className="num">{whenText(triedAt)}</span> },
              { key: 'title', head: '消息', names: 'row', cell: ({ title }) => title },
              { key: 'account', head: '收件人', cell: ({ account }) => account },
              { key: 'kind', head: '方式', cell: ({ kind }) => kinds[kind] ?? kind },
              {
                key: 'state',
                head: '结果',
                cell: ({ state, fault }) => (
                  <>
                    <Light state={state === 'sent' ? 'done' : 'overdue'}>
                      {state === 'sent' ? '已送达' : '未送达'}
                    </Light>
                    {fault !== null && <span className="sub">{fault}</span>}
                  </>
                ),
              },
            ]}
          />
        )
      }
    </Loaded>
  )
}
