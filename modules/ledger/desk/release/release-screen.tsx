import '../ledger.css'
import './release.css'
import { Empty } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, PageBody, PageHead, useAct, useCall, useMay } from '@guangyue/platform/ui/desk'
import { listDocumentsEndpoint, superviseDocumentEndpoint } from '../../api.ts'
import type { LedgerDocument } from '../shapes.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { releaseWords, sourceWords } from '../words.ts'
import { ReleaseChoice } from './release-choice.tsx'

/** 公开范围: document by document, who watches over it and what the public sees of it. */
export function Screen() {
  const documents = useCall(listDocumentsEndpoint, { query: {} })
  return (
    <>
      <PageHead
        title="公开范围"
        crumbs={[{ href: '/desk/ledger', label: '工作台账' }, { label: '公开范围' }]}
        meta="确认草稿不等于公开；每份文件单独决定"
      />
      <PageBody>
        <Loaded query={documents}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="台账中还没有文件">读入公报、从表格导入或手工登记后，文件会列在这里。</Empty>
            ) : (
              <ul className="releaselist">
                {items.map((document) => (
                  <li key={document.id}>
                    <Document document={document} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function Document({ document }: { readonly document: LedgerDocument }) {
  const { number, title, tasks, drafts, href, release, source } = document
  return (
    <article className="release">
      <div>
        <h2 className="song">{number ?? title}</h2>
        {number !== null && <p className="song">{title}</p>}
        <p className="meta row">
          <a href={`/desk/ledger?document=${document.id}`}>任务 {tasks.all} 项</a>
          {tasks.red > 0 && <span>逾期 {tasks.red}</span>}
          {drafts.waiting > 0 && <a href={`/desk/ledger/review/${document.id}`}>待核 {drafts.waiting} 条</a>}
          <span>来自{sourceWords[source]}</span>
        </p>
        <Supervisor document={document} />
      </div>
      <div className="release__now">
        <ReleaseChoice document={document} />
        {href === null ? (
          <p className="meta">正文未收录，没有公开页面</p>
        ) : (
          <p>
            <a href={href}>{release === 'nothing' ? '公开页面（只有原文）' : `公开页面（${releaseWords[release]}）`}</a>
          </p>
        )}
      </div>
    </article>
  )
}

function Supervisor({ document }: { readonly document: LedgerDocument }) {
  const may = useMay('ledger.release')
  const supervise = useAct(superviseDocumentEndpoint, { refreshes: [listDocumentsEndpoint] })
  const name = document.supervisor?.name ?? document.supervisorName
  return (
    <div className="meta">
      督办单位：{name ?? '未定'}
      {may && (
        <UnitPicker
          label={name === null ? '指定' : '更换'}
          kind="body"
          onPick={(unit) =>
            supervise.mutate({
              params: { id: document.id },
              body: { version: document.version, bodyId: unit.id, name: unit.name },
            })
          }
        />
      )}
      <ErrorNotice error={supervise.error} />
    </div>
  )
}
