import { monthText } from '@guangyue/platform/ui'
import { StepDialog, useAct, useMe } from '@guangyue/platform/ui/desk'
import { Select } from 'antd'
import { useState } from 'react'
import { closePeriodEndpoint, openPeriodEndpoint } from '../../dispatch/api.ts'
import { monthsAround } from './months.ts'
import type { PeriodDetail, Runs } from './shapes.ts'

interface OpenPeriodProps {
  readonly runs: Runs
  readonly onClose: () => void
  readonly onDone: (periodId: string) => void
}

/** Opens a month now, whatever its day. */
export function OpenPeriodDialog({ runs, onClose, onDone }: OpenPeriodProps) {
  const { today } = useMe()
  const [schemeId, setScheme] = useState(runs.schemes[0]?.id ?? '')
  const months = monthsAround(today).map((month) => ({
    month,
    open: runs.periods.some((period) => period.schemeId === schemeId && period.month === month),
  }))
  const [picked, pick] = useState<string | null>(null)
  const now = `${today.slice(0, 7)}-01`
  const month = picked ?? (months.find((one) => !one.open && one.month <= now) ?? months[0])?.month ?? now
  const act = useAct(openPeriodEndpoint, { onDone: ({ id }) => onDone(id) })
  const scheme = runs.schemes.find(({ id }) => id === schemeId)
  return (
    <StepDialog
      label="开启"
      title="开启一期调度"
      act={act}
      onSend={() => act.mutate({ body: { schemeId, month } })}
      onClose={onClose}
    >
      <label htmlFor="open-scheme">调度安排</label>
      <Select
        id="open-scheme"
        style={{ width: '100%' }}
        value={schemeId}
        options={runs.schemes.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          setScheme(id)
          pick(null)
        }}
      />
      <label htmlFor="open-month">月份</label>
      <Select
        id="open-month"
        style={{ width: '100%' }}
        value={month}
        options={months.map((one) => ({
          value: one.month,
          label: `${monthText(one.month)}${one.open ? '（已开启）' : ''}`,
          disabled: one.open,
        }))}
        onChange={pick}
      />
      <p className="meta">
        现在正在办理的任务，其牵头单位{scheme?.supportsReport && '和配合单位'}从开启起各欠一份报告，
        {scheme?.dueDay} 日前报送（含当日），并收到消息。
      </p>
    </StepDialog>
  )
}

/** Closes a period; says beforehand what that means. */
export function ClosePeriodDialog({
  period,
  onClose,
}: {
  readonly period: PeriodDetail
  readonly onClose: () => void
}) {
  const act = useAct(closePeriodEndpoint, { onDone: onClose })
  const owing = period.units.reduce((sum, unit) => sum + unit.owing, 0)
  return (
    <StepDialog
      label="截止本期"
      title={`截止${monthText(period.month)}的调度`}
      act={act}
      danger
      onSend={() => act.mutate({ params: { id: period.id }, body: { version: period.version } })}
      onClose={onClose}
    >
      <p>截止后，本期的报告不能再填写、签发、采纳或退回，考评按这时的情况计算，不能重新打开。</p>
      <p>{owing > 0 ? `还有 ${owing} 份未报，将记为未报。` : '本期没有未报的。'}</p>
    </StepDialog>
  )
}
