import { Notice } from '@guangyue/platform/ui'
import { downloadHref, Loaded, useCall } from '@guangyue/platform/ui/desk'
import { checkCompositionEndpoint, proofPdfEndpoint } from '../../compose/api.ts'

interface ChecksPanelProps {
  readonly id: string
  /** Asked anew for each version that is saved. */
  readonly unsaved: boolean
}

/** 核对: what must be mended first, and what the printed issue is read back as. */
export function ChecksPanel({ id, unsaved }: ChecksPanelProps) {
  const checks = useCall(checkCompositionEndpoint, { params: { id } })
  return (
    <section className="aside-block" aria-label="核对结果">
      <h2>核对</h2>
      {unsaved && <p className="meta">以下是上次保存的内容，保存后重新核对。</p>}
      <Loaded query={checks}>
        {({ faults, pages, documents, provisions, measures, acts, chronicle }) => (
          <div className="stack">
            {faults.length > 0 ? (
              <Notice tone="warn" title={`还有 ${faults.length} 处需要先处理`}>
                <ul>
                  {faults.map((fault) => (
                    <li key={fault}>{fault}</li>
                  ))}
                </ul>
              </Notice>
            ) : (
              <Notice tone="good" title="核对无误：排印后读回，与编排的一致" />
            )}
            <dl className="dl">
              <dt>页数</dt>
              <dd>{pages} 页</dd>
              <dt>文件</dt>
              <dd>{documents} 份</dd>
              <dt>读回条文</dt>
              <dd>
                {provisions} 处，任务 {measures} 项
              </dd>
              <dt>任免</dt>
              <dd>{acts} 项</dd>
              <dt>大事记</dt>
              <dd>{chronicle} 条</dd>
            </dl>
            <p>
              <a href={downloadHref(proofPdfEndpoint, { params: { id } })}>下载样稿（pdf）</a>
            </p>
          </div>
        )}
      </Loaded>
    </section>
  )
}
