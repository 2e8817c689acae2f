import { dayText, Empty, Light, Notice } from '@guangyue/platform/ui'
import { ConfirmBar, call, ErrorNotice, useAct, Waiting } from '@guangyue/platform/ui/desk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { applySheetEndpoint, previewSheetEndpoint } from '../../api.ts'
import type { Choice, Upload } from './sheet-mapping.ts'

type Row = z.output<typeof previewSheetEndpoint.reply>['rows'][number]

interface SheetPreviewProps {
  readonly upload: Upload
  readonly choice: Choice
  readonly onBack: () => void
}

/** What each row would become, with what is doubtful; then the taking in. */
export function SheetPreview({ upload, choice, onBack }: SheetPreviewProps) {
  const [only, setOnly] = useState<'all' | 'faulty'>('all')
  const pages = useInfiniteQuery({
    queryKey: [previewSheetEndpoint.id, upload.id, choice],
    queryFn: ({ pageParam }) =>
      call(previewSheetEndpoint, { params: { id: upload.id }, body: { ...choice, after: pageParam, limit: 200 } }),
    initialPageParam: 0,
    getNextPageParam: ({ rows }) => (rows.length < 200 ? undefined : rows.at(-1)?.row),
  })
  const apply = useAct(applySheetEndpoint)
  if (apply.data) return <Applied result={apply.data} />
  if (pages.data === undefined) return pages.error ? <Failed error={pages.error} onBack={onBack} /> : <Waiting />
  const [first] = pages.data.pages
  const rows = pages.data.pages.flatMap((page) => page.rows)
  const shown = only === 'all' ? rows : rows.filter(({ faults }) => faults.length > 0)
  return (
    <>
      <ErrorNotice error={apply.error} />
      <div className="toolbar">
        <span>
          共 {first?.total} 行，{first?.faulty === 0 ? '没有疑点' : `${first?.faulty} 行有疑`}
        </span>
        <span className="right">
          <Checkbox checked={only === 'faulty'} onChange={({ target }) => setOnly(target.checked ? 'faulty' : 'all')}>
            只看有疑的行
          </Checkbox>
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty title={rows.length === 0 ? '没有读出任何一行' : '没有有疑的行'}>
          {rows.length === 0 && '请返回核对列名所在的行和任务名称的列。'}
        </Empty>
      ) : (
        <Rows rows={shown} />
      )}
      {pages.hasNextPage && (
        <p>
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            再列 200 行
          </Button>
        </p>
      )}
      <ConfirmBar said="录入后成为草稿，核对确认后任务才成立。标“不录”的行改好表格后可再导入。">
        <Button onClick={onBack}>返回改列</Button>
        <Button
          type="primary"
          size="large"
          loading={apply.isPending}
          disabled={rows.length === 0}
          onClick={() => apply.mutate({ params: { id: upload.id }, body: choice })}
        >
          录为草稿
        </Button>
      </ConfirmBar>
    </>
  )
}

function Failed({ error, onBack }: { readonly error: unknown; readonly onBack: () => void }) {
  return (
    <div className="stack">
      <ErrorNotice error={error} />
      <p>
        <Button onClick={onBack}>返回改列</Button>
      </p>
    </div>
  )
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <table className="table table--stack">
      <caption className="vh">将录入的各行</caption>
      <thead>
        <tr>
          <th scope="col">行</th>
          <th scope="col">任务与依据</th>
          <th scope="col">牵头</th>
          <th scope="col">责任</th>
          <th scope="col">时限</th>
          <th scope="col">疑点</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <td className="num">{row.row}</td>
            <th scope="row">
              <b className="song">{row.title || '（空）'}</b>
              <span className="sub">
                {row.basis} {row.clause}
                {row.target !== null && `　目标 ${row.target}`}
              </span>
            </th>
            <td>{row.leads.join('、') || '—'}</td>
            <td>{row.supports.join('、') || '—'}</td>
            <td className="nowrap">
              {row.due === null ? (row.duePhrase ?? '—') : dayText(row.due)}
              {row.due !== null && row.duePhrase !== null && <span className="sub">{row.duePhrase}</span>}
            </td>
            <td>
              <RowState row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RowState({ row }: { readonly row: Row }) {
  if (row.taken) return <Light state="done">已录过</Light>
  if (row.faults.length === 0) return <Light state="on-time">可录</Light>
  const stops = row.faults.some((fault) => fault.stops)
  return (
    <>
      <Light state={stops ? 'overdue' : 'near'}>{stops ? '不录' : '可录，有疑'}</Light>
      {row.faults.map(({ field, message }) => (
        <span key={`${field} ${message}`} className="sub">
          {message}
        </span>
      ))}
    </>
  )
}

function Applied({ result }: { readonly result: z.output<typeof applySheetEndpoint.reply> }) {
  const [only] = result.documentIds
  const href = result.documentIds.length === 1 ? `/desk/ledger/review/${only}` : '/desk/ledger/review'
  return (
    <Notice tone="good" title={`已录入 ${result.created} 条草稿`}>
      {result.alreadyTaken > 0 && <p>{result.alreadyTaken} 行以前录过，没有重复。</p>}
      {result.leftOut > 0 && <p>{result.leftOut} 行有错没有录入；在表格中改好后重新上传即可，已录的不会重复。</p>}
      <p>
        <a href={href}>去核对草稿</a>
      </p>
    </Notice>
  )
}
