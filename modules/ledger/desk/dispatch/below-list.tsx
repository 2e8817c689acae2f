import { Light } from '@guangyue/platform/ui'
import type { FieldFault } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { reportLabels } from '../../dispatch/api.ts'
import { leftOut, type ReportEdit, takenIn } from './report-edit.ts'
import { lightOfReport } from './report-words.ts'
import type { Below, Report } from './shapes.ts'

interface BelowListProps {
  readonly report: Report
  readonly edit: ReportEdit
  readonly faults: readonly FieldFault[]
  readonly onChange: (edit: ReportEdit) => void
}

/** Reports that came up to this one, each to be read and taken in with one tap. */
export function BelowList({ report: { below }, edit, faults, onChange }: BelowListProps) {
  if (below.length === 0) return null
  const wrong = faults.find(({ field }) => field === 'merges')
  return (
    <section className="stack" aria-labelledby="below-head">
      <h2 id="below-head">下级和配合单位的报告　{below.length}</h2>
      {wrong && (
        <p className="field__error" role="alert">
          {wrong.message}
        </p>
      )}
      <ul className="list list--ruled">
        {below.map((one) => (
          <BelowRow
            key={one.id}
            below={one}
            taken={edit.merges.includes(one.id)}
            onTake={() => onChange(takenIn(edit, one))}
            onLeave={() => onChange(leftOut(edit, one.id))}
          />
        ))}
      </ul>
    </section>
  )
}

interface BelowRowProps {
  readonly below: Below
  readonly taken: boolean
  readonly onTake: () => void
  readonly onLeave: () => void
}

function BelowRow({ below, taken, onTake, onLeave }: BelowRowProps) {
  const { id, unit, state, progress, problems, helpWanted, files, free } = below
  return (
    <li className="stack">
      <p className="row">
        <Light state={taken ? 'done' : lightOfReport({ state, late: false })}>
          {taken ? '并入' : reportLabels[state]}
        </Light>
        <a href={`/desk/ledger/reports/${id}`}>{unit.name}</a>
        {files > 0 && <span className="meta">证明材料 {files}</span>}
      </p>
      {progress !== '' && <p className="lines">{progress}</p>}
      {problems !== '' && <p className="lines meta">问题：{problems}</p>}
      {helpWanted !== '' && <p className="lines meta">需协调：{helpWanted}</p>}
      {free && !taken && (
        <Button size="small" aria-label={`把${unit.name}的报告并入本报告`} onClick={onTake}>
          并入本报告
        </Button>
      )}
      {taken && state === 'signed' && (
        <Button size="small" aria-label={`不并入${unit.name}的报告`} onClick={onLeave}>
          不并入
        </Button>
      )}
    </li>
  )
}
