import '../ledger.css'
import './overview.css'
import { type Column, Empty, StateBar, Table } from '@guangyue/platform/ui'
import { downloadHref, Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { exportIndicatorsEndpoint, listIndicatorsEndpoint } from '../../overview/api.ts'
import { ExportLink } from '../export-link.tsx'
import { countsOf } from './light-figures.tsx'
import type { Commanded } from './shapes.ts'

/** 指标与总指挥: each indicator with who commands it and how it stands. */
export function Screen() {
  const found = useCall(listIndicatorsEndpoint)
  return (
    <>
      <PageHead
        title="指标与总指挥"
        meta={found.data && <span>{found.data.items.length} 个指标</span>}
        actions={<ExportLink href={downloadHref(exportIndicatorsEndpoint)} />}
      />
      <PageBody>
        <Loaded query={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="本市的文件没有分指标">有分指标的方案导入后，各指标及其总指挥会列在这里。</Empty>
            ) : (
              <Indicators items={items} />
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

const missingColumn: Column<Commanded> = {
  key: 'missing',
  head: '缺报',
  align: 'right',
  cell: ({ missing }) => missing > 0 && missing,
}
const problemsColumn: Column<Commanded> = {
  key: 'problems',
  head: '未解决问题',
  align: 'right',
  cell: ({ problems }) => problems > 0 && problems,
}

/** Indicators as rows; each figure leads to what it counts. */
export function Indicators({ items }: { readonly items: readonly Commanded[] }) {
  return (
    <Table
      caption="各指标的总指挥与进度"
      captionShown="heard"
      rows={items}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'name',
          head: '指标',
          names: 'row',
          cell: ({ key, name }) => (
            <a className="nowrap" href={`/desk/ledger/indicators/${key}`}>
              {name}
            </a>
          ),
        },
        {
          key: 'post',
          head: '总指挥',
          cell: (row) => {
            const [post, holders] = commanderWords(row)
            return (
              <>
                <span className="nowrap">{post}</span>
                {holders && <span className="sub nowrap">{holders}</span>}
              </>
            )
          },
        },
        {
          key: 'tasks',
          head: '任务',
          align: 'right',
          cell: ({ key, figures }) =>
            figures.all === 0 ? '无' : <a href={`/desk/ledger?indicator=${key}`}>{figures.all}</a>,
        },
        {
          key: 'bar',
          head: '进度',
          stacked: 'alone',
          cell: ({ figures }) =>
            figures.all > 0 && (
              <span className="rowbar">
                <StateBar counts={countsOf(figures)} size="small" />
              </span>
            ),
        },
        {
          key: 'late',
          head: '逾期',
          align: 'right',
          cell: ({ key, figures }) =>
            figures.red > 0 && <a href={`/desk/ledger?indicator=${key}&light=red`}>{figures.red}</a>,
        },
        ...(items.some(({ missing }) => missing > 0) ? [missingColumn] : []),
        ...(items.some(({ problems }) => problems > 0) ? [problemsColumn] : []),
        {
          key: 'metrics',
          head: '量化指标',
          align: 'right',
          cell: ({ key, metrics, metricsOff }) =>
            metrics > 0 && (
              <a href={`/desk/ledger/metrics?indicator=${key}`}>
                {metrics}
                {metricsOff > 0 && `（${metricsOff} 个达不到）`}
              </a>
            ),
        },
      ]}
    />
  )
}

type Commander = Pick<Commanded, 'post' | 'holders'>

/** The post and who holds it, in one line. */
export function commanderWord(commander: Commander): string {
  return commanderWords(commander).join('　')
}

function commanderWords({ post, holders }: Commander): readonly string[] {
  if (post === null) return ['未定']
  return holders.length === 0 ? [`${post}（尚无担任者）`] : [post, holders.join('、')]
}
