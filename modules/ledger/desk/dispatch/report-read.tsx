import { Empty, FileList, Progress } from '@guangyue/platform/ui'
import { downloadHref } from '@guangyue/platform/ui/desk'
import { readEvidenceEndpoint, reportLabels } from '../../dispatch/api.ts'
import { opWords } from '../words.ts'
import type { Report } from './shapes.ts'

/** A report as it stands, to be read. */
export function ReportRead({ report }: { readonly report: Report }) {
  const { progress, percent, problems, helpWanted, files } = report
  if (progress === '' && files.length === 0)
    return <Empty title="还没有填写">{report.unit.name}尚未写这一期的进展。</Empty>
  return (
    <div className="reportread">
      <Words title="进展" words={progress} />
      {percent !== null && (
        <section>
          <h2>完成</h2>
          <Progress percent={percent} />
        </section>
      )}
      <Figures report={report} />
      <Words title="问题" words={problems} />
      <Words title="需协调" words={helpWanted} />
      {files.length > 0 && (
        <section>
          <h2>证明材料</h2>
          <FileList files={filesOf(report)} />
        </section>
      )}
      <Below report={report} />
    </div>
  )
}

/** The files of a report as links that save them. */
export function filesOf({ id, files }: Pick<Report, 'id' | 'files'>) {
  return files.map((file) => ({
    href: downloadHref(readEvidenceEndpoint, { params: { id, file: file.id } }),
    name: file.name,
    size: file.bytes,
  }))
}

function Words({ title, words }: { readonly title: string; readonly words: string }) {
  if (words === '') return null
  return (
    <section>
      <h2>{title}</h2>
      <p className="lines">{words}</p>
    </section>
  )
}

function Figures({ report: { figures, targets } }: { readonly report: Report }) {
  if (figures.length === 0) return null
  return (
    <section>
      <h2>目标数据</h2>
      <dl className="dl">
        {targets.map(({ ordinal, metric, op, value, unit }) => {
          const figure = figures.find((one) => one.ordinal === ordinal)
          return (
            figure && (
              <div key={ordinal} className="dlrow">
                <dt>{metric}</dt>
                <dd>
                  <b className="num">{figure.value}</b>
                  {unit}（目标 {opWords[op]} {value}
                  {unit}）
                </dd>
              </div>
            )
          )
        })}
      </dl>
    </section>
  )
}

function Below({ report: { below } }: { readonly report: Report }) {
  if (below.length === 0) return null
  return (
    <section>
      <h2>下级和配合单位的报告</h2>
      <ul className="list">
        {below.map(({ id, unit, state, merged, progress, problems, helpWanted }) => (
          <li key={id}>
            <a href={`/desk/ledger/reports/${id}`}>{unit.name}</a>{' '}
            <span className="meta">{merged ? '已并入' : reportLabels[state]}</span>
            {progress !== '' && <p className="lines">{progress}</p>}
            {problems !== '' && <p className="lines meta">问题：{problems}</p>}
            {helpWanted !== '' && <p className="lines meta">需协调：{helpWanted}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
