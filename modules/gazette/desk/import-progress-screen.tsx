import { Notice } from '@guangyue/platform/ui'
import { ErrorNotice, FaultList, Loaded, PageBody, PageHead, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button, Progress } from 'antd'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { getImportEndpoint, retryImportEndpoint } from '../api.ts'
import { hasEnded, type ImportShown, outcomeWords, stageWords } from './import-words.ts'

/** Between two looks at how far an import has come, in milliseconds. */
const BEAT = 1000

/** One import: how far it has come, what was read, what to look at, and the way to the draft. */
export function Screen() {
  const { id = '' } = useParams()
  const query = useCall(getImportEndpoint, { params: { id } })
  const ended = query.data !== undefined && hasEnded(query.data)
  const { refetch } = query
  useEffect(() => {
    if (ended) return
    // one that fails is let to use up its tries, or that the server is away would never be said
    const beat = setInterval(() => void refetch({ cancelRefetch: false }), BEAT)
    return () => clearInterval(beat)
  }, [ended, refetch])
  return (
    <>
      <PageHead
        title={query.data?.issue?.label ?? query.data?.fileName ?? '导入'}
        crumbs={[{ href: '/desk/gazette/import', label: '导入公报' }, { label: query.data?.fileName ?? '' }]}
      />
      <PageBody>
        <Loaded query={query}>{(shown) => <Shown shown={shown} />}</Loaded>
      </PageBody>
    </>
  )
}

function Shown({ shown }: { readonly shown: ImportShown }) {
  const retry = useAct(retryImportEndpoint)
  return (
    <div className="stack">
      {shown.stage !== 'refused' && (
        <div aria-live="polite">
          <Progress
            percent={shown.percent}
            status={shown.stage === 'failed' ? 'exception' : hasEnded(shown) ? 'success' : 'active'}
            aria-label="导入进度"
          />
          <p>{stageWords[shown.stage]}</p>
        </div>
      )}
      {shown.refusal !== null && (
        <Notice tone="bad" title={shown.stage === 'refused' ? '文件没有收录' : '处理中断'}>
          <p>{shown.refusal.message}</p>
          {shown.stage === 'failed' && (
            <Button loading={retry.isPending} onClick={() => retry.mutate({ params: { id: shown.id } })}>
              立即重试
            </Button>
          )}
        </Notice>
      )}
      <ErrorNotice error={retry.error} />
      {shown.outcome !== null && <Result shown={shown} />}
      {shown.notes.map((note) => (
        <Notice key={note} title={note} />
      ))}
      <Counts counts={shown.counts} />
      {shown.faults.length > 0 && (
        <FaultList
          title={`${shown.faults.length} 处请核对`}
          aside="原文没有丢失，都已收录"
          faults={shown.faults.map((fault) => ({
            key: `${fault.line} ${fault.code} ${fault.message}`,
            where: `原文第 ${fault.line} 行`,
            message: fault.message,
          }))}
        />
      )}
      <Documents shown={shown} />
    </div>
  )
}

function Result({ shown }: { readonly shown: ImportShown }) {
  const draft = shown.documents.length === 1 ? `/${shown.documents[0]?.id}` : ''
  return (
    <Notice tone={shown.outcome === 'same' ? 'info' : 'good'} title={outcomeWords(shown)}>
      <p className="row">
        {shown.stage === 'drafted' && (shown.counts.measures ?? 0) > 0 && (
          <a className="btn btn--sm btn--primary" href={`/desk/ledger/review${draft}`}>
            核对台账草稿
          </a>
        )}
        {shown.issue !== null && <a href={shown.issue.url}>看公开页面：{shown.issue.label}</a>}
      </p>
    </Notice>
  )
}

function Counts({ counts }: { readonly counts: ImportShown['counts'] }) {
  const figures = [
    ['文件', counts.documents],
    ['条文', counts.provisions],
    ['任务条款', counts.measures],
    ['任免', counts.appointments],
    ['大事记', counts.chronicle],
  ] as const
  if (counts.documents === undefined) return null
  return (
    <dl className="dl">
      {figures.map(([label, figure]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{figure ?? 0}</dd>
        </div>
      ))}
    </dl>
  )
}

function Documents({ shown }: { readonly shown: ImportShown }) {
  if (shown.documents.length === 0) return null
  return (
    <section className="stack" aria-labelledby="documents">
      <h2 id="documents">{shown.outcome === 'same' ? '已收录的文件' : '收录的文件'}</h2>
      <ul className="list list--ruled">
        {shown.documents.map((document) => (
          <li key={document.id}>
            <a className="song" href={document.url}>
              {document.title}
            </a>
            <p className="meta row">
              {document.number !== null && <span>{document.number}</span>}
              {document.version > 1 && <span>第 {document.version} 版</span>}
              <a href={`/desk/gazette/documents/${document.id}`}>条文对应与版本</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
