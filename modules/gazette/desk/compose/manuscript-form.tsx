import {
  ConfirmBar,
  ErrorNotice,
  faultsOf,
  isStale,
  PageBody,
  StaleDialog,
  useAct,
  useTyped,
} from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { readManuscriptEndpoint, saveManuscriptEndpoint, withdrawManuscriptEndpoint } from '../../compose/api.ts'
import { ManuscriptFields } from './manuscript-fields.tsx'
import { ReadingPanel } from './reading-panel.tsx'
import type { Manuscript, ManuscriptContent } from './shapes.ts'

interface ManuscriptFormProps {
  readonly id: string
  /** As it is on record; none for a new one. */
  readonly saved?: Manuscript
  /** What a new one begins with. */
  readonly begun?: ManuscriptContent
  /** A new one is saved or given up. */
  readonly onEnd?: () => void
}

/** A document field by field; what is typed is kept in this browser until it is saved or given up. */
export function ManuscriptForm({ id, saved, begun, onEnd }: ManuscriptFormProps) {
  const navigate = useNavigate()
  const typed = useTyped<ManuscriptContent | undefined, number | null>({
    name: 'manuscript',
    id,
    saved: saved?.content ?? begun,
    version: saved?.version ?? null,
  })
  const { value: content, version } = typed
  const read = useAct(readManuscriptEndpoint, { refreshes: [] })
  const save = useAct(saveManuscriptEndpoint)
  const withdraw = useAct(withdrawManuscriptEndpoint)
  if (content === undefined) return null
  const unsaved = typed.unsaved || saved === undefined
  const withdrawn = saved?.may.includes('restore') ?? false
  const faults = [...faultsOf(save.error), ...faultsOf(read.error)]
  const put = (part: Partial<ManuscriptContent>) => {
    save.reset()
    typed.change({ ...content, ...part })
  }

  async function store(wanted: ManuscriptContent, seen: number | null): Promise<void> {
    const done = await save.mutateAsync({ params: { id }, body: { version: seen, content: wanted } }).catch(() => null)
    if (done === null) return
    typed.forget()
    read.reset()
    onEnd?.()
    if (saved === undefined) void navigate(`/gazette/manuscripts/${id}`)
  }

  const reading = read.data ?? (unsaved ? undefined : saved?.reading)
  return (
    <>
      <PageBody>
        <div className="composing">
          <div className="stack composeform">
            {!isStale(save.error) && <ErrorNotice error={save.error ?? read.error ?? withdraw.error} />}
            <ManuscriptFields content={content} faults={faults} onType={put} />
          </div>
          <aside aria-label="核对">
            {reading === undefined ? (
              <p className="meta">填好后点“读一遍”，看读出的层次和任免，与填写的有没有出入。</p>
            ) : (
              <ReadingPanel reading={reading} />
            )}
          </aside>
        </div>
      </PageBody>
      <ConfirmBar said={<span role="status">{saidOf(unsaved, saved)}</span>}>
        {saved !== undefined && !unsaved && (
          <Button
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ params: { id }, body: { version: saved.version, withdrawn: !withdrawn } })}
          >
            {withdrawn ? '恢复待刊' : '撤下'}
          </Button>
        )}
        {unsaved && (
          <Button
            onClick={() => {
              typed.forget()
              onEnd?.()
            }}
          >
            放弃改动
          </Button>
        )}
        <Button loading={read.isPending} onClick={() => read.mutate({ body: { content } })}>
          读一遍
        </Button>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!unsaved}
          onClick={() => void store(content, version)}
        >
          保存
        </Button>
      </ConfirmBar>
      {isStale(save.error) && (
        <StaleDialog
          error={save.error}
          fields={fields}
          onSave={(chosen, current) =>
            void store(chosen as unknown as ManuscriptContent, (current as unknown as { version: number }).version)
          }
          onBack={save.reset}
        />
      )}
    </>
  )
}

const fields = [
  { key: 'title', label: '标题' },
  { key: 'number', label: '文号' },
  { key: 'section', label: '栏目' },
  { key: 'issuer', label: '发文机关' },
  { key: 'signedOn', label: '成文日期' },
  { key: 'addressees', label: '主送机关' },
  { key: 'body', label: '正文' },
  { key: 'annex', label: '落款之后' },
]

function saidOf(unsaved: boolean, saved: Manuscript | undefined): string {
  if (saved === undefined) return '还没有保存，已记在本机，离开不会丢失'
  return unsaved ? '有改动未保存，已记在本机，离开不会丢失' : '与已保存的内容一致'
}
