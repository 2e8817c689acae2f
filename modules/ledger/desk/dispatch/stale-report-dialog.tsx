import { Problem, StaleDialog } from '@guangyue/platform/ui/desk'
import { bodyOf, editOf, type ReportEdit } from './report-edit.ts'
import type { Report } from './shapes.ts'

interface StaleReportDialogProps {
  readonly report: Report
  readonly edit: ReportEdit
  readonly error: Problem
  /** What was chosen, over the version that is now current. */
  readonly onSave: (chosen: ReportEdit, version: number) => void
  readonly onBack: () => void
}

const fields = [
  { key: 'progress', label: '进展' },
  { key: 'percent', label: '完成百分比' },
  { key: 'figures', label: '目标数据' },
  { key: 'problems', label: '问题' },
  { key: 'helpWanted', label: '需协调' },
]

/** Somebody saved this report meanwhile: both texts field by field. */
export function StaleReportDialog({ report, edit, error, onSave, onBack }: StaleReportDialogProps) {
  const { current } = error.body.data as { current: Report }
  return (
    <StaleDialog
      error={new Problem({ ...error.body, data: { yours: bodyOf(edit), current } })}
      fields={fields}
      show={(key, value) => (key === 'figures' ? figureWords(report, value as Report['figures']) : plain(value))}
      onSave={(chosen) => {
        const text = chosen as unknown as ReturnType<typeof bodyOf>
        onSave({ ...editOf({ ...text, below: [] }), merges: edit.merges }, current.version)
      }}
      onBack={onBack}
    />
  )
}

function plain(value: unknown) {
  return <span className="lines">{value === null || value === '' ? '（空）' : String(value)}</span>
}

function figureWords({ targets }: Report, figures: Report['figures']): string {
  const said = figures.map(({ ordinal, value }) => {
    const target = targets.find((one) => one.ordinal === ordinal)
    return `${target?.metric ?? ''} ${value}${target?.unit ?? ''}`
  })
  return said.join('、') || '（空）'
}
