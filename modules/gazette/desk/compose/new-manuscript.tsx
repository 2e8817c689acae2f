import { Notice } from '@guangyue/platform/ui'
import { FileDrop, PageBody, PageHead, useMe, useRemembered } from '@guangyue/platform/ui/desk'
import { useState } from 'react'
import { readManuscriptFileEndpoint } from '../../compose/api.ts'
import { ManuscriptForm } from './manuscript-form.tsx'
import type { ManuscriptContent } from './shapes.ts'

const empty: ManuscriptContent = {
  section: '市政府文件',
  number: null,
  title: '',
  issuer: null,
  signedOn: null,
  addressees: null,
  body: '',
  annex: '',
}

interface Begun {
  /** Made here once, so that sending twice saves one. */
  readonly id: string
  readonly from: ManuscriptContent
  readonly notes: readonly string[]
}

/** A document that is not on the list yet: read from a file, or typed. */
export function NewManuscript({ crumbs }: { readonly crumbs: readonly { href: string; label: string }[] }) {
  const { account } = useMe()
  const [begun, begin] = useRemembered<Begun | null>(`manuscript.new.${account.id}`, null)
  const [given] = useState(() => crypto.randomUUID())
  const start = (from: ManuscriptContent, notes: readonly string[]) => begin({ id: given, from, notes })
  return (
    <>
      <PageHead title="录入待刊文件" crumbs={[...crumbs, { label: '录入' }]} />
      {begun === null ? (
        <PageBody>
          <div className="stack composeform">
            <FileDrop
              endpoint={readManuscriptFileEndpoint}
              sent={[{ body: {} }]}
              accept=".docx,.txt,.pdf"
              title="把一份公文的 docx、txt 或 pdf 拖到这里，或点击选择"
              hint="读出标题、文号、发文机关、日期、正文和附件，填进表单，由您核对后保存。不超过 20 MB。"
              onDone={({ content, notes }) => start(content, notes)}
            />
            <p>
              没有文件的，也可以
              <button type="button" className="linkbutton" onClick={() => start(empty, [])}>
                直接填写或粘贴文字
              </button>
              。
            </p>
          </div>
        </PageBody>
      ) : (
        <>
          {begun.notes.length > 0 && (
            <PageBody>
              <Notice title="读这个文件时">
                <ul>
                  {begun.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              </Notice>
            </PageBody>
          )}
          <ManuscriptForm id={begun.id} begun={begun.from} onEnd={() => begin(null)} />
        </>
      )}
    </>
  )
}
