import '../ledger.css'
import './dispatch.css'
import { Cite, dayText, Light, monthText, Notice, Quote, Timeline } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall, useMe, useTyped } from '@guangyue/platform/ui/desk'
import { useState } from 'react'
import { useParams } from 'react-router'
import { getTaskEndpoint } from '../../api.ts'
import { getReportEndpoint } from '../../dispatch/api.ts'
import { whenText } from '../moments.ts'
import { ReportActions } from './report-actions.tsx'
import { editOf, isSame } from './report-edit.ts'
import { ReportForm } from './report-form.tsx'
import { ReportRead } from './report-read.tsx'
import { dueWord, lightOfReport, wordOfReport } from './report-words.ts'
import type { Report } from './shapes.ts'

/** 报告: what one unit says of one task in one period, and what may be done about it. */
export function Screen() {
  const { id = '' } = useParams()
  const report = useCall(getReportEndpoint, { params: { id } })
  if (report.data !== undefined) return <OneReport key={id} report={report.data} />
  return (
    <>
      <PageHead title="报告" crumbs={[{ href: '/desk/ledger/dispatch', label: '月调度' }, { label: '报告' }]} />
      <PageBody>
        <Loaded query={report}>{() => null}</Loaded>
      </PageBody>
    </>
  )
}

function OneReport({ report }: { readonly report: Report }) {
  const { may } = report
  const { id, version } = report
  const editing = useTyped({ name: 'report', id, saved: editOf(report), version, same: isSame })
  // who may sign reads first; changing the text makes them its writer, who cannot sign
  const [writing, setWriting] = useState(may.includes('write') && (editing.unsaved || !may.includes('sign')))
  const written = writing && may.includes('write')
  return (
    <>
      <PageHead
        title={report.title}
        voice="promulgated"
        crumbs={[
          { href: `/desk/ledger/dispatch?period=${report.periodId}`, label: '月调度' },
          { label: `${monthText(report.month)} ${report.unit.name}` },
        ]}
        meta={
          <>
            <Light state={lightOfReport(report)} size="large">
              {wordOfReport(report)}
            </Light>
            <span>
              {report.unit.name}（{report.role === 'lead' ? '牵头' : '配合'}）
            </span>
            <span>{dueWord(report)}</span>
          </>
        }
        actions={written ? undefined : <ReportActions report={report} onWrite={() => setWriting(true)} />}
      />
      {written ? (
        <ReportForm
          report={report}
          editing={editing}
          told={<Told report={report} />}
          beside={<Beside report={report} />}
          onBack={may.includes('sign') ? () => setWriting(false) : undefined}
        />
      ) : (
        <PageBody>
          <div className="report">
            <div className="stack">
              <Told report={report} />
              <ReportRead report={report} />
            </div>
            <Beside report={report} />
          </div>
        </PageBody>
      )}
    </>
  )
}

/** The one thing to know now. */
function Told({ report }: { readonly report: Report }) {
  const { state, answer, answeredBy, closedOn, ownDraft, may, above } = report
  const { account } = useMe()
  const head = account.roles.includes('head') && account.bodyId === report.unit.id
  return (
    <>
      {closedOn !== null && (
        <Notice title={`本期已于${dayText(closedOn)}截止`}>
          <p>内容不再改动，新的进展请写入下一期。</p>
        </Notice>
      )}
      {state === 'returned' && (
        <Notice tone="bad" title={`已退回：${answer ?? ''}`}>
          <p>{answeredBy}退回，请修改后重新提请签发。</p>
        </Notice>
      )}
      {state === 'draft' && head && ownDraft && closedOn === null && (
        <Notice tone="warn" title="您是起草人，不能自己签发">
          <p>请由{report.unit.name}的另一位负责人签发，或由经办人修改保存后您再签发。</p>
        </Notice>
      )}
      {may.includes('sign') && (
        <Notice title={`${report.draftedName ?? '经办人'}起草，等您签发`}>
          <p>核对无误请签发；您若改动文字，就成为起草人，须由另一位负责人签发。</p>
        </Notice>
      )}
      {state === 'merged' && above !== null && (
        <Notice title="已并入牵头单位的报告">
          <p>
            <a href={`/desk/ledger/reports/${above}`}>看牵头单位的报告</a>
          </p>
        </Notice>
      )}
    </>
  )
}

function Beside({ report }: { readonly report: Report }) {
  const { today } = useMe()
  const task = useCall(getTaskEndpoint, { params: { id: report.taskId } }).data
  return (
    <aside aria-label="任务与经过">
      <div className="aside-block">
        <h2>任务</h2>
        <p>
          <a href={`/desk/ledger/tasks/${report.taskId}`}>{report.title}</a>
        </p>
        <Quote source={<Cite href={report.cite.href ?? undefined}>{report.cite.label}</Cite>}>
          {clauseOf(task) ?? report.cite.title}
        </Quote>
      </div>
      {report.history.length > 0 && (
        <div className="aside-block">
          <h2>经过</h2>
          <Timeline
            entries={report.history.toReversed().map(({ at, label, who, words }) => ({
              key: `${at} ${label}`,
              title: label,
              when: whenText(at, today),
              dateTime: at,
              who,
              children: words === null ? undefined : <p>{words}</p>,
            }))}
          />
        </div>
      )}
    </aside>
  )
}

interface Clause {
  readonly clause: { readonly text: string; readonly start: number; readonly end: number } | null
  readonly measureTitle: string
}

function clauseOf(task: Clause | undefined): string | undefined {
  return task?.clause ? task.clause.text.slice(task.clause.start, task.clause.end) : task?.measureTitle
}
