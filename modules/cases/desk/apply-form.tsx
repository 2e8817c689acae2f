import { Notice } from '@guangyue/platform/ui'
import { ErrorNotice, problemOf, useAct } from '@guangyue/platform/ui/desk'
import { Button, Popconfirm } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  type Answers,
  checkForm,
  dropDraftEndpoint,
  type FormFault,
  type Party,
  shownPages,
  submitCaseEndpoint,
  takeInEndpoint,
} from '../api/apply.ts'
import { EntryPage } from './entry-page.tsx'
import { Choices } from './form-field.tsx'
import { MaterialFiles } from './material-files.tsx'
import { materialsOf } from './materials-of.ts'
import { PartyPage } from './party-page.tsx'
import { Review } from './review.tsx'
import type { ItemForm, MaterialFile, Typed } from './shapes.ts'
import { useDraft } from './use-draft.ts'

interface Draft {
  readonly id: string
  readonly version: number
  readonly party: Party
  readonly answers: Answers
  readonly files: readonly MaterialFile[]
}

interface ApplyFormProps {
  readonly item: ItemForm
  /** At a window the clerk fills it in for who came. */
  readonly place?: 'online' | 'window'
  readonly draft: Draft
}

/**
 * The form page by page: who applies, the pages of the item as far as what was typed calls for them, files, a last look.
 * What is typed is saved a moment later; a page that is wrong says so before the next one comes.
 */
export function ApplyForm({ item, draft, place: where = 'online' }: ApplyFormProps) {
  const [typed, setTyped] = useState<Typed>({ party: draft.party, answers: draft.answers })
  const [changed, setChanged] = useState(false)
  const [files, setFiles] = useState(draft.files)
  const [at, setAt] = useState(0)
  const [faults, setFaults] = useState<readonly FormFault[]>([])
  const head = useRef<HTMLHeadingElement>(null)
  const saving = useDraft({ id: draft.id, itemCode: item.code, place: where, version: draft.version }, typed, changed)
  const [identity, setIdentity] = useState('')
  const done = { refreshes: [], onDone: ({ id }: { readonly id: string }) => location.assign(`/cases/${id}/receipt`) }
  const online = useAct(submitCaseEndpoint, done)
  const window = useAct(takeInEndpoint, done)
  const submit = where === 'online' ? online : window
  const shown = useMemo(() => shownPages(item.pages, typed.answers), [item, typed])
  const steps = ['申请人', ...shown.map(({ page }) => page.title), '材料', '核对提交']
  const place = Math.min(at, steps.length - 1)
  const current = shown[place - 1]
  const filed = new Set(files.map(({ material }) => material))

  useEffect(() => {
    const told = submit.error === null ? [] : (problemOf(submit.error).body.errors ?? [])
    if (told.length > 0) setFaults(told)
  }, [submit.error])

  const change = (next: Partial<Typed>) => {
    setChanged(true)
    setTyped({ ...typed, ...next })
  }
  const go = (to: number) => {
    setAt(to)
    setFaults([])
    head.current?.scrollIntoView({ block: 'nearest' })
    head.current?.focus()
  }
  const forward = () => {
    const unseen = place === 0 && where === 'window' && identity === ''
    const wrong = unseen
      ? [{ field: 'identity', message: '请先核验身份' }]
      : faultsOn(place, { item, typed, filed, page: current?.page.key })
    setFaults(wrong)
    const [first] = wrong
    if (first) document.getElementById(first.field)?.focus()
    else go(place + 1)
  }
  const errors = new Map(faults.map(({ field, message }) => [field, message.replace(/^[^：]*：/, '')]))
  const send = async () => {
    await saving.flush()
    saving.stop()
    const sent = { itemCode: item.code, party: typed.party, answers: { ...typed.answers } }
    if (where === 'online') online.mutate({ params: { id: draft.id }, body: sent })
    else window.mutate({ params: { id: draft.id }, body: { ...sent, identity } })
  }
  return (
    <div className="apply">
      <ol className="apply__steps" aria-label="填写步骤">
        {steps.map((step, index) => (
          <li key={step} aria-current={index === place ? 'step' : undefined}>
            {step}
          </li>
        ))}
      </ol>
      <h2 ref={head} tabIndex={-1}>
        {steps[place]}
      </h2>
      {place === 0 && (
        <PartyPage party={typed.party} audience={item.for} errors={errors} onChange={(party) => change({ party })} />
      )}
      {place === 0 && where === 'window' && (
        <Choices
          name="identity"
          label="核验了哪种证件原件"
          choices={papers.map((value) => ({ value, label: value }))}
          chosen={[identity]}
          kind="radio"
          {...(errors.has('identity') ? { error: errors.get('identity') ?? '' } : {})}
          onChoose={([paper = '']) => setIdentity(paper)}
        />
      )}
      {current && (
        <EntryPage
          shown={current}
          errors={errors}
          onChange={(entries) => change({ answers: { ...typed.answers, [current.page.key]: entries } })}
        />
      )}
      {place === steps.length - 2 && (
        <Files item={item} typed={typed} id={draft.id} files={files} ready={saving.flush} onFiles={setFiles} />
      )}
      {place === steps.length - 1 && <Review item={item} typed={typed} files={files} onGo={go} />}
      <ErrorNotice error={submit.error ?? saving.error} />
      {faults.length > 0 && submit.error === null && (
        <p className="field__error" role="alert">
          这一页有 {faults.length} 处需要修改
        </p>
      )}
      <div className="row apply__foot">
        {place > 0 && <Button onClick={() => go(place - 1)}>上一步</Button>}
        {place < steps.length - 1 ? (
          <Button type="primary" onClick={forward}>
            下一步
          </Button>
        ) : (
          <Button type="primary" loading={submit.isPending} onClick={() => void send().catch(() => undefined)}>
            {where === 'online' ? '提交申请' : '收件'}
          </Button>
        )}
        {saving.state !== undefined && <Drop id={draft.id} code={item.code} onDrop={saving.stop} />}
        <span className="meta" role="status">
          {savingWords[saving.state ?? 'none']}
        </span>
      </div>
    </div>
  )
}

