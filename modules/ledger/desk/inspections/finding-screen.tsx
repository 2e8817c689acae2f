import '../ledger.css'
import '../task/task.css'
import './inspections.css'
import { Cite, dayText, Light, Notice, Timeline } from '@guangyue/platform/ui'
import { FileDrop, Loaded, PageBody, PageHead, useCall, useMe } from '@guangyue/platform/ui/desk'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { addPhotographEndpoint, findingSteps, getFindingEndpoint, kindLabels } from '../../inspections/api.ts'
import { whenText } from '../moments.ts'
import { FindingTag } from './finding-row.tsx'
import { FindingStepDialog, type Step } from './finding-step-dialog.tsx'
import { Mending } from './mending.tsx'
import { Pictures } from './pictures.tsx'
import type { FindingDetail } from './shapes.ts'

/** One finding: what was seen, how it was mended, who verified it, and what may be done now. */
export function Screen() {
  const { id = '' } = useParams()
  const found = useCall(getFindingEndpoint, { params: { id } })
  if (found.data) return <OneFinding key={id} finding={found.data} />
  return (
    <>
      <PageHead
        title="督查发现"
        crumbs={[{ href: '/desk/ledger/inspections', label: '督查活动' }, { label: '发现' }]}
      />
      <PageBody>
        <Loaded query={found}>{() => null}</Loaded>
      </PageBody>
    </>
  )
}

function OneFinding({ finding }: { readonly finding: FindingDetail }) {
  const [open, setOpen] = useState<Step | null>(null)
  const { inspectionId, inspection, number, text, state, late, unit, due, termDays, provisional, may } = finding
  const steps = (Object.keys(findingSteps) as Step[]).filter((step) => may.includes(step))
  const main = steps.find((step) => step !== 'send-back')
  return (
    <>
      <PageHead
        title={text}
        crumbs={[
          { href: '/desk/ledger/inspections', label: '督查活动' },
          { href: `/desk/ledger/inspections/${inspectionId}`, label: inspection },
          { label: `第 ${number} 条` },
        ]}
        meta={
          <>
            <FindingTag state={state} />
            {late && <Light state="overdue">{state === 'open' ? '逾期未整改' : '逾期整改'}</Light>}
            <span>责任单位 {unit.name}</span>
            <span>
              整改期限 {dayText(due)}
              {termDays !== null && `（${termDays} 个工作日）`}
              {provisional && '，该年节假日尚未公布，按暂定'}
            </span>
          </>
        }
        actions={
          <>
            {steps
              .filter((step) => step !== main)
              .map((step) => (
                <Button key={step} onClick={() => setOpen(step)}>
                  {findingSteps[step].label}
                </Button>
              ))}
            {main && (
              <Button type="primary" onClick={() => setOpen(main)}>
                {findingSteps[main].label}
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <div className="taskpage">
          <div>
            <Returned finding={finding} />
            <Photographs finding={finding} />
            <Mending finding={finding} />
            <History finding={finding} />
          </div>
          <Aside finding={finding} />
        </div>
      </PageBody>
      {open && <FindingStepDialog finding={finding} step={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function Returned({ finding: { history, state } }: { readonly finding: FindingDetail }) {
  const last = history.findLast(({ step }) => step !== 'mend')
  if (state !== 'open' || last?.step !== 'send-back') return null
  return <Notice tone="bad" title={`整改被退回：${last.words ?? ''}`} />
}

function Photographs({ finding: { id, photographs, may } }: { readonly finding: FindingDetail }) {
  const client = useQueryClient()
  if (photographs.length === 0 && !may.includes('photograph')) return null
  return (
    <section className="taskpart" aria-labelledby="photographs-head">
      <h2 id="photographs-head">现场照片</h2>
      <Pictures finding={id} pictures={photographs} label="现场照片" />
      {may.includes('photograph') && (
        <FileDrop
          endpoint={addPhotographEndpoint}
          sent={[{ params: { id } }]}
          accept="image/png,image/jpeg"
          title="补充现场照片"
          hint="png、jpeg，每张不超过 20 MB"
          onDone={() => void client.invalidateQueries()}
        />
      )}
    </section>
  )
}

function History({ finding: { history, escalations } }: { readonly finding: FindingDetail }) {
  const { today } = useMe()
  const last = history.length - 1
  return (
    <section className="taskpart" aria-labelledby="history-head">
      <h2 id="history-head">经过</h2>
      {escalations.length > 0 && (
        <p className="meta">
          {escalations
            .map(({ onDay, label, post }) => `${dayText(onDay)}${label}${post === null ? '' : `（${post}）`}`)
            .join('；')}
        </p>
      )}
      <Timeline
        entries={history
          .map(({ at, step, label, who, words }, place) => ({
            key: `${at} ${place}`,
            title: label,
            when: whenText(at, today),
            dateTime: at,
            who,
            mark: step === 'send-back' ? ('bad' as const) : place === last ? ('now' as const) : ('done' as const),
            children: words === null ? undefined : <p>{words}</p>,
          }))
          .toReversed()}
      />
    </section>
  )
}

function Aside({ finding }: { readonly finding: FindingDetail }) {
  const { kind, inspection, inspectionId, foundOn, foundName, taskId, title, cite, basis, verifier, problemId } =
    finding
  return (
    <aside aria-label="来源与依据">
      <div className="aside-block">
        <h2>来源与依据</h2>
        <dl className="dl">
          <dt>督查</dt>
          <dd>
            <a href={`/desk/ledger/inspections/${inspectionId}`}>{inspection}</a>
            <br />
            {kindLabels[kind]}
          </dd>
          <dt>发现</dt>
          <dd>
            {foundName}
            <br />
            {dayText(foundOn)}
          </dd>
          {taskId !== null && (
            <>
              <dt>任务</dt>
              <dd>
                <a href={`/desk/ledger/tasks/${taskId}`}>{title}</a>
              </dd>
            </>
          )}
          <dt>条款</dt>
          <dd>{cite === null ? basis : <Cite href={cite.href ?? undefined}>{cite.label}</Cite>}</dd>
          <dt>核验</dt>
          <dd>{verifier === null ? '督查室' : `${verifier.name}，或督查室`}</dd>
          {problemId !== null && (
            <>
              <dt>问题清单</dt>
              <dd>
                <a href={`/desk/ledger/problems/${problemId}`}>已列入，随销号解决</a>
              </dd>
            </>
          )}
        </dl>
      </div>
    </aside>
  )
}
