import './compose.css'
import { dayText, Light } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { useState } from 'react'
import { useParams } from 'react-router'
import { getManuscriptEndpoint } from '../../compose/api.ts'
import { lightOfManuscript, manuscriptWords } from './compose-words.ts'
import { ManuscriptForm } from './manuscript-form.tsx'
import { NewManuscript } from './new-manuscript.tsx'
import { ReadingPanel } from './reading-panel.tsx'
import type { Manuscript } from './shapes.ts'

const crumbs = [{ href: '/desk/gazette/manuscripts', label: '待刊文件' }]

/** One document that an issue may print: typed, uploaded, read. */
export function Screen() {
  const { id = '' } = useParams()
  return id === 'new' ? <NewManuscript crumbs={crumbs} /> : <Known key={id} id={id} />
}

function Known({ id }: { readonly id: string }) {
  const found = useCall(getManuscriptEndpoint, { params: { id } })
  const title = found.data?.title ?? '待刊文件'
  return (
    <>
      <PageHead
        title={title}
        voice="promulgated"
        crumbs={[...crumbs, { label: found.data?.number ?? title }]}
        meta={
          found.data && (
            <Light state={lightOfManuscript[found.data.state]} size="large">
              {found.data.printedIn ?? manuscriptWords[found.data.state]}
            </Light>
          )
        }
      />
      <Loaded query={found}>{(manuscript) => <OneManuscript manuscript={manuscript} />}</Loaded>
    </>
  )
}

function OneManuscript({ manuscript }: { readonly manuscript: Manuscript }) {
  const [id] = useState(manuscript.id)
  if (manuscript.may.length > 0) {
    return <ManuscriptForm id={id} saved={manuscript} />
  }
  return (
    <PageBody>
      <div className="composing">
        <Read manuscript={manuscript} />
        <aside aria-label="核对">
          <ReadingPanel reading={manuscript.reading} />
        </aside>
      </div>
    </PageBody>
  )
}

function Read({ manuscript: { content } }: { readonly manuscript: Manuscript }) {
  const { number, addressees, body, annex, issuer, signedOn } = content
  const paragraphs = (text: string) => text.split('\n').map((line, at) => <p key={`${at} ${line}`}>{line}</p>)
  return (
    <article className="manuscript song">
      <p className="manuscript__number">{number ?? '（没有文号）'}</p>
      {addressees !== null && <p className="manuscript__to">{addressees}：</p>}
      {paragraphs(body)}
      <p className="manuscript__signed">
        {issuer ?? ''}
        <br />
        {signedOn === null ? '' : dayText(signedOn)}
      </p>
      {annex !== '' && paragraphs(annex)}
    </article>
  )
}
