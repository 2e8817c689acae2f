import '../ledger.css'
import '../dispatch/dispatch.css'
import './notices.css'
import { dayText, FileList, Light, monthText, Notice as Told } from '@guangyue/platform/ui'
import { downloadHref, Handling, Loaded, PageBody, PageHead, useCall, useTyped } from '@guangyue/platform/ui/desk'
import { useState } from 'react'
import { useParams } from 'react-router'
import { getNoticeEndpoint, noticeLabels, readNoticeDocxEndpoint, readNoticePdfEndpoint } from '../../notices/api.ts'
import { NoticeBody } from '../../pages/notice-body.tsx'
import { Answers } from './answers.tsx'
import { NoticeActions } from './notice-actions.tsx'
import { NoticeForm } from './notice-form.tsx'
import { lightOfNotice, stateWords } from './notice-words.ts'
import type { Notice, NoticeText } from './shapes.ts'

/** One 督办单, 提示函 or 通报: written, reviewed, issued, read. */
export function Screen() {
  const { id = '' } = useParams()
  const found = useCall(getNoticeEndpoint, { params: { id } })
  if (found.data !== undefined) return <OneNotice key={id} notice={found.data} />
  return (
    <>
      <PageHead title="督办与通报" />
      <PageBody>
        <Loaded query={found}>{() => null}</Loaded>
      </PageBody>
    </>
  )
}

function OneNotice({ notice }: { readonly notice: Notice }) {
  const { id, version, series, content } = notice
  const editing = useTyped<NoticeText>({ name: 'notice', id, saved: { series, content }, version })
  const [writing, setWriting] = useState(editing.unsaved || (notice.ownText && notice.state === 'draft'))
  const written = writing && notice.may.includes('edit')
  return (
    <>
      <PageHead
        title={notice.title}
        voice="promulgated"
        crumbs={[
          { href: '/desk/ledger/notices', label: '督办与通报' },
          { label: notice.number ?? `${noticeLabels[notice.kind]}草稿` },
        ]}
        meta={
          <>
            <Light state={lightOfNotice[notice.state]} size="large">
              {stateWords[notice.state]}
            </Light>
            <span>{noticeLabels[notice.kind]}</span>
            {notice.month !== null && <span>{monthText(notice.month)}</span>}
            {notice.published && <span>已公开</span>}
          </>
        }
        actions={written ? undefined : <NoticeActions notice={notice} onWrite={() => setWriting(true)} />}
      />
      {written ? (
        <NoticeForm notice={notice} editing={editing} onBack={() => setWriting(false)} />
      ) : (
        <PageBody>
          <div className="report">
            <div className="stack">
              <Refusals notice={notice} />
              <Read notice={notice} />
              <Answers notice={notice} />
            </div>
            <Beside notice={notice} />
          </div>
        </PageBody>
      )}
    </>
  )
}

function Refusals({ notice: { refusals, ownText, state } }: { readonly notice: Notice }) {
  return (
    <>
      {refusals.length > 0 && (
        <Told tone="warn" title="现在的文稿还不能印发">
          <ul>
            {refusals.map(({ field, message }) => (
              <li key={`${field} ${message}`}>{message}</li>
            ))}
          </ul>
        </Told>
      )}
      {ownText && state === 'draft' && (
        <Told title="等另一位工作人员审核">这一稿是您写的，请督查室的另一位工作人员打开审核。</Told>
      )}
    </>
  )
}

function Read({ notice: { content, number, issuedOn } }: { readonly notice: Notice }) {
  return (
    <article className="noticeread">
      <p className="noticeread__number">{number ?? '（印发时编号）'}</p>
      {content.addressees.length > 0 && <p className="noticeread__to">{content.addressees.join('，')}：</p>}
      <NoticeBody body={content.body} />
      <p className="noticeread__signed">
        {content.signature}
        <br />
        {issuedOn === null ? '（印发之日）' : dayText(issuedOn)}
      </p>
      {content.copies.length > 0 && <p className="noticeread__to">抄送：{content.copies.join('，')}。</p>}
    </article>
  )
}

function Beside({ notice }: { readonly notice: Notice }) {
  const { id, files, number, units, draftedName, draftedOn, reviewedName, reviewedOn, issuedName, issuedOn } = notice
  return (
    <aside aria-label="办理">
      {files && (
        <div className="aside-block">
          <h2>下载</h2>
          <FileList
            files={[
              { href: downloadHref(readNoticeDocxEndpoint, { params: { id } }), name: `${number}.docx` },
              { href: downloadHref(readNoticePdfEndpoint, { params: { id } }), name: `${number}.pdf` },
            ]}
          />
        </div>
      )}
      <div className="aside-block">
        <Handling
          steps={[
            { step: '起草', name: draftedName, on: draftedOn },
            { step: '审核', name: reviewedName, on: reviewedOn },
            { step: '印发', name: issuedName, on: issuedOn },
          ]}
        >
          <dt>发给</dt>
          <dd>{units.map(({ name }) => name).join('、')}</dd>
        </Handling>
      </div>
    </aside>
  )
}
