import { ErrorNotice, FormDialog, problemOf, useAct, useCall, Waiting } from '@guangyue/platform/ui/desk'
import { App, Checkbox, Form, Modal } from 'antd'
import { changeSignInRuleEndpoint, readSignInRuleEndpoint } from '../accounts/api.ts'
import type { Role } from '../api.ts'
import { roleOptions } from './role-options.ts'

/** Which roles need a verifier. */
export function SignInRule({ onClose }: { readonly onClose: () => void }) {
  const { message } = App.useApp()
  const rule = useCall(readSignInRuleEndpoint)
  const change = useAct(changeSignInRuleEndpoint, {
    onDone: () => {
      onClose()
      message.success('登录规定已保存')
    },
  })
  if (!rule.data) {
    return (
      <Modal open title="登录规定" footer={null} onCancel={onClose}>
        {rule.error ? <ErrorNotice error={rule.error} /> : <Waiting />}
      </Modal>
    )
  }
  const { codeRoles, version } = rule.data
  const stale = change.error !== null && problemOf(change.error).isStale
  return (
    <FormDialog<{ codeRoles: Role[] }>
      title="登录规定"
      initial={{ codeRoles }}
      act={change}
      onSubmit={(body) => change.mutate({ body: { ...body, version } })}
      onClose={onClose}
    >
      {stale && <ErrorNotice error={change.error} />}
      <p>选中的身份须使用动态验证。尚未启用的账号仍可登录，但启用以前不能办理其他事项。</p>
      <Form.Item name="codeRoles" label="须使用动态验证的身份">
        <Checkbox.Group options={roleOptions} />
      </Form.Item>
    </FormDialog>
  )
}
