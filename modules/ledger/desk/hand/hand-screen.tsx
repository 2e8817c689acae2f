import '../ledger.css'
import '../sheets/sheets.css'
import {
  ConfirmBar,
  ErrorNotice,
  LeaveGuard,
  PageBody,
  PageHead,
  Problem,
  problemOf,
  useAct,
  useCall,
  useRemembered,
} from '@guangyue/platform/ui/desk'
import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { addByHandEndpoint, listDocumentsEndpoint } from '../../api.ts'
import { FieldRow } from '../field-row.tsx'
import { blankTask, type FieldFault, faultAt, faultsBeforeSending } from '../task-edit.ts'
import { TaskForm } from '../task-form.tsx'
import { basisKinds, blankHand, type HandEdit, handBody, isTouched, missingIn, named } from './hand-input.ts'

/** 手工登记: a task whose basis is no held text. What is typed is kept in this browser until it is sent. */
export function Screen() {
  const navigate = useNavigate()
  const [edit, setEdit] = useRemembered<HandEdit>('ledger.hand', blankHand(crypto.randomUUID(), crypto.randomUUID()))
  const [unsent, setUnsent] = useState<readonly FieldFault[]>([])
  const add = useAct(addByHandEndpoint)
  const refused = add.error instanceof Problem ? (problemOf(add.error).body.errors ?? []) : []
  const faults = [...unsent, ...refused]

  async function send(): Promise<void> {
    const wrong = [...missingIn(edit), ...(edit.title.trim() === '' ? [] : faultsBeforeSending(named(edit)))]
    setUnsent(wrong)
    if (wrong.length > 0) return
    const reply = await add.mutateAsync({ body: handBody(edit) }).catch(() => null)
    if (reply === null) return
    setEdit(blankHand(crypto.randomUUID(), crypto.randomUUID()))
    void navigate(`/ledger/review/${reply.documentId}?measure=${reply.measureId}`)
  }

  return (
    <>
      <LeaveGuard unsaved={isTouched(edit) && !add.isPending && !add.isSuccess} />
      <PageHead title="手工登记" crumbs={[{ href: '/desk/ledger', label: '工作台账' }, { label: '手工登记' }]} />
      <PageBody>
        <div className="stack narrow handform">
          <ErrorNotice error={add.error} />
          <Basis edit={edit} faults={faults} onChange={setEdit} />
          <section className="stack" aria-labelledby="tasks-head">
            <h2 id="tasks-head">要办的事</h2>
            <FieldRow id="hand-title" label="事项" error={faultAt(faults, 'title')}>
              <Input
                id="hand-title"
                maxLength={300}
                value={edit.title}
                placeholder="如 解决城区停车难问题"
                onChange={(event) => setEdit({ ...edit, title: event.target.value })}
              />
            </FieldRow>
            {edit.tasks.map((task, at) => (
              <article key={task.id} className="draft">
                <div className="draft__top">
                  <span className="draft__no">{at + 1}</span>
                  <b>{edit.tasks.length === 1 ? '任务（不另写名称时同事项）' : `第 ${at + 1} 项任务`}</b>
                  {edit.tasks.length > 1 && (
                    <Button
                      type="link"
                      size="small"
                      danger
                      onClick={() => setEdit({ ...edit, tasks: edit.tasks.toSpliced(at, 1) })}
                    >
                      删除
                    </Button>
                  )}
                </div>
                <TaskForm
                  task={task}
                  at={at}
                  faults={faults}
                  known={new Map()}
                  onChange={(changed) => setEdit({ ...edit, tasks: edit.tasks.with(at, changed) })}
                />
              </article>
            ))}
            <p>
              <Button
                onClick={() =>
                  setEdit({ ...edit, tasks: [...edit.tasks, blankTask(crypto.randomUUID(), edit.tasks[0])] })
                }
              >
                再加一项任务
              </Button>
            </p>
          </section>
        </div>
      </PageBody>
      <ConfirmBar said="登记后成为草稿，核对确认后任务才成立。">
        {isTouched(edit) && (
          <Button onClick={() => setEdit(blankHand(crypto.randomUUID(), crypto.randomUUID()))}>清空</Button>
        )}
        <Button type="primary" size="large" loading={add.isPending} onClick={() => void send()}>
          登记并去核对
        </Button>
      </ConfirmBar>
    </>
  )
}

interface BasisProps {
  readonly edit: HandEdit
  readonly faults: readonly FieldFault[]
  readonly onChange: (edit: HandEdit) => void
}

function Basis({ edit, faults, onChange }: BasisProps) {
  const documents = useCall(listDocumentsEndpoint, { query: {} }).data?.items ?? []
  return (
    <section className="stack" aria-labelledby="basis-head">
      <h2 id="basis-head">依据</h2>
      <FieldRow id="hand-document" label="文件">
        <Select
          id="hand-document"
          allowClear
          value={edit.documentId ?? undefined}
          placeholder="新的依据（正文不收录，只登记出处）"
          showSearch={{ optionFilterProp: 'label' }}
          options={documents.map(({ id, number, title }) => ({ value: id, label: `${number ?? ''} ${title}`.trim() }))}
          onChange={(documentId) => onChange({ ...edit, documentId: documentId ?? null })}
        />
      </FieldRow>
      {edit.documentId === null && <NewBasis edit={edit} faults={faults} onChange={onChange} />}
      <FieldRow id="hand-clause" label="条款" error={faultAt(faults, 'clause')}>
        <Input
          id="hand-clause"
          maxLength={60}
          value={edit.clause}
          placeholder="如 第三条、三（一），没有可不填"
          onChange={(event) => onChange({ ...edit, clause: event.target.value })}
        />
      </FieldRow>
    </section>
  )
}

function NewBasis({ edit, faults, onChange }: BasisProps) {
  const text = (
    name: 'basis' | 'number' | 'issuer' | 'signedOn',
    more: { label: string; example: string; field: string },
  ) => (
    <FieldRow id={`hand-${name}`} label={more.label} error={faultAt(faults, more.field)}>
      <Input
        id={`hand-${name}`}
        value={edit[name]}
        placeholder={more.example}
        status={faultAt(faults, more.field) === undefined ? '' : 'error'}
        onChange={(event) => onChange({ ...edit, [name]: event.target.value })}
      />
    </FieldRow>
  )
  return (
    <>
      <FieldRow label="种类">
        <Radio.Group
          value={edit.kind}
          options={[...basisKinds]}
          optionType="button"
          onChange={(event) => onChange({ ...edit, kind: event.target.value })}
        />
      </FieldRow>
      {text('basis', { label: '名称', example: '如 市政府第52次常务会议纪要', field: 'basis.title' })}
      {text('number', { label: '文号', example: '如 〔2021〕18号，没有可不填', field: 'basis.number' })}
      {text('issuer', { label: '发出', example: '如 市政府办公室，没有可不填', field: 'basis.issuer' })}
      {text('signedOn', { label: '日期', example: '如 2021-07-01，没有可不填', field: 'basis.signedOn' })}
    </>
  )
}
