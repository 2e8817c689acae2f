import './compose.css'
import { FileList, Light, Notice, Tabs } from '@guangyue/platform/ui'
import { Handling, Loaded, PageBody, PageHead, useCall, useTyped } from '@guangyue/platform/ui/desk'
import { useParams, useSearchParams } from 'react-router'
import { getCompositionEndpoint } from '../../compose/api.ts'
import { ChecksPanel } from './checks-panel.tsx'
import { lightOfState, stateWords } from './compose-words.ts'
import { CompositionActions } from './composition-actions.tsx'
import { CompositionForm } from './composition-form.tsx'
import { PagePreview } from './page-preview.tsx'
import type { Composition } from './shapes.ts'

/** One issue: composed, looked at page by page, reviewed, signed. */
export function Screen() {
  const { id = '' } = useParams()
  const found = useCall(getCompositionEndpoint, { params: { id } })
  if (found.data !== undefined) return <OneIssue key={id} composition={found.data} />
  return (
    <>
      <PageHead title="编辑公报" />
      <PageBody>
        <Loaded query={found}>{() => null}</Loaded>
      </PageBody>
    </>
  )
}

function OneIssue({ composition }: { readonly composition: Composition }) {
  const [search] = useSearchParams()
  const { id, content, version } = composition
  const editing = useTyped({ name: 'composition', id, saved: content, version })
  const edits = composition.may.includes('edit')
  const pages = search.get('view') === 'pages' || !edits
  const here = `/desk/gazette/compose/${composition.id}`
  return (
    <>
      <PageHead
        title={`${composition.title} ${composition.label}`}
        voice="promulgated"
        crumbs={[{ href: '/desk/gazette/compose', label: '编辑公报' }, { label: composition.label }]}
        meta={
          <Light state={lightOfState[composition.state]} size="large">
            {stateWords[composition.state]}
          </Light>
        }
        actions={<CompositionActions composition={composition} unsaved={editing.unsaved} />}
      />
      <PageBody>
        <div className="stack">
          <Standing composition={composition} />
          {edits && (
            <Tabs
              label="视图"
              tabs={[
                { href: here, label: '编排', current: !pages },
                { href: `${here}?view=pages`, label: '逐页看', current: pages },
              ]}
            />
          )}
          {pages && (
            <div className="composing">
              <PagePreview id={composition.id} />
              <aside aria-label="核对">
                {composition.state !== 'signed' && composition.state !== 'void' && (
                  <ChecksPanel id={composition.id} unsaved={editing.unsaved} />
                )}
                <Steps composition={composition} />
              </aside>
            </div>
          )}
        </div>
      </PageBody>
      {!pages && (
        <CompositionForm composition={composition} editing={editing}>
          <ChecksPanel id={composition.id} unsaved={editing.unsaved} />
          <Steps composition={composition} />
        </CompositionForm>
      )}
    </>
  )
}

function Standing({ composition: { state, own, url, voidReason } }: { readonly composition: Composition }) {
  if (state === 'signed' && url !== null) {
    return (
      <Notice tone="good" title="已签发并公开，不再改动">
        <p>
          <a href={url}>公开页面</a>　<a href={`${url}/verify`}>验证</a>
        </p>
      </Notice>
    )
  }
  if (state === 'void') return <Notice title={`已作废：${voidReason ?? ''}`} />
  return own === null ? null : (
    <Notice title="等另一位工作人员审核">
      <p>{own}，不能由您审核。</p>
    </Notice>
  )
}

function Steps({ composition }: { readonly composition: Composition }) {
  const { composedName, composedOn, reviewedName, reviewedOn, signed } = composition
  return (
    <section className="aside-block" aria-label="办理">
      <Handling
        steps={[
          { step: '编排', name: composedName, on: composedOn },
          { step: '审核', name: reviewedName, on: reviewedOn },
          { step: '签发', name: signed?.name ?? null, on: signed?.on ?? null },
        ]}
      >
        {signed !== null && (
          <>
            <dt>印证</dt>
            <dd className="proof">{signed.hash}</dd>
          </>
        )}
      </Handling>
      {signed !== null && <FileList files={signed.files} />}
    </section>
  )
}
