import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import { Notice } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall, useMay } from '@guangyue/platform/ui/desk'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { getGazetteDocumentEndpoint } from '../api.ts'
import { Differences } from './differences.tsx'
import { JudgeDialog } from './judge-dialog.tsx'

type Shown = ReplyOf<typeof getGazetteDocumentEndpoint>
export type ProvisionShown = Shown['provisions'][number]

const states = { running: '运行', judgement: '人判', open: '未设' } as const

/** A document for staff: what each clause has become, who decided what, and how its texts differ. */
export function Screen() {
  const { id = '' } = useParams()
  const query = useCall(getGazetteDocumentEndpoint, { params: { id } })
  const document = query.data?.document
  return (
    <>
      <PageHead
        title={document?.title ?? '文件'}
        voice="promulgated"
        crumbs={[{ href: '/desk/gazette', label: '公报与文件' }, { label: document?.number ?? document?.title ?? '' }]}
        meta={
          document && (
            <>
              {document.number !== null && <span>{document.number}</span>}
              {document.issue !== null && <span>{document.issue}</span>}
              <a href={document.url}>公开页面</a>
            </>
          )
        }
      />
      <PageBody>
        <Loaded query={query}>{(shown) => <Body shown={shown} />}</Loaded>
      </PageBody>
    </>
  )
}

function Body({ shown }: { readonly shown: Shown }) {
  if (shown.document.textVersion === 0) {
    return (
      <Notice title="这份文件只登记了题名、文号等信息，没有收录全文">导入刊登它的公报后，这里逐条列出条文。</Notice>
    )
  }
  return (
    <div className="stack">
      {shown.texts.length > 1 && (
        <Differences id={shown.document.id} versions={shown.texts.map(({ version }) => version)} />
      )}
      <Coverage shown={shown} />
    </div>
  )
}

function Coverage({ shown }: { readonly shown: Shown }) {
  const mayJudge = useMay('gazette.judge')
  const [only, setOnly] = useState<'all' | ProvisionShown['state']>('all')
  const [judging, setJudging] = useState<ProvisionShown | null>(null)
  const { counts } = shown
  const rows = shown.provisions.filter(({ state }) => only === 'all' || state === only)
  return (
    <section className="stack" aria-labelledby="coverage">
      <h2 id="coverage">条文对应</h2>
      <Segmented
        aria-label="只看"
        value={only}
        onChange={setOnly}
        options={[
          { value: 'all', label: '全部' },
          { value: 'running', label: `运行 ${counts.running}` },
          { value: 'judgement', label: `人判 ${counts.judgement}` },
          { value: 'open', label: `未设 ${counts.open}` },
        ]}
      />
      <table className="table">
        <caption className="vh">各条的对应情况</caption>
        <thead>
          <tr>
            <th scope="col">条文</th>
            <th scope="col">对应</th>
            {mayJudge && <th scope="col">办理</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path.join('/')}>
              <td style={{ paddingLeft: row.depth * 16 }}>
                <b>{row.place}</b>　<span className="song">{row.heading ?? row.text.slice(0, 60)}</span>
                {row.judgement !== null && (
                  <p className="meta">
                    {row.judgement.decidedName}：{row.judgement.reason}
                  </p>
                )}
              </td>
              <td>
                {states[row.state]}
                {row.things > 0 && `　${row.things} 项`}
              </td>
              {mayJudge && (
                <td>
                  {(row.state !== 'running' || row.judgement !== null) && (
                    <Button size="small" aria-label={`${row.place} 由人判断`} onClick={() => setJudging(row)}>
                      {row.judgement === null ? '由人判断' : '修改或撤回'}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {judging !== null && (
        <JudgeDialog documentId={shown.document.id} provision={judging} onClose={() => setJudging(null)} />
      )}
    </section>
  )
}
