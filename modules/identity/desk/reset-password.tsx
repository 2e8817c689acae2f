import { FormDialog, useAct } from '@guangyue/platform/ui/desk'
import { Form, Input } from 'antd'
import { type AccountEntry, resetPasswordEndpoint } from '../accounts/api.ts'

/** A password to be handed over. */
export interface Handed {
  readonly title: string
  readonly username: string
  readonly password: string
}

interface ResetPasswordProps {
  readonly account: AccountEntry
  readonly onHanded: (handed: Handed) => void
  readonly onClose: () => void
}

/** A new password for somebody who has lost it. */
export function ResetPassword({ account, onHanded, onClose }: ResetPasswordProps) {
  const { id, name, username } = account
  const reset = useAct(resetPasswordEndpoint, {
    onDone: ({ password }) => onHanded({ title: '密码已重设', username, password }),
  })
  return (
    <FormDialog
      title={`重设密码：${name}`}
      okText="重设"
      initial={{ password: '' }}
      act={reset}
      onSubmit={({ password }) => reset.mutate({ params: { id }, body: { password: password || null } })}
      onClose={onClose}
    >
      <p>本人在各设备上的登录随即失效，下次登录须先修改密码。请先核实是本人提出。</p>
      <Form.Item name="password" label="新密码" extra="不填则由程序生成">
        <Input.Password autoComplete="new-password" autoFocus />
      </Form.Item>
    </FormDialog>
  )
}
