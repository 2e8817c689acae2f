import './dispatch.css'
import { Light, monthText } from '@guangyue/platform/ui'
import { Loaded, useCall } from '@guangyue/platform/ui/desk'
import type { z } from 'zod'
import { reportsOfTaskEndpoint } from '../../dispatch/api.ts'
import { lightOfReport, wordOfReport } from './report-words.ts'

type Item = z.output<typeof reportsOfTaskEndpoint.reply>['items'][number]

const shown = 3

/** 各期报告: what the units of a task reported, the newest period first; earlier ones open on demand. */
export function TaskReports({ taskId }: { readonly taskId: string }) {
  const found = useCall(reportsOfTaskEndpoint, { params: { id: taskId } })
  return (
    <Loaded query={found}>
      {({ items }) => {
        if (items.length === 0) return null
        const months = [...Map.groupBy(items, ({ month }) => month)]
        return (
          <section className="taskpart" aria-labelledby="reports-head">
            <h2 id="reports-head">各期报告</h2>
            {months.slice(0, shown).map(([month, reports]) => (
              <Month key={month} month={month} reports={reports} />
            ))}
            {months.length > shown && (
              <details className="before">
                <summary>更早的 {months.length - shown} 期</summary>
                {months.slice(shown).map(([month, reports]) => (
                  <Month key={month} month={month} reports={reports} />
                ))}
              </details>
            )}
          </section>
        )
      }}
    </Loaded>
  )
}

function Month({ month, reports }: { readonly month: string; readonly reports: readonly Item[] }) {
  return (
    <div className="stack">
      <h3>{monthText(month)}</h3>
      <ul className="list">
        {reports.map((report) => (
          <li key={report.id}>
            <p className="row">
              <a href={`/desk/ledger/reports/${report.id}`}>{report.unit.name}</a>
              <Light state={lightOfReport({ ...report, late: false })}>
                {wordOfReport({ ...report, late: false })}
              </Light>
              {report.percent !== null && <span className="meta">完成 {report.percent}%</span>}
            </p>
            <p className="lines">{report.progress}</p>
            {report.problems !== '' && <p className="lines meta">问题：{report.problems}</p>}
            {report.helpWanted !== '' && <p className="lines meta">需协调：{report.helpWanted}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
