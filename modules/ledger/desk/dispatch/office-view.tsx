import { type Column, dayText, Empty, Light, monthText, shortDay, Table } from '@guangyue/platform/ui'
import { downloadHref, Loaded, useCall, useMay, useMe } from '@guangyue/platform/ui/desk'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { exportPeriodEndpoint, getPeriodEndpoint, levelLabels, listDutiesEndpoint } from '../../dispatch/api.ts'
import { ExportLink } from '../export-link.tsx'
import { ClosePeriodDialog, OpenPeriodDialog } from './period-dialogs.tsx'
import type { Period, PeriodDetail, Runs } from './shapes.ts'
import { Duties } from './unit-view.tsx'
import { WaitingReports } from './waiting-reports.tsx'

/** What the office can set going from any period. */
export function OfficeHead({ runs }: { readonly runs: Runs }) {
  const [opening, setOpening] = useState(false)
  const [, setParams] = useSearchParams()
  return (
    <>
      <Button href="/desk/ledger/dispatch/schemes">调度安排</Button>
      {runs.schemes.length > 0 && <Button onClick={() => setOpening(true)}>开启一期</Button>}
      {opening && (
        <OpenPeriodDialog
          runs={runs}
          onClose={() => setOpening(false)}
          onDone={(period) => {
            setOpening(false)
            setParams({ period })
          }}
        />
      )}
    </>
  )
}

/** A period as the whole city stands in it. */
export function OfficeView({ runs }: { readonly runs: Runs }) {
  const [params, setParams] = useSearchParams()
  const chosen = runs.periods.find(({ id }) => id === params.get('period')) ?? runs.periods[0]
  if (chosen === undefined) {
    return (
      <Empty title="还没有开启过调度">
        {runs.schemes.length === 0
          ? '请先在“调度安排”中登记每月几号开启、几号前报送。'
          : '到开启日自动开启，也可以现在就“开启一期”。'}
      </Empty>
    )
  }
  return (
    <div className="stack dispatch">
      <Select
        aria-label="调度期"
        className="periodchoice"
        value={chosen.id}
        options={runs.periods.map((period) => ({ value: period.id, label: periodLabel(period) }))}
        onChange={(period) => setParams({ period })}
      />
      <OnePeriod key={chosen.id} id={chosen.id} />
    </div>
  )
}

function periodLabel({ scheme, month, closedOn }: Period): string {
  return `${monthText(month)} ${scheme}${closedOn === null ? '' : '（已截止）'}`
}

function OnePeriod({ id }: { readonly id: string }) {
  const period = useCall(getPeriodEndpoint, { params: { id } })
  const steer = useMay('ledger.steer')
  return (
    <Loaded query={period}>
      {(found) => (
        <>
          <Told period={found} />
          <Figures period={found} />
          {steer && found.closedOn === null && <WaitingReports periodId={id} />}
          <Units period={found} />
          <UnitReports period={found} />
        </>
      )}
    </Loaded>
  )
}

function Told({ period }: { readonly period: PeriodDetail }) {
  const { today } = useMe()
  const office = useMay('ledger.dispatch')
  const [closing, setClosing] = useState(false)
  const { openedOn, due, closedOn } = period
  return (
    <div className="row">
      <span>
        {shortDay(openedOn)}开启，{dayText(due)}前报送（含当日）
        {closedOn !== null && `，${shortDay(closedOn)}截止`}
      </span>
      <ExportLink href={downloadHref(exportPeriodEndpoint, { params: { id: period.id }, query: {} })}>
        导出报告
      </ExportLink>
      {office && closedOn === null && today > due && <Button onClick={() => setClosing(true)}>截止本期</Button>}
      {office && closedOn === null && today <= due && <span className="meta">到期之后可以截止本期</span>}
      {closing && <ClosePeriodDialog period={period} onClose={() => setClosing(false)} />}
    </div>
  )
}

const figures = [
  ['all', '应报'],
  ['owing', '未报'],
  ['signed', '已签报'],
  ['accepted', '已采纳'],
  ['returned', '退回未改'],
  ['late', '迟报'],
  ['waived', '免报'],
] as const

function Figures({ period: { units } }: { readonly period: PeriodDetail }) {
  const sums = figures.map(([key, label]) => ({ label, count: units.reduce((sum, unit) => sum + unit[key], 0) }))
  return (
    <ul className="statekey" aria-label="本期合计">
      {sums
        .filter(({ label, count }) => count > 0 || label !== '免报')
        .map(({ label, count }) => (
          <li key={label}>
            <span>
              <b className="num">{count}</b>
              {label}
            </span>
          </li>
        ))}
    </ul>
  )
}

const reminded: Column<PeriodDetail['units'][number]> = {
  key: 'level',
  head: '催报到',
  cell: ({ level }) => (level === null ? '' : levelLabels[level]),
}

function Units({ period }: { readonly period: PeriodDetail }) {
  const { units, due, closedOn, id } = period
  const { today } = useMe()
  if (units.length === 0) return <Empty title="这一期没有要报的">范围内没有正在办理的任务。</Empty>
  const over = closedOn !== null || today > due
  return (
    <section className="stack" aria-labelledby="units-head">
      <h2 id="units-head">各单位　{units.length}</h2>
      <Table
        caption="各单位报送情况"
        captionShown="heard"
        keyOf={({ unit }) => unit.id}
        rows={units}
        columns={[
          {
            key: 'unit',
            head: '单位',
            names: 'row',
            cell: ({ unit }) => <a href={`/desk/ledger/dispatch?period=${id}&unit=${unit.id}`}>{unit.name}</a>,
          },
          ...(units.some(({ level }) => level !== null) ? [reminded] : []),
          { key: 'all', head: '应报', align: 'right', cell: ({ all }) => all },
          {
            key: 'owing',
            head: '未报',
            align: 'right',
            cell: ({ owing }) => (owing > 0 && over ? <Light state="overdue">{owing}</Light> : owing > 0 ? owing : '0'),
          },
          { key: 'late', head: '迟报', align: 'right', cell: ({ late }) => (late > 0 ? late : '') },
          { key: 'returned', head: '退回未改', align: 'right', cell: ({ returned }) => (returned > 0 ? returned : '') },
          { key: 'signed', head: '已签报', align: 'right', cell: ({ signed }) => (signed > 0 ? signed : '') },
          { key: 'accepted', head: '已采纳', align: 'right', cell: ({ accepted }) => (accepted > 0 ? accepted : '') },
        ]}
      />
    </section>
  )
}

/** The reports of the unit that was opened in the table. */
function UnitReports({ period }: { readonly period: PeriodDetail }) {
  const [params] = useSearchParams()
  const unit = period.units.find((one) => one.unit.id === params.get('unit'))?.unit
  return unit === undefined ? null : <ReportsOf key={unit.id} periodId={period.id} unit={unit} />
}

function ReportsOf({
  periodId,
  unit,
}: {
  readonly periodId: string
  readonly unit: { readonly id: string; readonly name: string }
}) {
  const found = useCall(listDutiesEndpoint, { query: { as: 'all', period: periodId, unit: unit.id, limit: 200 } })
  return (
    <div className="home home--one" ref={(shown) => shown?.scrollIntoView({ block: 'nearest' })}>
      <Loaded query={found}>
        {({ items, total }) => <Duties title={`${unit.name}的报告`} duties={items} total={total} action="查看" />}
      </Loaded>
    </div>
  )
}
