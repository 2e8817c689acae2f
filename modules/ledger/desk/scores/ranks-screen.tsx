import '../ledger.css'
import './scores.css'
import { Cite, Empty, Icon, Light, monthText, Notice, Table } from '@guangyue/platform/ui'
import { downloadHref, FileDrop, Loaded, PageBody, PageHead, useCall, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import { listRanksEndpoint, rankTemplateEndpoint, uploadRanksEndpoint } from '../../scores/api.ts'
import { whenText } from '../moments.ts'
import { RankDialog } from './rank-dialog.tsx'
import { movedWord } from './score-words.ts'

export type Ranks = z.output<typeof listRanksEndpoint.reply>
export type RankItem = Ranks['items'][number]

/** 省评名次: where each indicator moved from and to in a period, by hand or by a spreadsheet; the scores use it. */
export function Screen() {
  const [params] = useSearchParams()
  const period = params.get('period') ?? ''
  const found = useCall(listRanksEndpoint, { params: { id: period } })
  return (
    <>
      <PageHead
        title="省评名次"
        crumbs={[{ href: `/desk/ledger/scores?period=${period}`, label: '考评' }, { label: '省评名次' }]}
        meta={found.data && `${monthText(found.data.period.month)} ${found.data.period.scheme}`}
        actions={
          found.data && (
            <a className="btn btn--sm" download href={downloadHref(rankTemplateEndpoint, { params: { id: period } })}>
              <Icon name="i-down" />
              下载登记表
            </a>
          )
        }
      />
      <PageBody>
        <Loaded query={found}>
          {(ranks) =>
            ranks.items.length === 0 ? (
              <Empty title="没有列入省评的指标">数据包没有载明参加省评的指标。</Empty>
            ) : (
              <div className="stack scores">
                <p className="meta">
                  {ranks.open
                    ? '单位牵头任务所在的指标，名次计入这一期的考评；没有登记的，相应一项待定。'
                    : '这一期考评已经公布，名次不再改动。'}
                </p>
                <Indicators ranks={ranks} />
                {ranks.open && <Upload periodId={period} onDone={() => found.refetch()} />}
              </div>
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function Indicators({ ranks }: { readonly ranks: Ranks }) {
  const { today } = useMe()
  const [edited, edit] = useState<RankItem | null>(null)
  return (
    <>
      <Table
        caption="各指标的省评名次"
        captionShown="heard"
        rows={ranks.items}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'name',
            head: '指标',
            names: 'row',
            cell: ({ key, name }) => <a href={`/desk/ledger/indicators/${key}`}>{name}</a>,
          },
          { key: 'moved', head: '由第几名到第几名', cell: ({ stated }) => (stated ? movedWord(stated) : '未登记') },
          { key: 'goal', head: '目标', cell: (item) => <Goal item={item} /> },
          { key: 'reached', head: '结果', cell: ({ stated }) => stated && <Reached reached={stated.reached} /> },
          { key: 'source', head: '出处', cell: ({ stated }) => stated?.source },
          {
            key: 'who',
            head: '登记',
            cell: ({ stated }) => stated && `${stated.byName}　${whenText(stated.at, today)}`,
          },
          {
            key: 'act',
            head: <span className="vh">办理</span>,
            stacked: 'alone',
            cell: (item) =>
              ranks.open && (
                <Button
                  size="small"
                  aria-label={`${item.stated ? '更正' : '登记'} ${item.name} 的名次`}
                  onClick={() => edit(item)}
                >
                  {item.stated ? '更正' : '登记'}
                </Button>
              ),
          },
        ]}
      />
      {edited && <RankDialog periodId={ranks.period.id} item={edited} onClose={() => edit(null)} />}
    </>
  )
}

function Goal({ item: { goal, stated } }: { readonly item: RankItem }) {
  if (goal === null) return null
  return (
    <>
      {stated === null
        ? `上年前${goal.within}名的进前${goal.reach}名，其他进前${goal.otherwise}名`
        : `进前${stated.wanted}名`}
      {goal.basis !== '' && (
        <span className="sub">
          <Cite>{goal.basis}</Cite>
        </span>
      )}
    </>
  )
}

function Reached({ reached }: { readonly reached: boolean | null }) {
  if (reached === null) return null
  return <Light state={reached ? 'done' : 'overdue'}>{reached ? '达到' : '未达到'}</Light>
}

function Upload({ periodId, onDone }: { readonly periodId: string; readonly onDone: () => void }) {
  const [entered, setEntered] = useState<number | null>(null)
  return (
    <section className="stack narrow" aria-labelledby="upload-head">
      <h2 id="upload-head">用表格登记</h2>
      {entered !== null && (
        <Notice
          tone="good"
          title={entered === 0 ? '表中的名次都已登记过，没有改动' : `已登记 ${entered} 个指标的名次`}
        />
      )}
      <FileDrop
        endpoint={uploadRanksEndpoint}
        sent={[{ params: { id: periodId } }]}
        accept=".xlsx"
        title="把填好的登记表拖到这里，或点击选择"
        hint="不超过 1 MB。有一格有误就一行也不登记，并指出是哪一格。"
        onDone={(reply) => {
          setEntered(reply.entered)
          onDone()
        }}
      />
    </section>
  )
}
