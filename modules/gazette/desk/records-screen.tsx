import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import { dayText } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, SavedTable, useCall, useMay } from '@guangyue/platform/ui/desk'
import { Input } from 'antd'
import { useState } from 'react'
import { listRecordsEndpoint } from '../api.ts'

type Row = ReplyOf<typeof listRecordsEndpoint>['documents'][number]

const origins = { pack: '数据包登记', import: '导入', hand: '手工登记' } as const

/** 公报与文件: everything on record, with what is held of it. */
export function Screen() {
  const query = useCall(listRecordsEndpoint)
  const mayImport = useMay('gazette.import')
  const [text, setText] = useState('')
  return (
    <>
      <PageHead
        title="公报与文件"
        meta={
          query.data && (
            <span>
              {query.data.issues.length} 期，{query.data.documents.length} 份文件
            </span>
          )
        }
        actions={
          mayImport && (
            <a className="btn btn--sm btn--primary" href="/desk/gazette/import">
              导入公报
            </a>
          )
        }
      />
      <PageBody>
        <Loaded query={query}>
          {({ documents }) => (
            <SavedTable<Row>
              name="gazette.records"
              keyOf={({ id }) => id}
              rows={documents.filter((row) => fits(row, text.trim()))}
              toolbar={
                <Input.Search
                  allowClear
                  aria-label="按文号、题名或期号筛选"
                  placeholder="文号、题名或期号"
                  style={{ width: 280 }}
                  onChange={(event) => setText(event.target.value)}
                />
              }
              columns={[
                {
                  key: 'title',
                  title: '题名',
                  fixed: true,
                  cell: (row) => (
                    <a className="song" href={`/desk/gazette/documents/${row.id}`}>
                      {row.title}
                    </a>
                  ),
                },
                { key: 'number', title: '文号', width: 190, cell: (row) => row.number ?? '（无）' },
                { key: 'issuer', title: '发文机关', hidden: true, cell: (row) => row.issuer ?? '' },
                {
                  key: 'signed',
                  title: '成文日期',
                  width: 130,
                  cell: (row) => (row.signedOn ? dayText(row.signedOn) : ''),
                },
                { key: 'issue', title: '期号', width: 210, cell: (row) => row.issue ?? '' },
                {
                  key: 'text',
                  title: '全文',
                  width: 110,
                  cell: ({ textVersion }) =>
                    textVersion === 0 ? '未收录' : textVersion === 1 ? '已收录' : `第 ${textVersion} 版`,
                },
                { key: 'origin', title: '来源', width: 110, hidden: true, cell: (row) => origins[row.origin] },
              ]}
              card={(row) => (
                <>
                  <a className="song" href={`/desk/gazette/documents/${row.id}`}>
                    {row.title}
                  </a>
                  <p className="meta">{[row.number, row.issue].filter(Boolean).join('　')}</p>
                </>
              )}
              empty={{
                title: documents.length === 0 ? '还没有收录文件' : '没有符合筛选的文件',
                todo: documents.length === 0 ? <a href="/desk/gazette/import">导入公报</a> : undefined,
              }}
            />
          )}
        </Loaded>
      </PageBody>
    </>
  )
}

function fits({ number, title, issue }: Row, text: string): boolean {
  return text === '' || [number, title, issue].some((part) => part?.includes(text))
}
