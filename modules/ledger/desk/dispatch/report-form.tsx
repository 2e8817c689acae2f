import { monthText } from '@guangyue/platform/ui'
import {
  ConfirmBar,
  ErrorNotice,
  type FieldFault,
  isStale,
  PageBody,
  Problem,
  problemOf,
  type Typed,
  useAct,
} from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { askSignatureEndpoint, saveReportEndpoint } from '../../dispatch/api.ts'
import { BelowList } from './below-list.tsx'
import { Evidence } from './evidence.tsx'
import { bodyOf, faultsOf, type ReportEdit, refusedFields, takenOver } from './report-edit.ts'
import { ReportFields } from './report-fields.tsx'
import type { Report } from './shapes.ts'
import { StaleReportDialog } from './stale-report-dialog.tsx'

interface ReportFormProps {
  readonly report: Report
  readonly editing: Typed<ReportEdit>
  /** The one thing to know, above the fields. */
  readonly told: ReactNode
  /** Where it comes from, beside them. */
  readonly beside: ReactNode
  /** Back to reading and signing; for a head who may. */
  readonly onBack?: () => void
}

/** Writing a report: made to be done in two minutes on a telephone. */
export function ReportForm({ report, editing, told, beside, onBack }: ReportFormProps) {
  const { value: edit, version, unsaved, change, forget } = editing
  const [unsent, setUnsent] = useState<readonly FieldFault[]>([])
  const [said, say] = useState<string | null>(null)
  const save = useAct(saveReportEndpoint)
  const ask = useAct(askSignatureEndpoint)
  const params = { id: report.id }
  const error = save.error ?? ask.error
  const refused = error instanceof Problem ? refusedFields(edit, problemOf(error).body.errors ?? []) : []
  const faults = [...unsent, ...refused]

  async function store(text: ReportEdit, seen: number): Promise<number | null> {
    const wrong = faultsOf(text)
    setUnsent(wrong)
    if (wrong.length > 0) return null
    const done = await save.mutateAsync({ params, body: { version: seen, ...bodyOf(text) } }).catch(() => null)
    if (done === null) return null
    forget()
    return done.version
  }

  async function keep(): Promise<void> {
    ask.reset()
    say((await store(edit, version)) === null ? null : '已保存')
  }

  async function toSign(): Promise<void> {
    say(null)
    ask.reset()
    const current = unsaved || report.state !== 'draft' ? await store(edit, version) : report.version
    if (current === null) return
    const done = await ask.mutateAsync({ params, body: { version: current } }).catch(() => null)
    if (done === null) return
    say(done.told > 0 ? '已保存，并已提请本单位负责人签发' : '已保存。本单位没有另一位负责人的账号，请与管理员联系')
  }

  const type = (typed: Partial<ReportEdit>) => {
    say(null)
    change({ ...edit, ...typed })
  }

  return (
    <>
      <PageBody>
        <div className="report">
          <div className="stack">
            {told}
            <div className="stack reportform">
              {!isStale(error) && <ErrorNotice error={error} />}
              <Before report={report} onTake={() => report.before && type(takenOver(edit, report.before))} />
              <ReportFields report={report} edit={edit} faults={faults} onType={type} />
              <Evidence report={report} />
              <BelowList report={report} edit={edit} faults={faults} onChange={type} />
            </div>
          </div>
          {beside}
        </div>
      </PageBody>
      <ConfirmBar
        said={
          <span role="status">
            {said ?? (unsaved ? '有改动未保存，已记在本机，离开不会丢失' : '与已保存的内容一致')}
          </span>
        }
      >
        {onBack && !unsaved && <Button onClick={onBack}>不改了</Button>}
        <Button loading={save.isPending} disabled={!unsaved} onClick={() => void keep()}>
          保存
        </Button>
        <Button type="primary" loading={ask.isPending} onClick={() => void toSign()}>
          提请签发
        </Button>
      </ConfirmBar>
      {isStale(save.error) && (
        <StaleReportDialog
          report={report}
          edit={edit}
          error={save.error}
          onSave={async (chosen, seen) => {
            say((await store(chosen, seen)) === null ? null : '已保存')
          }}
          onBack={save.reset}
        />
      )}
    </>
  )
}

/** What the unit said in the period before, and one tap to go on from it. */
function Before({ report: { before }, onTake }: { readonly report: Report; readonly onTake: () => void }): ReactNode {
  if (before === null) return null
  return (
    <details className="before">
      <summary>
        {monthText(before.month)}的报告{before.percent !== null && `（完成 ${before.percent}%）`}
      </summary>
      <p className="lines">{before.progress}</p>
      <Button size="small" onClick={onTake}>
        沿用上期内容
      </Button>
    </details>
  )
}
