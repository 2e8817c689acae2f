import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import { Cite, dayText, Table } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, SavedTable, useCall } from '@guangyue/platform/ui/desk'
import { Input } from 'antd'
import { useState } from 'react'
import { listServicesEndpoint } from '../api.ts'

type Reply = ReplyOf<typeof listServicesEndpoint>
type Row = Reply['items'][number]

const levels = ['', '网上查询', '网上预审', '网上受理和办理', '全程网办']
const windows = { comprehensive: '综合窗口', own: '专门窗口', none: '不设窗口' } as const
const figureWords = { online: '可网办率', 'whole-online': '全程网办率', 'one-window': '综合窗口比例' } as const

/** 事项库: every item with its version, and the shares that documents set goals for. */
export function Screen() {
  const query = useCall(listServicesEndpoint)
  const [text, setText] = useState('')
  return (
    <>
      <PageHead
        title="事项库"
        meta={query.data && <span>{query.data.items.length} 个事项</span>}
        actions={
          <a className="btn btn--sm" href="/services">
            公众页面
          </a>
        }
      />
      <PageBody>
        <Loaded query={query}>
          {({ items, figures }) => (
            <>
              {items.length > 0 && <Figures figures={figures} />}
              <SavedTable<Row>
                name="catalogue.services"
                keyOf={({ code }) => code}
                rows={items.filter(({ name, body }) => name.includes(text.trim()) || body.includes(text.trim()))}
                toolbar={
                  <Input.Search
                    allowClear
                    aria-label="按名称或单位筛选"
                    placeholder="名称或单位"
                    style={{ width: 240 }}
                    onChange={(event) => setText(event.target.value)}
                  />
                }
                columns={[
                  { key: 'name', title: '事项', fixed: true, cell: (row) => <Named {...row} /> },
                  { key: 'body', title: '承办单位', width: 170, cell: ({ body }) => body },
                  { key: 'kind', title: '类型', width: 110, cell: ({ kind }) => kind },
                  { key: 'online', title: '网办程度', width: 140, cell: ({ online }) => levels[online] },
                  { key: 'window', title: '窗口', width: 100, cell: ({ window }) => windows[window] },
                  { key: 'version', title: '现行版本', width: 110, cell: versionText },
                  {
                    key: 'next',
                    title: '下一版生效',
                    width: 130,
                    cell: ({ nextFrom }) => (nextFrom === null ? '' : dayText(nextFrom)),
                  },
                  {
                    key: 'confirm',
                    title: '待确认',
                    width: 90,
                    align: 'right',
                    cell: ({ toConfirm }) => (toConfirm === 0 ? '' : `${toConfirm} 项`),
                  },
                  { key: 'by', title: '载入者', width: 110, hidden: true, cell: ({ publishedBy }) => publishedBy },
                ]}
                card={(row) => (
                  <>
                    <Named {...row} />
                    <p className="meta">{[row.body, versionText(row)].join('　')}</p>
                  </>
                )}
                empty={{ title: items.length === 0 ? '还没有载入事项' : '没有符合筛选的事项' }}
              />
            </>
          )}
        </Loaded>
      </PageBody>
    </>
  )
}

function versionText({ number }: Row): string {
  return number === null ? '没有现行版本' : `第 ${number} 版`
}

function Named({ code, name }: Pick<Row, 'code' | 'name'>) {
  return <a href={`/desk/services/${code}`}>{name}</a>
}

function Figures({ figures }: { readonly figures: Reply['figures'] }) {
  return (
    <Table
      caption="网办和窗口占比"
      keyOf={({ figure }) => figure}
      rows={figures}
      columns={[
        { key: 'figure', head: '指标', names: 'row', cell: ({ figure }) => figureWords[figure] },
        {
          key: 'percent',
          head: '现在',
          align: 'right',
          cell: ({ percent, have, of }) => (percent === null ? '暂无' : `${percent}%（${have}/${of}）`),
        },
        {
          key: 'target',
          head: '目标',
          cell: ({ target }) =>
            target && `${target.percent}% 以上${target.by === null ? '' : `，${dayText(target.by)}前`}`,
        },
        {
          key: 'reached',
          head: '结果',
          cell: ({ reached }) => reached !== null && (reached ? '已达到' : '尚未达到'),
        },
        {
          key: 'basis',
          head: '依据',
          cell: ({ target }) =>
            target?.basis.map(({ label, href }) => (
              <Cite key={label} href={href ?? undefined}>
                {label}
              </Cite>
            )),
        },
      ]}
    />
  )
}
