import { type FieldFault, TypedField } from '@guangyue/platform/ui/desk'
import { Input, InputNumber } from 'antd'
import { opWords } from '../words.ts'
import type { ReportEdit } from './report-edit.ts'
import type { Report } from './shapes.ts'

interface ReportFieldsProps {
  readonly report: Report
  readonly edit: ReportEdit
  readonly faults: readonly FieldFault[]
  readonly onType: (typed: Partial<ReportEdit>) => void
}

/** Progress in words and figures, problems, and the help that is wanted. */
export function ReportFields({ report, edit, faults, onType: type }: ReportFieldsProps) {
  return (
    <>
      <TypedField id="progress" label="进展" faults={faults}>
        <Words name="progress" edit={edit} rows={5} example="本月做了什么、到了哪一步、用数字说" onType={type} />
      </TypedField>
      <TypedField id="percent" label="完成百分比" faults={faults}>
        <InputNumber
          id="percent"
          inputMode="numeric"
          min={0}
          max={100}
          precision={0}
          suffix="%"
          value={edit.percent}
          onChange={(percent) => type({ percent })}
        />
      </TypedField>
      {report.targets.map(({ ordinal, metric, op, value, unit }) => (
        <TypedField
          key={ordinal}
          id={`figure-${ordinal}`}
          label={metric}
          hint={`目标 ${opWords[op]} ${value}${unit}`}
          faults={faults}
        >
          <Input
            id={`figure-${ordinal}`}
            className="figureinput"
            inputMode="decimal"
            suffix={unit}
            value={edit.figures[ordinal] ?? ''}
            onChange={(event) => type({ figures: { ...edit.figures, [ordinal]: event.target.value } })}
          />
        </TypedField>
      ))}
      <TypedField id="problems" label="问题" hint="签发后列入问题清单，没有可不填" faults={faults}>
        <Words name="problems" edit={edit} rows={2} example="如 征地手续尚未办结" onType={type} />
      </TypedField>
      <TypedField id="helpWanted" label="需协调" hint="需要谁帮什么，没有可不填" faults={faults}>
        <Words name="helpWanted" edit={edit} rows={2} example="如 请市自然资源局加快用地预审" onType={type} />
      </TypedField>
    </>
  )
}

interface WordsProps {
  readonly name: 'progress' | 'problems' | 'helpWanted'
  readonly edit: ReportEdit
  readonly rows: number
  readonly example: string
  readonly onType: (typed: Partial<ReportEdit>) => void
}

function Words({ name, edit, rows, example, onType }: WordsProps) {
  return (
    <Input.TextArea
      id={name}
      autoSize={{ minRows: rows, maxRows: 16 }}
      maxLength={4000}
      value={edit[name]}
      placeholder={example}
      onChange={(event) => onType({ [name]: event.target.value })}
    />
  )
}