function Drop({ id, code, onDrop }: { readonly id: string; readonly code: string; readonly onDrop: () => void }) {
  const drop = useAct(dropDraftEndpoint, { refreshes: [], onDone: () => location.assign(`/services/${code}`) })
  return (
    <Popconfirm
      title="删除这份没有提交的申请表？"
      okText="删除"
      cancelText="留着"
      onConfirm={() => {
        onDrop()
        drop.mutate({ params: { id } })
      }}
    >
      <Button type="text" loading={drop.isPending}>
        删除草稿
      </Button>
    </Popconfirm>
  )
}

/** Papers by which a clerk makes sure who has come. */
const papers = ['居民身份证', '营业执照和经办人身份证', '授权委托书和受托人身份证']

const savingWords = {
  none: '填写的内容会自动保存',
  saving: '正在保存',
  saved: '已保存，可以以后接着填',
  refused: '没有保存成功',
} as const

/** What is wrong with one page; of the party only what is empty, the server checks the rest. */
function faultsOn(
  place: number,
  asked: {
    readonly item: ItemForm
    readonly typed: Typed
    readonly filed: ReadonlySet<string>
    readonly page: string | undefined
  },
): readonly FormFault[] {
  const { item, typed, filed, page } = asked
  if (place === 0) {
    const empty = (['name', 'code', 'phone'] as const).filter((key) => typed.party[key].trim() === '')
    return empty.map((key) => ({ field: `party.${key}`, message: '请填写' }))
  }
  if (page === undefined) return []
  const { faults } = checkForm(item.pages, typed.answers, filed)
  const files = new Set(
    item.pages.flatMap(({ fields }) => fields.flatMap(({ key, type }) => (type === 'file' ? [key] : []))),
  )
  return faults.filter(({ field }) => field.startsWith(`form.${page}`) && !files.has(field.split('.').at(-1) ?? ''))
}

interface FilesProps {
  readonly item: ItemForm
  readonly typed: Typed
  readonly id: string
  readonly files: readonly MaterialFile[]
  /** The form must be on record before a file can be with it. */
  readonly ready: () => Promise<void>
  readonly onFiles: (change: (files: readonly MaterialFile[]) => readonly MaterialFile[]) => void
}

function Files({ item, typed, id, files, ready, onFiles }: FilesProps) {
  const [stored, setStored] = useState<boolean | Error>(false)
  useEffect(() => {
    ready().then(
      () => setStored(true),
      (error: Error) => setStored(error),
    )
  }, [ready])
  const wanted = materialsOf(item, typed)
  if (stored === false) return <p role="status">正在保存</p>
  if (stored !== true) return <ErrorNotice error={stored} />
  if (wanted.length === 0) return <p>这个事项不用提交材料。</p>
  return (
    <div className="stack">
      <Notice title="现在可以不全，但缺的会让受理晚一些">
        <p>受理单位在五个工作日内一次告知全部要补的材料。</p>
      </Notice>
      {wanted.map(({ key, name, note }) => (
        <MaterialFiles
          key={key}
          id={id}
          material={key}
          name={name}
          note={note}
          files={files.filter(({ material }) => material === key)}
          onAdded={(file) => onFiles((all) => [...all, file])}
          onRemoved={(fileId) => onFiles((all) => all.filter((one) => one.id !== fileId))}
        />
      ))}
    </div>
  )
}
