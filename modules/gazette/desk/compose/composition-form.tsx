import {
  ConfirmBar,
  ErrorNotice,
  faultsOf,
  isStale,
  PageBody,
  Problem,
  StaleDialog,
  type Typed,
  TypedField,
  useAct,
} from '@guangyue/platform/ui/desk'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { saveCompositionEndpoint } from '../../compose/api.ts'
import { ActsEditor, ChronicleEditor } from './entries-editor.tsx'
import { SectionsEditor } from './sections-editor.tsx'
import type { Composition, Content } from './shapes.ts'

interface CompositionFormProps {
  readonly composition: Composition
  readonly editing: Typed<Content>
  /** What stands beside. */
  readonly children: ReactNode
}

/** The issue's days, contents, acts and chronicle, changed and saved as a whole. */
export function CompositionForm({ composition, editing, children }: CompositionFormProps) {
  const { value: content, version, unsaved, change, forget } = editing
  const save = useAct(saveCompositionEndpoint)
  const faults = faultsOf(save.error)
  const put = (part: Partial<Content>) => {
    save.reset()
    change({ ...content, ...part })
  }

  async function store(wanted: Content, seen: number): Promise<void> {
    const sent = { params: { id: composition.id }, body: { version: seen, content: wanted } }
    const done = await save.mutateAsync(sent).catch(() => null)
    if (done !== null) forget()
  }

  return (
    <>
      <PageBody>
        <div className="composing">
          <div className="stack composeform">
            {!isStale(save.error) && <ErrorNotice error={save.error} />}
            <div className="composepair">
              <TypedField id="month" label="月份" hint="大事记的月份" faults={faults}>
                <Input
                  id="month"
                  type="month"
                  value={content.month.slice(0, 7)}
                  onChange={({ target: { value } }) => value !== '' && put({ month: `${value}-01` })}
                />
              </TypedField>
              <TypedField id="publishedOn" label="出版日期" faults={faults}>
                <Input
                  id="publishedOn"
                  type="date"
                  value={content.publishedOn}
                  onChange={({ target: { value } }) => value !== '' && put({ publishedOn: value })}
                />
              </TypedField>
            </div>
            <SectionsEditor sections={content.sections} onChange={(sections) => put({ sections })} />
            <ActsEditor acts={content.acts} day={content.month} onChange={(acts) => put({ acts })} />
            <ChronicleEditor
              chronicle={content.chronicle}
              day={content.month}
              onChange={(chronicle) => put({ chronicle })}
            />
          </div>
          <aside aria-label="核对与办理">{children}</aside>
        </div>
      </PageBody>
      <ConfirmBar
        said={
          <span role="status">
            {unsaved ? '有改动未保存，已记在本机，离开不会丢失' : '与已保存的内容一致，由另一位工作人员审核'}
          </span>
        }
      >
        {unsaved && (
          <Button
            onClick={() => {
              save.reset()
              forget()
            }}
          >
            放弃改动
          </Button>
        )}
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!unsaved}
          onClick={() => void store(content, version)}
        >
          保存
        </Button>
      </ConfirmBar>
      {isStale(save.error) && <StaleIssue error={save.error} mine={content} onSave={store} onBack={save.reset} />}
    </>
  )
}

const fields = [
  { key: 'month', label: '月份' },
  { key: 'publishedOn', label: '出版日期' },
  { key: 'sections', label: '目录' },
  { key: 'acts', label: '人事任免' },
  { key: 'chronicle', label: '大事记' },
]

interface StaleIssueProps {
  readonly error: Problem
  readonly mine: Content
  readonly onSave: (content: Content, version: number) => Promise<void>
  readonly onBack: () => void
}

/** Somebody saved the issue meanwhile: both, part by part. */
function StaleIssue({ error, mine, onSave, onBack }: StaleIssueProps) {
  const { current } = error.body.data as { readonly current: Content & { readonly version: number } }
  return (
    <StaleDialog
      error={new Problem({ ...error.body, data: { yours: mine, current } })}
      fields={fields}
      show={shown}
      onSave={(chosen) => void onSave(chosen as unknown as Content, current.version)}
      onBack={onBack}
    />
  )
}

function shown(key: string, value: unknown): ReactNode {
  if (key === 'sections') {
    return (value as Content['sections']).map(({ name, manuscripts }) => `${name} ${manuscripts.length} 份`).join('，')
  }
  if (key === 'acts') return (value as Content['acts']).map(({ on, text }) => `${on} ${text}`).join('；')
  if (key === 'chronicle')
    return (value as Content['chronicle']).map(({ start, text }) => `${start} ${text}`).join('；')
  return String(value)
}
