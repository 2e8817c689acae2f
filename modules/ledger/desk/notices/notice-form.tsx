import {
  ConfirmBar,
  ErrorNotice,
  type FieldFault,
  faultsOf,
  isStale,
  PageBody,
  Problem,
  StaleDialog,
  type Typed,
  TypedField,
  useAct,
} from '@guangyue/platform/ui/desk'
import { Button, Input, Select } from 'antd'
import { saveNoticeEndpoint } from '../../notices/api.ts'
import { NoticeBody } from '../../pages/notice-body.tsx'
import { BodyEditor } from './body-editor.tsx'
import type { Content, Notice, NoticeText } from './shapes.ts'

interface NoticeFormProps {
  readonly notice: Notice
  readonly editing: Typed<NoticeText>
  /** Back to reading. */
  readonly onBack: () => void
}

/** The whole text, to be typed over. */
export function NoticeForm({ notice, editing, onBack }: NoticeFormProps) {
  const { value: text, version, unsaved, change, forget } = editing
  const { content, series } = text
  const save = useAct(saveNoticeEndpoint)
  const faults = unsaved && !save.error ? [] : [...refused(save.error), ...(unsaved ? [] : notice.refusals)]
  const put = (part: Partial<Content>) => {
    save.reset()
    change({ ...text, content: { ...content, ...part } })
  }

  async function store(wanted: NoticeText, seen: number): Promise<void> {
    const sent = { params: { id: notice.id }, body: { version: seen, ...wanted } }
    const done = await save.mutateAsync(sent).catch(() => null)
    if (done !== null) forget()
  }

  return (
    <>
      <PageBody>
        <div className="stack noticeform">
          {!isStale(save.error) && <ErrorNotice error={save.error} />}
          <TypedField id="title" label="标题" faults={faults}>
            <Input.TextArea
              id="title"
              autoSize
              maxLength={120}
              value={content.title}
              onChange={(event) => put({ title: event.target.value })}
            />
          </TypedField>
          <TypedField id="addressees" label="主送" faults={faults}>
            <Names id="addressees" value={content.addressees} onChange={(addressees) => put({ addressees })} />
          </TypedField>
          <BodyEditor body={content.body} faults={faults} onChange={(body) => put({ body })} />
          <TypedField id="signature" label="署名" faults={faults}>
            <Input
              id="signature"
              maxLength={60}
              value={content.signature}
              onChange={(event) => put({ signature: event.target.value })}
            />
          </TypedField>
          <TypedField id="copies" label="抄送" hint="没有可不填" faults={faults}>
            <Names id="copies" value={content.copies} onChange={(copies) => put({ copies })} />
          </TypedField>
          <TypedField id="series" label="文号代字" hint="由督查室自定，下一份沿用" faults={faults}>
            <Input
              id="series"
              className="figureinput"
              maxLength={10}
              value={series}
              onChange={(event) => {
                save.reset()
                change({ ...text, series: event.target.value })
              }}
            />
          </TypedField>
        </div>
      </PageBody>
      <ConfirmBar
        said={
          <span role="status">
            {unsaved ? '有改动未保存，已记在本机，离开不会丢失' : '与已保存的内容一致，由另一位工作人员审核'}
          </span>
        }
      >
        {unsaved ? <Button onClick={forget}>放弃改动</Button> : <Button onClick={onBack}>看全文</Button>}
        <Button type="primary" loading={save.isPending} disabled={!unsaved} onClick={() => void store(text, version)}>
          保存
        </Button>
      </ConfirmBar>
      {isStale(save.error) && <StaleNotice error={save.error} text={text} onSave={store} onBack={save.reset} />}
    </>
  )
}

/** The faults of a refusal; those of one name at the field of all. */
function refused(error: unknown): readonly FieldFault[] {
  return faultsOf(error).map(({ field, message }) => ({
    field: field.replace(/^(addressees|copies)\.\d+$/, '$1'),
    message,
  }))
}

interface NamesProps {
  readonly id: string
  readonly value: readonly string[]
  readonly onChange: (names: readonly string[]) => void
}

function Names({ id, value, onChange }: NamesProps) {
  return (
    <Select
      id={id}
      mode="tags"
      open={false}
      suffix={null}
      style={{ width: '100%' }}
      tokenSeparators={['、', '，', ',']}
      placeholder="逐个输入单位名称"
      value={[...value]}
      onChange={onChange}
    />
  )
}

const fields = [
  { key: 'title', label: '标题' },
  { key: 'addressees', label: '主送' },
  { key: 'body', label: '正文' },
  { key: 'signature', label: '署名' },
  { key: 'copies', label: '抄送' },
  { key: 'series', label: '文号代字' },
]

interface StaleNoticeProps {
  readonly error: Problem
  readonly text: NoticeText
  readonly onSave: (text: NoticeText, version: number) => Promise<void>
  readonly onBack: () => void
}

/** Somebody saved this notice meanwhile: both texts field by field. */
function StaleNotice({ error, text, onSave, onBack }: StaleNoticeProps) {
  const { current } = error.body.data as { readonly current: Notice }
  const data = {
    yours: { ...text.content, series: text.series },
    current: { ...current.content, series: current.series },
  }
  return (
    <StaleDialog
      error={new Problem({ ...error.body, data })}
      fields={fields}
      show={(key, value) => {
        if (key === 'body') return <NoticeBody body={value as Content['body']} />
        return Array.isArray(value) ? value.join('、') : String(value)
      }}
      onSave={(chosen) => {
        const { series, ...content } = chosen as unknown as Content & { readonly series: string }
        void onSave({ series, content }, current.version)
      }}
      onBack={onBack}
    />
  )
}
