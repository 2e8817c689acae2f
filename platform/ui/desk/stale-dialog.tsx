import { Modal, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { problemOf } from './problem.ts'
import { differing, merged, type Side, type StaleField, type StaleRow } from './stale-choice.ts'

interface StaleDialogProps {
  /** The error of an act; the dialog opens when it is a stale edit. */
  readonly error: unknown
  readonly fields: readonly StaleField[]
  /** How a value is read; by itself unless said. */
  readonly show?: (key: string, value: unknown) => ReactNode
  /** Save what was chosen, over the version that is now current. */
  readonly onSave: (chosen: Readonly<Record<string, unknown>>, current: Readonly<Record<string, unknown>>) => void
  /** Go on editing; nothing is saved or lost. */
  readonly onBack: () => void
}

/** Two people have edited one thing: both texts field by field, and a choice. */
export function StaleDialog({ error, fields, show = plain, onSave, onBack }: StaleDialogProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const problem = error === null || error === undefined ? undefined : problemOf(error)
  if (!problem?.isStale) return null
  const { yours, current } = problem.body.data as Readonly<Record<Side, Readonly<Record<string, unknown>>>>
  const rows = differing(fields, yours, current)
  return (
    <Modal
      open
      width={760}
      title={problem.body.title}
      okText="按所选保存"
      cancelText="回去接着改"
      onOk={() => onSave(merged(rows, yours, chosen), current)}
      onCancel={onBack}
    >
      <p>{problem.body.kept}。</p>
      {rows.length === 0 ? (
        <p>两份内容相同，可以直接保存。</p>
      ) : (
        <table className="table">
          <caption>请逐项选择保留哪一份</caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">您的内容</th>
              <th scope="col">现在的内容</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Choice
                key={row.key}
                row={row}
                show={show}
                side={chosen[row.key] ?? 'yours'}
                onChoose={(side) => setChosen({ ...chosen, [row.key]: side })}
              />
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  )
}

interface ChoiceProps {
  readonly row: StaleRow
  readonly side: Side
  readonly show: (key: string, value: unknown) => ReactNode
  readonly onChoose: (side: Side) => void
}

function Choice({ row, side, show, onChoose }: ChoiceProps) {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {(['yours', 'current'] as const).map((one) => (
        <td key={one}>
          <Radio checked={side === one} onChange={() => onChoose(one)}>
            {show(row.key, row[one])}
          </Radio>
        </td>
      ))}
    </tr>
  )
}

function plain(_key: string, value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return '（空）'
  return Array.isArray(value) ? value.join('、') : String(value)
}
