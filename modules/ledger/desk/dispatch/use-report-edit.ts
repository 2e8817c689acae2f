import { useMe, useRemembered } from '@guangyue/platform/ui/desk'
import { editOf, isSame, type ReportEdit } from './report-edit.ts'
import type { Report } from './shapes.ts'

interface Kept {
  /** The version that was read when typing began. */
  readonly version: number
  readonly edit: ReportEdit
}

export interface ReportEditing {
  readonly edit: ReportEdit
  /** What a save says that it has seen. */
  readonly version: number
  /** Typed and not saved; it stays in this browser until it is. */
  readonly unsaved: boolean
  readonly change: (edit: ReportEdit) => void
  /** Saved, or given up. */
  readonly forget: () => void
}

/** What is typed into a report, kept in this browser for its account until it is saved. */
export function useReportEdit(report: Report): ReportEditing {
  const { account } = useMe()
  const [kept, keep] = useRemembered<Kept | null>(`report.${account.id}.${report.id}`, null)
  const saved = editOf(report)
  return {
    edit: kept?.edit ?? saved,
    version: kept?.version ?? report.version,
    unsaved: kept !== null,
    change: (edit) => keep(isSame(edit, saved) ? null : { version: kept?.version ?? report.version, edit }),
    forget: () => keep(null),
  }
}
