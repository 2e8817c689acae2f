import { monthOfYearInWords } from '@guangyue/kernel/calendar'
import { useCall } from '@guangyue/platform/ui/desk'
import { getReportEndpoint } from '../../dispatch/api.ts'
import type { ProblemDetail } from './shapes.ts'

/** The report or finding that a problem came from. */
export function RaisedBy({ problem: { source, sourceId } }: { readonly problem: ProblemDetail }) {
  if (sourceId === null || source === 'hand') return null
  if (source === 'report') return <OfReport id={sourceId} />
  return (
    <div className="aside-block">
      <h2>督查发现</h2>
      <p>
        <a href={`/desk/ledger/inspections/findings/${sourceId}`}>打开这条督查发现</a>
      </p>
      <p className="meta">发现销号时，这个问题自动解决。</p>
    </div>
  )
}

function OfReport({ id }: { readonly id: string }) {
  const report = useCall(getReportEndpoint, { params: { id } }).data
  if (!report) return null
  return (
    <div className="aside-block">
      <h2>{monthOfYearInWords(report.month)}调度报告</h2>
      <p className="meta">
        {report.unit.name}
        {report.signedName !== null && `　${report.signedName}签发`}
      </p>
      <p>{report.progress}</p>
      <p>
        <a href={`/desk/ledger/reports/${id}`}>打开报告</a>
      </p>
    </div>
  )
}
