import '../ledger.css'
import '../sheets/sheets.css'
import { type Column, dayText, Empty, Icon, Notice, Table } from '@guangyue/platform/ui'
import { ConfirmBar, downloadHref, ErrorNotice, FileDrop, PageBody, PageHead, useAct } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { applyMetricSheetEndpoint, metricTemplateEndpoint, uploadMetricSheetEndpoint } from '../../metrics/api.ts'
import { figure } from './metric-words.ts'

type Read = z.output<typeof uploadMetricSheetEndpoint.reply>

/** 用表格填报: the form is downloaded, filled, put back, looked at, and entered once. */
export function Screen() {
  const [read, setRead] = useState<Read | null>(null)
  return (
    <>
      <PageHead
        title="用表格填报"
        crumbs={[{ href: '/desk/ledger/metrics', label: '量化指标' }, { label: '用表格填报' }]}
        meta={read?.fileName}
        actions={read && <Button onClick={() => setRead(null)}>换一个文件</Button>}
      />
      <PageBody>
        {read === null ? (
          <div className="stack narrow">
            <p>
              <a className="btn" download href={downloadHref(metricTemplateEndpoint)}>
                <Icon name="i-down" />
                下载填报表
              </a>
            </p>
            <ol className="steplist">
              <li>下载填报表，表中是您可以填报的全部指标。</li>
              <li>只填“日期”和“数值”两列，不填的行不录入。一个指标要填几天的，可以复制整行。</li>
              <li>把填好的表放回来，看过之后再录入。</li>
            </ol>
            <FileDrop
              endpoint={uploadMetricSheetEndpoint}
              sent={[]}
              accept=".xlsx"
              title="把填好的 xlsx 拖到这里，或点击选择"
              hint="不超过 5 MB。先列出要录入的数值，不会立即录入。"
              onDone={setRead}
            />
          </div>
        ) : (
          <Preview key={read.id} read={read} />
        )}
      </PageBody>
    </>
  )
}

const correction: Column<Read['rows'][number]> = {
  key: 'now',
  head: '更正',
  cell: ({ now, unit }) => now !== null && `原为 ${figure(now)}${unit}`,
}

function Preview({ read }: { readonly read: Read }) {
  const { id, rows, known, faults } = read
  const apply = useAct(applyMetricSheetEndpoint)
  if (apply.data) {
    return (
      <Notice tone="good" title={`已录入 ${apply.data.entered} 个数值`}>
        <p>
          {apply.data.known > 0 && `另有 ${apply.data.known} 个与现有数值相同或已录入过，没有重复录入。`}
          <a href="/desk/ledger/metrics">回到量化指标</a>
        </p>
      </Notice>
    )
  }
  return (
    <>
      <div className="stack">
        <ErrorNotice error={apply.error} />
        {faults.length > 0 && (
          <Notice tone="bad" title={`有 ${faults.length} 处有误，改好后重新上传；现在没有录入任何数值`}>
            <ul>
              {faults.map(({ place, message }) => (
                <li key={place}>
                  {place}：{message}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {known > 0 && <p className="meta">有 {known} 个数值与现有的相同，不再录入。</p>}
        {rows.length === 0 ? (
          faults.length === 0 && <Empty title="表中没有新的数值">请在“日期”和“数值”两列填写后再上传。</Empty>
        ) : (
          <Table
            caption="要录入的数值"
            rows={rows}
            keyOf={({ line }) => String(line)}
            columns={[
              { key: 'name', head: '指标', names: 'row', cell: ({ name }) => name },
              { key: 'day', head: '日期', cell: ({ day }) => <span className="nowrap">{dayText(day)}</span> },
              { key: 'value', head: '数值', align: 'right', cell: ({ value, unit }) => `${figure(value)}${unit}` },
              ...(rows.some(({ now }) => now !== null) ? [correction] : []),
              { key: 'line', head: '行', align: 'right', cell: ({ line }) => line },
            ]}
          />
        )}
      </div>
      {rows.length > 0 && faults.length === 0 && (
        <ConfirmBar said={`将录入 ${rows.length} 个数值。同一个文件只录入一次。`}>
          <Button
            type="primary"
            size="large"
            loading={apply.isPending}
            onClick={() => apply.mutate({ params: { id }, body: {} })}
          >
            录入 {rows.length} 个数值
          </Button>
        </ConfirmBar>
      )}
    </>
  )
}
