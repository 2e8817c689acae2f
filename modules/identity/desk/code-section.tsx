import { Light, Notice } from '@guangyue/platform/ui'
import { FormDialog, useAct } from '@guangyue/platform/ui/desk'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { beginCodeEndpoint, confirmCodeEndpoint, endCodeEndpoint, type OwnAccount } from '../own/api.ts'
import { Section } from './section.tsx'
import { SecretLines, ShownOnce } from './shown-once.tsx'

interface Begun {
  readonly secret: string
  readonly qr: string
  readonly backupCodes: readonly string[]
}

type Step =
  | { readonly at: 'none' | 'begin' | 'end' }
  | { readonly at: 'confirm'; readonly begun: Begun }
  | { readonly at: 'codes'; readonly codes: readonly string[] }

/** Setting up a verifier (TOTP) and turning it off. */
export function CodeSection({ account }: { readonly account: OwnAccount }) {
  const [step, setStep] = useState<Step>({ at: 'none' })
  const close = () => setStep({ at: 'none' })
  return (
    <Section
      title="动态验证"
      said="登录时除密码外，再输入手机验证器显示的 6 位数字。任何支持 TOTP 的验证器都可使用。"
      actions={
        account.codeOn ? (
          <Button
            disabled={account.codeDemanded}
            title={account.codeDemanded ? '您的身份要求使用动态验证' : ''}
            onClick={() => setStep({ at: 'end' })}
          >
            关闭动态验证
          </Button>
        ) : (
          <Button onClick={() => setStep({ at: 'begin' })}>启用动态验证</Button>
        )
      }
    >
      <p>
        <Light state={account.codeOn ? 'done' : 'not-begun'}>{account.codeOn ? '已启用' : '未启用'}</Light>
        {account.codeDemanded && <span className="meta">　本市要求您的身份使用</span>}
      </p>
      {step.at === 'begin' && <Begin onBegun={(begun) => setStep({ at: 'confirm', begun })} onClose={close} />}
      {step.at === 'confirm' && (
        <Confirm
          begun={step.begun}
          onDone={() => setStep({ at: 'codes', codes: step.begun.backupCodes })}
          onClose={close}
        />
      )}
      {step.at === 'codes' && (
        <ShownOnce
          title="动态验证已启用"
          said="手机不在身边时，可用下面的备用码登录，每个只能用一次。请抄在安全的地方。"
          lines={step.codes}
          onClose={close}
        />
      )}
      {step.at === 'end' && <End onClose={close} />}
    </Section>
  )
}

function Begin({ onBegun, onClose }: { readonly onBegun: (begun: Begun) => void; readonly onClose: () => void }) {
  const begin = useAct(beginCodeEndpoint, { onDone: onBegun })
  return (
    <FormDialog
      title="启用动态验证"
      okText="下一步"
      initial={{ password: '' }}
      act={begin}
      onSubmit={({ password }) => begin.mutate({ body: { password } })}
      onClose={onClose}
    >
      <PasswordItem />
    </FormDialog>
  )
}

function Confirm({
  begun,
  onDone,
  onClose,
}: {
  readonly begun: Begun
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const confirm = useAct(confirmCodeEndpoint, { onDone })
  return (
    <FormDialog
      title="用验证器扫描二维码"
      okText="确认启用"
      initial={{ code: '' }}
      act={confirm}
      onSubmit={({ code }) => confirm.mutate({ body: { code } })}
      onClose={onClose}
    >
      <div className="stack">
        <img
          src={`data:image/svg+xml,${encodeURIComponent(begun.qr)}`}
          alt="动态验证的二维码，内容即下面的密钥"
          width={200}
          height={200}
          style={{ background: '#fff' }}
        />
        <p>不能扫描时，在验证器中选择“手工输入”，填入密钥：</p>
        <SecretLines lines={[begun.secret]} />
        <Form.Item name="code" label="验证器显示的 6 位数字" rules={[{ required: true, message: '请输入 6 位数字' }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus style={{ width: 160 }} />
        </Form.Item>
      </div>
    </FormDialog>
  )
}

function End({ onClose }: { readonly onClose: () => void }) {
  const { message } = App.useApp()
  const end = useAct(endCodeEndpoint, {
    onDone: () => {
      onClose()
      message.success('动态验证已关闭')
    },
  })
  return (
    <FormDialog
      title="关闭动态验证"
      okText="关闭"
      initial={{ password: '' }}
      act={end}
      onSubmit={({ password }) => end.mutate({ body: { password } })}
      onClose={onClose}
    >
      <div className="stack">
        <Notice tone="warn">关闭后，只凭密码即可登录，备用码也一并作废。</Notice>
        <PasswordItem />
      </div>
    </FormDialog>
  )
}

function PasswordItem() {
  return (
    <Form.Item name="password" label="现在的密码" rules={[{ required: true, message: '请输入密码' }]}>
      <Input.Password autoComplete="current-password" autoFocus />
    </Form.Item>
  )
}
