import './cases.css'
import { Notice } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, PageBody, PageHead, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { actOnCaseEndpoint, getCaseEndpoint } from '../api.ts'
import { MaterialFiles } from './material-files.tsx'
import type { CaseView, MaterialFile } from './shapes.ts'

/** Handing in what the one notice asked for. */
export function Screen() {
  const { id = '' } = useParams()
  const found = useCall(getCaseEndpoint, { params: { id } })
  return (
    <>
      <PageHead
        title="补交材料"
        crumbs={[{ href: `/cases/${id}`, label: found.data?.item ?? '办件' }, { label: '补交材料' }]}
        meta={found.data && <span className="mono">{found.data.number}</span>}
      />
      <PageBody>
        <Loaded query={found}>
          {(view) =>
            view.may.some(({ type }) => type === 'supplement') ? (
              <Supplement view={view} />
            ) : (
              <Notice title="现在没有要补交的材料">
                <p>
                  <a href={`/cases/${id}`}>回到办件</a>
                </p>
              </Notice>
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function Supplement({ view }: { readonly view: CaseView }) {
  const { id, lacking, version, role } = view
  const [files, setFiles] = useState<readonly MaterialFile[]>(view.materials.flatMap((material) => material.files))
  const done = lacking.filter((one) => files.some(({ material }) => material === one))
  const send = useAct(actOnCaseEndpoint, {
    refreshes: [],
    onDone: () => location.assign(role === 'applicant' ? `/cases/${id}` : `/desk/cases/${id}`),
  })
  return (
    <div className="apply stack">
      <p>每一项附上文件后一并提交；受理单位收到后重新开始五个工作日的受理期限。</p>
      {lacking.map((one) => (
        <MaterialFiles
          key={one}
          id={id}
          material={one}
          name={one}
          files={files.filter(({ material }) => material === one)}
          onAdded={(file) => setFiles((all) => [...all, file])}
          onRemoved={(fileId) => setFiles((all) => all.filter((file) => file.id !== fileId))}
        />
      ))}
      {done.length < lacking.length && done.length > 0 && (
        <Notice tone="warn" title={`还有 ${lacking.length - done.length} 项没有附文件`}>
          <p>可以先提交这几项，没有交齐的会再次告知。</p>
        </Notice>
      )}
      <ErrorNotice error={send.error} />
      <p>
        <Button
          type="primary"
          disabled={done.length === 0}
          loading={send.isPending}
          onClick={() =>
            send.mutate({ params: { id }, body: { version, act: { type: 'supplement', materials: done } } })
          }
        >
          提交补正
        </Button>
        {done.length === 0 && <span className="meta">　先附上至少一项的文件</span>}
      </p>
    </div>
  )
}
