import { listBodyEntriesEndpoint } from '@guangyue/modules/organisations/api'
import { FormDialog, StaleDialog, useAct, useCall } from '@guangyue/platform/ui/desk'
import { App, Checkbox, Form, Input, Radio, Select } from 'antd'
import { type AccountEntry, changeAccountEndpoint, createAccountEndpoint } from '../accounts/api.ts'
import type { Role } from '../api.ts'
import { roleNames } from '../pages/role-names.ts'
import type { Handed } from './reset-password.tsx'
import { roleOptions } from './role-options.ts'

interface Person {
  readonly name: string
  readonly bodyId: string | null
  readonly title: string | null
  readonly email: string | null
  readonly roles: Role[]
}

const nobody: Person = { name: '', bodyId: null, title: null, email: null, roles: ['officer'] }

interface CreateProps {
  readonly onHanded: (handed: Handed) => void
  readonly onClose: () => void
}

/** A new account; its password is typed or made, and shown once. */
export function CreateAccount({ onHanded, onClose }: CreateProps) {
  const create = useAct(createAccountEndpoint)
  const initial = { ...nobody, username: '', password: '', mustChangePassword: true }
  return (
    <FormDialog
      title="新建账号"
      okText="新建"
      initial={initial}
      act={create}
      onSubmit={(body) =>
        create.mutate(
          { body: { ...withNulls(body), password: body.password || null } },
          { onSuccess: ({ password }) => onHanded({ title: '账号已建立', username: body.username, password }) },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="username"
        label="用户名"
        extra="2 至 40 位，可用汉字、字母、数字和 _ . -，不分大小写"
        rules={[{ required: true, message: '请填写用户名' }]}
      >
        <Input autoComplete="off" autoFocus maxLength={40} />
      </Form.Item>
      <PersonItems />
      <Form.Item name="password" label="初始密码" extra="不填则由程序生成">
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="mustChangePassword" valuePropName="checked">
        <Checkbox>本人首次登录须修改密码</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}

const fields = [
  { key: 'name', label: '姓名' },
  { key: 'bodyId', label: '单位' },
  { key: 'title', label: '职务' },
  { key: 'email', label: '邮箱' },
  { key: 'roles', label: '身份' },
  { key: 'state', label: '状态' },
]

/** Changes or closes an account; when somebody else has changed it meanwhile, both are shown. */
export function ChangeAccount({ account, onClose }: { readonly account: AccountEntry; readonly onClose: () => void }) {
  const { message } = App.useApp()
  const bodies = useBodyOptions()
  const change = useAct(changeAccountEndpoint, {
    onDone: () => {
      onClose()
      message.success('账号已保存')
    },
  })
  const { id, version, name, bodyId, title, email, roles, state } = account
  const save = (body: Person & { state: 'active' | 'closed' }, over: number) =>
    change.mutate({ params: { id }, body: { ...withNulls(body), version: over } })
  const show = (key: string, value: unknown) => {
    if (key === 'roles') return (value as Role[]).map((role) => roleNames[role].zh).join('、') || '（无）'
    if (key === 'bodyId') return bodies.find((body) => body.value === value)?.label ?? '（无）'
    if (key === 'state') return value === 'active' ? '在用' : '已停用'
    return value === null || value === '' ? '（空）' : String(value)
  }
  return (
    <>
      <FormDialog
        title={`修改账号：${account.name}（${account.username}）`}
        initial={{ name, bodyId, title, email, roles, state }}
        act={change}
        onSubmit={(body) => save(body, version)}
        onClose={onClose}
      >
        <PersonItems />
        <Form.Item name="state" label="状态" extra="停用后不能登录，已登录的随即退出；所办的事仍记在其名下">
          <Radio.Group
            options={[
              { value: 'active', label: '在用' },
              { value: 'closed', label: '停用' },
            ]}
          />
        </Form.Item>
      </FormDialog>
      <StaleDialog
        error={change.error}
        fields={fields}
        show={show}
        onSave={(chosen, current) =>
          save(chosen as unknown as Person & { state: 'active' | 'closed' }, Number(current.version))
        }
        onBack={() => change.reset()}
      />
    </>
  )
}

function PersonItems() {
  return (
    <>
      <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="bodyId" label="单位">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="不属于任何单位"
          options={useBodyOptions()}
        />
      </Form.Item>
      <Form.Item name="title" label="职务">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="email" label="邮箱">
        <Input type="email" maxLength={200} />
      </Form.Item>
      <Form.Item name="roles" label="身份">
        <Checkbox.Group options={roleOptions} />
      </Form.Item>
    </>
  )
}

function useBodyOptions(): { value: string; label: string }[] {
  const { data } = useCall(listBodyEntriesEndpoint)
  return (data?.bodies ?? [])
    .filter(({ closedOn }) => closedOn === null)
    .map(({ id, short }) => ({ value: id, label: short }))
}

/** A choice that was cleared is null. */
function withNulls<Values extends Person>(values: Values): Values {
  return { ...values, bodyId: values.bodyId ?? null, title: values.title ?? null, email: values.email ?? null }
}
