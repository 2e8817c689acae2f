import '../ledger.css'
import './lists.css'
import { Icon, Tabs } from '@guangyue/platform/ui'
import { downloadHref, PageBody, PageHead, useCall, useMay } from '@guangyue/platform/ui/desk'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { listDocumentsEndpoint } from '../../api.ts'
import { exportListEndpoint } from '../../problems/api.ts'
import { UnitSelect } from '../unit-select.tsx'
import { AddProblemDialog } from './add-problem-dialog.tsx'
import { type ListName, listHref, listIn, lists, listTitles, stateChoices } from './list-address.ts'
import { ProblemsTable } from './problems-table.tsx'
import { RemediesTable } from './remedies-table.tsx'
import { ResponsibilitiesTable } from './responsibilities-table.tsx'
import type { ListFilter } from './shapes.ts'

/** 三清单: responsibilities by unit, problems and remedies; narrowed by the address, taken out as spreadsheets. */
export function Screen() {
  const { list, filter } = listIn(useSearchParams()[0])
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const acts = useMay('ledger.act')
  const narrow = (part: ListFilter) =>
    void navigate(listHref(list, { ...filter, ...part }).slice('/desk'.length), { replace: true })
  const filters = <Filters list={list} filter={filter} onNarrow={narrow} />
  return (
    <>
      <PageHead
        title="三清单"
        meta="责任、问题、措施相互对应：报告中的问题和督查发现自动列入"
        actions={
          <>
            <a
              className="btn btn--sm"
              download
              href={downloadHref(exportListEndpoint, { params: { list }, query: filter })}
            >
              <Icon name="i-down" />
              导出{listTitles[list]}
            </a>
            {acts && (
              <Button type="primary" onClick={() => setAdding(true)}>
                登记问题
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <Tabs
          label="三清单"
          tabs={lists.map((name) => ({
            href: listHref(name, { ...filter, state: 'all' }),
            label: listTitles[name],
            current: name === list,
          }))}
        />
        {list === 'responsibilities' && <ResponsibilitiesTable filter={filter} toolbar={filters} />}
        {list === 'problems' && <ProblemsTable filter={filter} toolbar={filters} onAdd={() => setAdding(true)} />}
        {list === 'remedies' && <RemediesTable filter={filter} toolbar={filters} />}
      </PageBody>
      {adding && <AddProblemDialog onClose={() => setAdding(false)} />}
    </>
  )
}

interface FiltersProps {
  readonly list: ListName
  readonly filter: ListFilter
  readonly onNarrow: (part: ListFilter) => void
}

function Filters({ list, filter, onNarrow }: FiltersProps) {
  const documents = useCall(listDocumentsEndpoint, { query: {} }).data?.items ?? []
  const choices = stateChoices[list]
  return (
    <search className="listfilters">
      <UnitSelect
        allowClear
        label="单位"
        placeholder="单位"
        value={filter.unit}
        onChange={(unit) => onNarrow({ unit })}
      />
      <Select
        allowClear
        aria-label="文件"
        placeholder="文件"
        popupMatchSelectWidth={360}
        value={filter.document}
        options={documents.map(({ id, number, title }) => ({ value: id, label: number ?? title }))}
        onChange={(document) => onNarrow({ document })}
      />
      {choices.length > 0 && (
        <Select<NonNullable<ListFilter['state']>>
          allowClear
          aria-label="状态"
          placeholder="状态"
          value={filter.state === 'all' ? null : filter.state}
          options={[...choices]}
          onChange={(state) => onNarrow({ state: state ?? 'all' })}
        />
      )}
    </search>
  )
}
