import { ErrorNotice, useAct, useMay } from '@guangyue/platform/ui/desk'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { listDocumentsEndpoint, releaseDocumentEndpoint } from '../../api.ts'
import type { LedgerDocument } from '../shapes.ts'
import { releaseWords } from '../words.ts'
import { type Release, releaseSees, releaseSteps, withdraws } from './release-words.ts'

/** What the public sees of a document; a change is confirmed in the words of what will be seen. */
export function ReleaseChoice({ document }: { readonly document: LedgerDocument }) {
  const may = useMay('ledger.release')
  const [wanted, want] = useState<Release | null>(null)
  const release = useAct(releaseDocumentEndpoint, { refreshes: [listDocumentsEndpoint], onDone: () => want(null) })
  const name = document.number ?? document.title
  return (
    <>
      <Radio.Group
        aria-label={`${name}的公开范围`}
        disabled={!may}
        optionType="button"
        value={document.release}
        options={releaseSteps.map((step) => ({ value: step, label: releaseWords[step] }))}
        onChange={(event) => want(event.target.value)}
      />
      {(document.href !== null || document.release !== 'nothing') && (
        <p className="meta">{releaseSees[document.release]}</p>
      )}
      {wanted !== null && (
        <Modal
          open
          title={`把${name}改为“${releaseWords[wanted]}”？`}
          okText={releaseWords[wanted]}
          cancelText="不改"
          okButtonProps={{ loading: release.isPending, danger: withdraws(document.release, wanted) }}
          onOk={() =>
            release.mutate({ params: { id: document.id }, body: { version: document.version, release: wanted } })
          }
          onCancel={() => {
            release.reset()
            want(null)
          }}
        >
          <div className="stack">
            <p>
              <b>公众将看到：</b>
              {releaseSees[wanted]}
            </p>
            <p>
              涉及任务 {document.tasks.all} 项
              {wanted === 'progress' && document.tasks.red > 0 && `，其中逾期 ${document.tasks.red} 项会显示为逾期`}
              {document.drafts.waiting > 0 && `；另有 ${document.drafts.waiting} 条待核草稿，确认前不会公开`}。
            </p>
            {withdraws(document.release, wanted) && <p>已公开的内容将立即从公众页面撤下，内部台账不变。</p>}
            <ErrorNotice error={release.error} />
          </div>
        </Modal>
      )}
    </>
  )
}
