import '../ledger.css'
import '../lists/lists.css'
import './notices.css'
import { dayText, Empty, Light, monthText, Table, Tabs } from '@guangyue/platform/ui'
import { downloadHref, Loaded, PageBody, PageHead, useCall, useMay } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { exportNoticesEndpoint, listNoticesEndpoint, noticeLabels } from '../../notices/api.ts'
import { ExportLink } from '../export-link.tsx'
import { ComposeDialog } from './compose-dialog.tsx'
import { lightOfNotice, stateWords, unitsWord } from './notice-words.ts'
import type { NoticeItem } from './shapes.ts'

const here = '/desk/ledger/notices'
const kinds = ['order', 'prompt', 'bulletin'] as const

/** 督办与通报: all of them for the office, those addressed to it for a unit. */
export function Screen() {
  const [search] = useSearchParams()
  const kind = kinds.find((one) => one === search.get('kind'))
  const writes = useMay('ledger.notice')
  const [composing, setComposing] = useState(false)
  const navigate = useNavigate()
  const found = useCall(listNoticesEndpoint, { query: kind === undefined ? {} : { kind } })
  return (
    <>
      <PageHead
        title="督办与通报"
        meta={writes ? '由台账数据拟制，另一人审核后编号印发，印发后不再改动' : '已印发给本单位的督办单、提示函和通报'}
        actions={
          <>
            <ExportLink href={downloadHref(exportNoticesEndpoint, { query: kind === undefined ? {} : { kind } })} />
            {writes && (
              <Button type="primary" onClick={() => setComposing(true)}>
                拟制
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <Tabs
          label="种类"
          tabs={[
            { href: here, label: '全部', current: kind === undefined },
            ...kinds.map((one) => ({
              href: `${here}?kind=${one}`,
              label: noticeLabels[one],
              current: kind === one,
            })),
          ]}
        />
        <Loaded query={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="没有督办单、提示函和通报">
                <p>
                  {writes
                    ? '有逾期或临期的任务，或有一期调度截止后，可以在这里拟制。'
                    : '督查室印发给本单位后在这里看到。'}
                </p>
              </Empty>
            ) : (
              <Notices items={items} />
            )
          }
        </Loaded>
      </PageBody>
      {composing && (
        <ComposeDialog
          onClose={() => setComposing(false)}
          onDone={([first, ...more]) => {
            setComposing(false)
            if (first !== undefined && more.length === 0) void navigate(`/ledger/notices/${first}`)
          }}
        />
      )}
    </>
  )
}

function Notices({ items }: { readonly items: readonly NoticeItem[] }) {
  return (
    <Table
      caption="督办单、提示函和通报"
      captionShown="heard"
      keyOf={({ id }) => id}
      rows={items}
      columns={[
        {
          key: 'title',
          head: '标题',
          names: 'row',
          cell: ({ id, title, number }) => (
            <>
              <a className="board-title" href={`${here}/${id}`}>
                {title}
              </a>
              <span className="sub">{number ?? '未编号'}</span>
            </>
          ),
        },
        {
          key: 'kind',
          head: '种类',
          cell: ({ kind, month }) => `${noticeLabels[kind]}${month === null ? '' : `（${monthText(month)}）`}`,
        },
        { key: 'units', head: '主送', cell: ({ units }) => unitsWord(units) },
        {
          key: 'state',
          head: '状态',
          cell: ({ state, published }) => (
            <Light state={lightOfNotice[state]}>
              {stateWords[state]}
              {published && '，已公开'}
            </Light>
          ),
        },
        {
          key: 'day',
          head: '日期',
          cell: ({ issuedOn, draftedOn, draftedName }) =>
            issuedOn === null ? `${draftedName} ${dayText(draftedOn)}拟` : dayText(issuedOn),
        },
      ]}
    />
  )
}
