import { FormDialog, useAct } from '@guangyue/platform/ui/desk'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { changeOwnPasswordEndpoint } from '../own/api.ts'
import { Section } from './section.tsx'

/** Changing one's own password. */
export function PasswordSection() {
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const change = useAct(changeOwnPasswordEndpoint, {
    onDone: () => {
      setOpen(false)
      message.success('密码已修改，其他设备上的登录已失效')
    },
  })
  return (
    <Section
      title="密码"
      said="修改后，其他设备上的登录随即失效，本机不受影响。"
      actions={<Button onClick={() => setOpen(true)}>修改密码</Button>}
    >
      {open && (
        <FormDialog
          title="修改密码"
          initial={{ old: '', fresh: '', again: '' }}
          act={change}
          onSubmit={({ old, fresh }) => change.mutate({ body: { old, fresh } })}
          onClose={() => setOpen(false)}
        >
          <Form.Item name="old" label="现在的密码" rules={[{ required: true, message: '请输入现在的密码' }]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Form.Item
            name="fresh"
            label="新密码"
            extra="至少 10 位，不能只有数字，例如三四个不相关的词连写"
            rules={[{ required: true, message: '请输入新密码' }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label="再输一遍新密码"
            dependencies={['fresh']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_rule, value) =>
                  value === getFieldValue('fresh')
                    ? Promise.resolve()
                    : Promise.reject(new Error('两次输入的新密码不同')),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </FormDialog>
      )}
    </Section>
  )
}
