import '../ledger.css'
import '../board/board.css'
import { Icon } from '@guangyue/platform/ui'
import {
  downloadHref,
  ErrorNotice,
  PageBody,
  PageHead,
  SavedTable,
  useCall,
  useMay,
  useMe,
} from '@guangyue/platform/ui/desk'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { listDocumentsEndpoint } from '../../api.ts'
import { listChargesEndpoint } from '../../charges/api.ts'
import { exportMetricsEndpoint, listMetricsEndpoint, metricFilter } from '../../metrics/api.ts'
import { UnitSelect } from '../unit-select.tsx'
import { MetricDialog } from './metric-dialog.tsx'
import { MetricOutlook, MetricTitle, NewestCell, reporterWord, TargetCell } from './metric-row.tsx'
import { outlookWords } from './metric-words.ts'
import type { Metric, MetricFilter } from './shapes.ts'

/** 量化指标: what is measured, the newest value, the next target and whether it will be reached. */
export function Screen() {
  const { today } = useMe()
  const edits = useMay('ledger.confirm')
  const enters = useMay('ledger.act')
  const [adding, add] = useState(false)
  const [search, setSearch] = useSearchParams()
  const filter = filterIn(search)
  const found = useCall(listMetricsEndpoint, { query: filter })
  const narrow = (part: MetricFilter) =>
    setSearch(
      Object.fromEntries(
        Object.entries({ ...filter, ...part }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
      ),
      { replace: true },
    )
  const narrowed = Object.keys(filter).length > 0
  const items = found.data?.items ?? []
  return (
    <>
      <PageHead
        title="量化指标"
        meta={found.data && <span>{items.length} 项</span>}
        actions={
          <>
            <a className="btn btn--sm" download href={downloadHref(exportMetricsEndpoint, { query: filter })}>
              <Icon name="i-down" />
              导出
            </a>
            {enters && (
              <a className="btn btn--sm" href="/desk/ledger/metrics/sheet">
                用表格填报
              </a>
            )}
            {edits && (
              <Button type="primary" onClick={() => add(true)}>
                登记指标
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        <SavedTable<Metric>
          name="ledger.metrics"
          rows={items}
          keyOf={({ id }) => id}
          waiting={found.isPending}
          toolbar={<Filters filter={filter} onNarrow={narrow} onClear={() => setSearch({}, { replace: true })} />}
          columns={[
            {
              key: 'outlook',
              title: '判断',
              width: 128,
              fixed: true,
              cell: (metric) => <MetricOutlook metric={metric} today={today} />,
            },
            { key: 'name', title: '指标与出处', fixed: true, cell: (metric) => <MetricTitle metric={metric} /> },
            { key: 'newest', title: '最新值', cell: (metric) => <NewestCell metric={metric} today={today} /> },
            { key: 'target', title: '目标', cell: (metric) => <TargetCell metric={metric} today={today} /> },
            { key: 'unit', title: '填报单位', cell: reporterWord },
            { key: 'indicator', title: '所属指标', hidden: true, cell: ({ indicator }) => indicator?.name ?? '—' },
          ]}
          card={(metric) => (
            <>
              <div className="row row--between">
                <MetricOutlook metric={metric} today={today} />
                <span className="meta">{reporterWord(metric)}</span>
              </div>
              <MetricTitle metric={metric} />
              <div className="row row--between">
                <span>
                  <NewestCell metric={metric} today={today} />
                </span>
                <span>
                  <TargetCell metric={metric} today={today} />
                </span>
              </div>
            </>
          )}
          empty={
            narrowed
              ? { title: '没有符合条件的指标' }
              : {
                  title: '还没有量化指标',
                  todo: edits ? <p>措施确认后，其中的量化目标会成为指标；也可以手工登记。</p> : undefined,
                }
          }
        />
        {adding && <MetricDialog metric={null} onClose={() => add(false)} />}
      </PageBody>
    </>
  )
}

interface FiltersProps {
  readonly filter: MetricFilter
  readonly onNarrow: (part: MetricFilter) => void
  readonly onClear: () => void
}

function Filters({ filter, onNarrow, onClear }: FiltersProps) {
  const documents = useCall(listDocumentsEndpoint, { query: {} }).data?.items ?? []
  const indicators = useCall(listChargesEndpoint).data?.indicators ?? []
  return (
    <search className="boardfilters">
      <Input.Search
        allowClear
        className="wide"
        aria-label="查找指标"
        placeholder="指标名称"
        enterButton="查找"
        defaultValue={filter.text}
        key={filter.text}
        onSearch={(text) => onNarrow({ text })}
      />
      <Select
        allowClear
        aria-label="文件"
        placeholder="文件"
        popupMatchSelectWidth={360}
        value={filter.document}
        options={documents.map(({ id, number, title }) => ({ value: id, label: number ?? title, title }))}
        onChange={(document) => onNarrow({ document })}
      />
      {indicators.length > 0 && (
        <Select
          allowClear
          aria-label="所属指标"
          placeholder="所属指标"
          popupMatchSelectWidth={220}
          value={filter.indicator}
          options={indicators.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(indicator) => onNarrow({ indicator })}
        />
      )}
      <UnitSelect
        allowClear
        label="填报单位"
        placeholder="填报单位"
        value={filter.unit}
        onChange={(unit) => onNarrow({ unit })}
      />
      <Select
        allowClear
        aria-label="判断"
        placeholder="判断"
        value={filter.outlook}
        options={Object.entries(outlookWords).map(([value, label]) => ({
          value: value as keyof typeof outlookWords,
          label,
        }))}
        onChange={(outlook) => onNarrow({ outlook })}
      />
      {Object.keys(filter).length > 0 && (
        <Button type="link" onClick={onClear}>
          清除条件
        </Button>
      )}
    </search>
  )
}

/** The filter in an address; what cannot be one is left out. */
function filterIn(search: URLSearchParams): MetricFilter {
  return Object.fromEntries(
    Object.entries(metricFilter.shape).flatMap(([name, shape]) => {
      const value = search.get(name)
      const read = value ? shape.safeParse(value) : null
      return read?.success && read.data ? [[name, read.data]] : []
    }),
  )
}
