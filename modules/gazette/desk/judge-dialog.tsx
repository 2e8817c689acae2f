import { ErrorNotice, FormDialog, StaleDialog, useAct } from '@guangyue/platform/ui/desk'
import { Button, Form, Input } from 'antd'
import { judgeProvisionEndpoint, withdrawJudgementEndpoint } from '../api.ts'
import type { ProvisionShown } from './document-screen.tsx'

interface JudgeDialogProps {
  readonly documentId: string
  readonly provision: ProvisionShown
  readonly onClose: () => void
}

/** Decides that a clause is left to judgement, changes the reason, or takes the decision back. */
export function JudgeDialog({ documentId, provision, onClose }: JudgeDialogProps) {
  const judge = useAct(judgeProvisionEndpoint, { onDone: onClose })
  const withdraw = useAct(withdrawJudgementEndpoint, { onDone: onClose })
  const seen = provision.judgement?.version ?? 0
  const path = [...provision.path]
  const save = (reason: string, version: number) =>
    judge.mutate({ params: { id: documentId }, body: { path, reason, seen: version } })
  return (
    <>
      <FormDialog
        title={`${provision.place} 由人判断`}
        initial={{ reason: provision.judgement?.reason ?? '' }}
        act={judge}
        onSubmit={({ reason }) => save(reason, seen)}
        onClose={onClose}
      >
        <p className="song">{provision.text.slice(0, 200)}</p>
        <Form.Item
          name="reason"
          label="为什么不作自动办理"
          extra="会连同您的姓名显示在这一条的公开页面上，其下各条一并适用。"
          rules={[{ required: true, min: 2, message: '请写明理由，例如：须由领导小组会议研究决定' }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        {provision.judgement !== null && (
          <Button
            danger
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ params: { id: documentId }, body: { path, seen } })}
          >
            撤回认定
          </Button>
        )}
        <ErrorNotice error={withdraw.error} />
      </FormDialog>
      <StaleDialog
        error={judge.error}
        fields={[{ key: 'reason', label: '理由' }]}
        onSave={(chosen, current) => save(String(chosen.reason ?? ''), Number(current.version))}
        onBack={() => judge.reset()}
      />
    </>
  )
}
