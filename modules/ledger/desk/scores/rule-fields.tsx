import { Button, Checkbox, Input, Select } from 'antd'
import type { EditedLine } from './rules-edit.ts'
import { kindLabels } from './score-words.ts'

const kinds = (['points', 'talk'] as const).map((value) => ({ value, label: kindLabels[value] }))

interface RuleFieldsProps {
  readonly line: EditedLine
  /** From 1. */
  readonly place: number
  readonly faults: Readonly<Record<string, string>>
  readonly onChange: (part: Partial<EditedLine>) => void
  readonly onRemove: () => void
  readonly onTry: () => void
}

/** One line of the rules in the form; what is wrong with it stands at the field. */
export function RuleFields({ line, place, faults, onChange, onRemove, onTry }: RuleFieldsProps) {
  const text = (field: 'key' | 'title' | 'basis', label: string, example: string) => (
    <div>
      <span aria-hidden="true">{label}</span>
      <Input
        aria-label={`第 ${place} 项的${label}`}
        value={line[field]}
        placeholder={example}
        status={faults[field] === undefined ? '' : 'error'}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
      <Fault message={faults[field]} />
    </div>
  )
  return (
    <fieldset className="ruleedit" aria-label={`第 ${place} 项`}>
      {text('key', '编号', '如 on-time')}
      {text('title', '项目', '如 按时报送')}
      <div>
        <span aria-hidden="true">结果</span>
        <Select
          aria-label={`第 ${place} 项的结果`}
          value={line.kind}
          options={kinds}
          onChange={(kind) => onChange({ kind })}
        />
      </div>
      {text('basis', '依据', '如 某文件 四（四）')}
      <div className="ruleedit__wide">
        <span aria-hidden="true">算法</span>
        <Input.TextArea
          aria-label={`第 ${place} 项的算法`}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={1000}
          value={line.text}
          status={faults.text === undefined ? '' : 'error'}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <Fault message={faults.text} />
      </div>
      <div className="ruleedit__foot row">
        <Checkbox checked={line.officePoints} onChange={(event) => onChange({ officePoints: event.target.checked })}>
          条文没有写明分值，由督查室决定
        </Checkbox>
        <Button size="small" aria-label={`试算第 ${place} 项`} disabled={line.text.trim() === ''} onClick={onTry}>
          试算
        </Button>
        <Button size="small" type="link" aria-label={`删去第 ${place} 项`} onClick={onRemove}>
          删去
        </Button>
      </div>
    </fieldset>
  )
}

function Fault({ message }: { readonly message: string | undefined }) {
  return message === undefined ? null : (
    <span className="fault" role="alert">
      {message}
    </span>
  )
}
