import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import { Light, Notice } from '@guangyue/platform/ui'
import { downloadHref, ErrorNotice, PageBody, PageHead, SavedTable, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button, DatePicker, Input, Select } from 'antd'
import { useState } from 'react'
import {
  type AuditFilter,
  type AuditRecord,
  exportAuditEndpoint,
  listAuditEndpoint,
  verifyAuditEndpoint,
} from '../audit/api.ts'
import { whenText } from './moments.ts'

/** What was done, by whom, on what, on which basis, and whether the record is whole. */
export function Screen() {
  const [filter, setFilter] = useState<AuditFilter>({})
  const [befores, setBefores] = useState<readonly number[]>([])
  const audit = useCall(listAuditEndpoint, { query: { ...filter, before: befores.at(-1) } })
  const verify = useAct(verifyAuditEndpoint)
  const change = (next: AuditFilter) => {
    setFilter(next)
    setBefores([])
  }
  return (
    <>
      <PageHead
        title="审计"
        meta={audit.data && <Seals {...audit.data} />}
        actions={
          <>
            <a className="btn btn--sm" download href={downloadHref(exportAuditEndpoint, { query: filter })}>
              导出
            </a>
            <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate({})}>
              核对全部封签
            </Button>
          </>
        }
      />
      <PageBody>
        <ErrorNotice error={audit.error} onRetry={() => void audit.refetch()} />
        <div aria-live="polite">
          <ErrorNotice error={verify.error} />
          {verify.data && <Report report={verify.data} />}
        </div>
        <Records
          rows={audit.data?.records ?? []}
          waiting={audit.isPending}
          toolbar={<Filters filter={filter} actions={audit.data?.actions ?? []} onChange={change} />}
        />
        <p className="pages">
          {befores.length > 0 && <Button onClick={() => setBefores(befores.slice(0, -1))}>较新的</Button>}
          {audit.data?.next != null && (
            <Button onClick={() => setBefores([...befores, audit.data?.next ?? 1])}>较早的</Button>
          )}
        </p>
      </PageBody>
    </>
  )
}

function Seals({
  seals,
  sealedAt,
  unsealed,
}: {
  readonly seals: number
  readonly sealedAt: string | null
  readonly unsealed: number
}) {
  if (sealedAt === null) return <span>还没有封签</span>
  return (
    <span>
      已封签 {seals} 次，最近一次 {whenText(sealedAt)}，待封签 {unsealed} 条
    </span>
  )
}

function Report({ report }: { readonly report: ReplyOf<typeof verifyAuditEndpoint> }) {
  return report.faults.length === 0 ? (
    <Notice tone="good" title={`${report.records} 条记录、${report.seals} 个封签完整无改动`}>
      <p>
        末次封签 <span className="mono">{report.head}</span>。可与各期公报所印、各次备份所存的封签对照。
      </p>
    </Notice>
  ) : (
    <Notice tone="bad" title={`发现 ${report.faults.length} 处不符`}>
      <ul>
        {report.faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Notice>
  )
}

interface FiltersProps {
  readonly filter: AuditFilter
  readonly actions: readonly { readonly action: string; readonly name: string }[]
  readonly onChange: (filter: AuditFilter) => void
}

function Filters({ filter, actions, onChange }: FiltersProps) {
  return (
    <>
      <Input.Search
        aria-label="办理人"
        placeholder="办理人"
        allowClear
        style={{ width: 220 }}
        onSearch={(actor) => onChange({ ...filter, actor: actor.trim() || undefined })}
      />
      <Select
        aria-label="事项"
        placeholder="全部事项"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 180 }}
        value={filter.action}
        options={actions.map(({ action, name }) => ({ value: action, label: name }))}
        onChange={(action) => onChange({ ...filter, action })}
      />
      <Input.Search
        aria-label="对象编号"
        placeholder="对象编号"
        allowClear
        style={{ width: 200 }}
        onSearch={(thing) => onChange({ ...filter, thing: thing.trim() || undefined })}
      />
      <DatePicker.RangePicker
        aria-label="起止日"
        allowEmpty={[true, true]}
        placeholder={['起', '止']}
        onChange={(days) =>
          onChange({ ...filter, from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })
        }
      />
    </>
  )
}

function Records({
  rows,
  waiting,
  toolbar,
}: {
  readonly rows: readonly AuditRecord[]
  readonly waiting: boolean
  readonly toolbar: React.ReactNode
}) {
  const sealed = (record: AuditRecord) => (
    <Light state={record.sealed ? 'done' : 'not-begun'}>{record.sealed ? '已封签' : '待封签'}</Light>
  )
  return (
    <SavedTable
      name="audit"
      rows={rows}
      waiting={waiting}
      keyOf={({ id }) => String(id)}
      toolbar={toolbar}
      empty={{ title: '没有符合条件的记录', todo: '请放宽条件。' }}
      columns={[
        {
          key: 'at',
          title: '法定时间',
          fixed: true,
          cell: ({ legalAt }) => <span className="num">{whenText(legalAt)}</span>,
        },
        {
          key: 'machine',
          title: '机器时间',
          hidden: true,
          cell: ({ machineAt }) => <span className="num">{whenText(machineAt)}</span>,
        },
        { key: 'actor', title: '办理人', cell: ({ actor }) => <span className="nowrap">{actor}</span> },
        {
          key: 'act',
          title: '事项',
          fixed: true,
          cell: ({ actionName }) => <span className="nowrap">{actionName}</span>,
        },
        { key: 'thing', title: '对象', cell: (record) => <Thing record={record} /> },
        { key: 'basis', title: '依据', cell: ({ basis }) => basis ?? '' },
        { key: 'reason', title: '理由', cell: ({ reason }) => reason ?? '' },
        { key: 'seal', title: '封签', cell: sealed },
      ]}
      card={(record) => (
        <>
          <div className="row row--between">
            <b>{record.actionName}</b>
            {sealed(record)}
          </div>
          <p className="meta">
            {whenText(record.legalAt)} · {record.actor}
          </p>
          <Thing record={record} />
          {record.reason !== null && <p>{record.reason}</p>}
        </>
      )}
    />
  )
}

/** What was acted on: by its name where it is known here, and always by its kind and id. */
function Thing({ record: { thing, thingName } }: { readonly record: AuditRecord }) {
  return (
    <>
      {thingName !== null && <span>{thingName} </span>}
      <span className={thingName === null ? 'mono' : 'mono sub'}>{thing}</span>
    </>
  )
}
