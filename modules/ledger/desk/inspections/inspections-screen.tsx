import '../ledger.css'
import '../lists/lists.css'
import './inspections.css'
import { dayText, Empty, Icon, Tabs } from '@guangyue/platform/ui'
import { downloadHref, Loaded, PageBody, PageHead, useCall, useMay } from '@guangyue/platform/ui/desk'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import {
  exportFindingsEndpoint,
  exportInspectionsEndpoint,
  kindLabels,
  listFindingsEndpoint,
  listInspectionsEndpoint,
} from '../../inspections/api.ts'
import { ExportLink } from '../export-link.tsx'
import { UnitSelect } from '../unit-select.tsx'
import { findingsIn, findingsQuery, stateChoices } from './finding-address.ts'
import { FindingsTable } from './findings-table.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import type { FindingFilter } from './shapes.ts'

const here = '/desk/ledger/inspections'
const kinds = Object.entries(kindLabels).map(([value, label]) => ({ value, label }))

/** 督查活动: inspections, and the list of all that they found. */
export function Screen() {
  const [search] = useSearchParams()
  const filter = findingsIn(search)
  const findings = search.get('show') === 'findings'
  const plans = useMay('ledger.inspect')
  const [planning, setPlanning] = useState(false)
  const navigate = useNavigate()
  return (
    <>
      <PageHead
        title="督查活动"
        meta="先定方案再开展；发现交办责任单位，限期整改，由另一单位核验后销号"
        actions={
          <>
            {findings && (
              <>
                <a className="btn btn--sm" download href={downloadHref(exportFindingsEndpoint, { query: filter })}>
                  <Icon name="i-down" />
                  导出督导清单
                </a>
                <a className="btn btn--sm" href={`/desk/ledger/inspections/list${findingsQuery(filter)}`}>
                  打印督导清单
                </a>
              </>
            )}
            {!findings && (
              <ExportLink
                href={downloadHref(exportInspectionsEndpoint, { query: { kind: filter.kind, unit: filter.unit } })}
              />
            )}
            {plans && (
              <Button type="primary" onClick={() => setPlanning(true)}>
                登记方案
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <Tabs
          label="督查活动与督导清单"
          tabs={[
            { href: here, label: '督查活动', current: !findings },
            { href: `${here}?show=findings`, label: '督导清单', current: findings },
          ]}
        />
        {findings ? <Findings filter={filter} /> : <Inspections filter={filter} />}
      </PageBody>
      {planning && (
        <PlanDialog onClose={() => setPlanning(false)} onDone={(id) => void navigate(`/ledger/inspections/${id}`)} />
      )}
    </>
  )
}

function useNarrow(filter: FindingFilter, show: 'findings' | null) {
  const navigate = useNavigate()
  return (part: FindingFilter) => {
    const query = new URLSearchParams(findingsQuery({ ...filter, ...part }))
    if (show) query.set('show', show)
    void navigate(`/ledger/inspections?${query}`, { replace: true })
  }
}

function Findings({ filter }: { readonly filter: FindingFilter }) {
  const found = useCall(listFindingsEndpoint, { query: filter })
  const narrow = useNarrow(filter, 'findings')
  return (
    <Loaded query={found}>
      {({ items }) => (
        <FindingsTable
          items={items}
          across="inspections"
          todo={<p>督查中登记的发现会列在这里。</p>}
          toolbar={
            <search className="listfilters">
              <UnitSelect
                allowClear
                label="责任单位"
                placeholder="责任单位"
                value={filter.unit}
                onChange={(unit) => narrow({ unit })}
              />
              <Select
                allowClear
                aria-label="督查方式"
                placeholder="督查方式"
                value={filter.kind}
                options={kinds}
                onChange={(kind) => narrow({ kind: kind as FindingFilter['kind'] })}
              />
              <Select<NonNullable<FindingFilter['state']>>
                allowClear
                aria-label="状态"
                placeholder="状态"
                value={filter.state === 'all' ? null : filter.state}
                options={[...stateChoices]}
                onChange={(state) => narrow({ state: state ?? 'all' })}
              />
            </search>
          }
        />
      )}
    </Loaded>
  )
}

function Inspections({ filter: { kind, unit } }: { readonly filter: FindingFilter }) {
  const found = useCall(listInspectionsEndpoint, { query: { kind, unit } })
  return (
    <Loaded query={found}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="没有督查活动">
            <p>督查室登记方案后，督查组和核验单位在这里看到；被督查单位在有发现交办时看到。</p>
          </Empty>
        ) : (
          <ul className="inspections">
            {items.map(({ id, title, kind: how, fromDay, toDay, places, findings, openFindings }) => (
              <li key={id}>
                <div>
                  <a className="board-title" href={`${here}/${id}`}>
                    {title}
                  </a>
                  <span className="sub">
                    {kindLabels[how]}　{fromDay === toDay ? dayText(fromDay) : `${dayText(fromDay)}至${dayText(toDay)}`}
                    {places.length > 0 && `　${places.join('、')}`}
                  </span>
                </div>
                <span className="meta">
                  发现 {findings} 条{openFindings > 0 && `，未销号 ${openFindings} 条`}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
