import { ErrorNotice, useAct, useMay } from '@guangyue/platform/ui/desk'
import { App, Button } from 'antd'
import { confirmMeasuresEndpoint } from '../../api.ts'
import type { DraftItem } from '../shapes.ts'
import type { Scope } from './use-scope.ts'

interface ConfirmClearProps {
  readonly scope: Scope
  readonly items: readonly DraftItem[]
  /** How many wait without any fault. */
  readonly clear: number
}

/** Confirms at once whatever has no fault; the rest stays for a person. */
export function ConfirmClear({ scope: { document, issue }, items, clear }: ConfirmClearProps) {
  const { modal, message } = App.useApp()
  const may = useMay('ledger.confirm')
  const confirm = useAct(confirmMeasuresEndpoint, {
    onDone: ({ confirmed, tasks, leftFaulty, leftChanged }) => {
      const left = [
        leftFaulty > 0 ? `有疑的 ${leftFaulty} 条没有动` : '',
        leftChanged > 0 ? `${leftChanged} 条刚被别人改过，请再看一遍` : '',
      ].filter((words) => words !== '')
      void message.success([`已确认 ${confirmed} 条，成立任务 ${tasks} 项`, ...left].join('；'), 6)
    },
  })
  if (!may || clear === 0) return null
  const measures = items
    .filter(({ state, faults }) => state === 'draft' && faults.length === 0)
    .map(({ id, version }) => ({ id, version }))
  return (
    <>
      <Button
        loading={confirm.isPending}
        onClick={() =>
          void modal.confirm({
            title: `确认没有疑点的 ${clear} 条措施？`,
            content: '任务随即成立并分到各单位。不会对公众公开任何内容；有疑点的措施保持待核。',
            okText: '确认',
            cancelText: '再看看',
            onOk: () => confirm.mutate({ body: document || issue ? { document, issue } : { measures } }),
          })
        }
      >
        确认无疑点的 {clear} 条
      </Button>
      <ErrorNotice error={confirm.error} />
    </>
  )
}
