import '../ledger.css'
import { Empty, Light, monthText, Table } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { listDocumentsEndpoint } from '../../api.ts'
import { listPeriodsEndpoint } from '../../dispatch/api.ts'
import { SchemeDialog } from './scheme-dialog.tsx'
import type { Scheme } from './shapes.ts'

/** 调度安排: on which days of a month dispatch opens and ends, about what, and how missing reports go up. */
export function Screen() {
  const found = useCall(listPeriodsEndpoint)
  const [edited, edit] = useState<Scheme | 'new' | null>(null)
  return (
    <>
      <PageHead
        title="调度安排"
        crumbs={[{ href: '/desk/ledger/dispatch', label: '月调度' }, { label: '调度安排' }]}
        meta="改动从下一次开启起算；已开启的一期保持原来的日期"
        actions={
          <Button type="primary" onClick={() => edit('new')}>
            新增安排
          </Button>
        }
      />
      <PageBody>
        <Loaded query={found}>{({ schemes }) => <Schemes schemes={schemes} onEdit={edit} />}</Loaded>
        {edited !== null && <SchemeDialog scheme={edited === 'new' ? null : edited} onClose={() => edit(null)} />}
      </PageBody>
    </>
  )
}

function Schemes({
  schemes,
  onEdit,
}: {
  readonly schemes: readonly Scheme[]
  readonly onEdit: (scheme: Scheme) => void
}) {
  const documents = useCall(listDocumentsEndpoint, { query: {} }).data?.items ?? []
  if (schemes.length === 0) return <Empty title="还没有调度安排">新增后，到每月的开启日自动开启一期。</Empty>
  const scopeOf = (id: string | null) => {
    const document = documents.find((one) => one.id === id)
    return id === null ? '全部台账' : (document?.number ?? document?.title ?? '')
  }
  return (
    <Table
      caption="调度安排"
      captionShown="heard"
      keyOf={({ id }) => id}
      rows={schemes}
      columns={[
        { key: 'name', head: '名称', names: 'row', cell: ({ name }) => <b>{name}</b> },
        { key: 'scope', head: '范围', cell: ({ documentId }) => scopeOf(documentId) },
        { key: 'days', head: '每月', cell: ({ opensDay, dueDay }) => `${opensDay} 日开启，${dueDay} 日前报送` },
        {
          key: 'up',
          head: '催报',
          cell: ({ remindDays, graceDays, stepDays }) =>
            `提前 ${remindDays} 天提醒；宽限 ${graceDays} 个工作日，之后每 ${stepDays} 个工作日上报一级`,
        },
        {
          key: 'months',
          head: '起止',
          cell: ({ fromMonth, toMonth }) =>
            `${monthText(fromMonth)}起${toMonth === null ? '' : `，至${monthText(toMonth)}`}`,
        },
        {
          key: 'state',
          head: '状态',
          cell: ({ paused }) => <Light state={paused ? 'suspended' : 'on-time'}>{paused ? '暂停' : '执行中'}</Light>,
        },
        {
          key: 'edit',
          head: <span className="vh">办理</span>,
          stacked: 'alone',
          cell: (scheme) => (
            <Button size="small" aria-label={`修改 ${scheme.name}`} onClick={() => onEdit(scheme)}>
              修改
            </Button>
          ),
        },
      ]}
    />
  )
}
