import { Empty, monthText, Table } from '@guangyue/platform/ui'
import { ErrorNotice, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { listPeriodsEndpoint } from '../../dispatch/api.ts'
import { factWords, tryScoreLineEndpoint } from '../../scores/api.ts'
import { missingWord, outcomeWord } from './score-words.ts'
import type { RuleLine } from './shapes.ts'

/** One line as it is typed, on what stood fixed at the close of a period; nothing is saved. */
export function TrialDialog({ line, onClose }: { readonly line: RuleLine; readonly onClose: () => void }) {
  const runs = useCall(listPeriodsEndpoint)
  const closed = (runs.data?.periods ?? []).filter(({ closedOn }) => closedOn !== null)
  const [picked, pick] = useState<string | null>(null)
  const periodId = picked ?? closed[0]?.id
  // a title that is not yet typed is no fault of the trial
  const sent = { ...line, key: line.key || '试算', title: line.title || '试算' }
  const act = useAct(tryScoreLineEndpoint, { refreshes: [] })
  return (
    <Modal
      open
      width={760}
      title={`试算：${sent.title}`}
      okText="试算"
      cancelText="返回"
      okButtonProps={{ disabled: periodId === undefined, loading: act.isPending }}
      onOk={() => periodId !== undefined && act.mutate({ body: { periodId, line: sent } })}
      onCancel={onClose}
    >
      <div className="stack">
        <p>
          <code>{line.text}</code>
        </p>
        {runs.data && closed.length === 0 && <Empty title="还没有截止的调度">截止后，才能用截止时的情况试算。</Empty>}
        {closed.length > 0 && (
          <Select
            aria-label="用哪一期试算"
            style={{ width: 240 }}
            value={periodId}
            options={closed.map(({ id, month, scheme }) => ({ value: id, label: `${monthText(month)} ${scheme}` }))}
            onChange={pick}
          />
        )}
        <ErrorNotice error={act.error} />
        {act.data && (
          <Table
            caption="试算结果，不保存"
            rows={act.data.rows}
            keyOf={({ unit }) => unit.id}
            columns={[
              { key: 'unit', head: '单位', names: 'row', cell: ({ unit }) => unit.name },
              { key: 'points', head: '结果', align: 'right', cell: (row) => outcomeWord(row, line.kind) },
              { key: 'facts', head: '所据事实', cell: ({ reasons }) => factWords(reasons.facts, line.text) },
              { key: 'missing', head: '说明', cell: (row) => missingWord(row) },
            ]}
          />
        )}
      </div>
    </Modal>
  )
}
