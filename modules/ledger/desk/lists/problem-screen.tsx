import '../ledger.css'
import '../task/task.css'
import './lists.css'
import { Cite, dayText, Light, Notice, Timeline } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useAct, useCall, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { getProblemEndpoint, problemSteps, sourceLabels, takeProblemStepEndpoint } from '../../problems/api.ts'
import { whenText } from '../moments.ts'
import { WordsDialog } from '../words-dialog.tsx'
import { listHref } from './list-address.ts'
import { DueDay, ProblemTag } from './problem-row.tsx'
import { RaisedBy } from './raised-by.tsx'
import { RemedyTag } from './remedies-table.tsx'
import { FinishRemedyDialog, SetRemedyDialog } from './remedy-dialogs.tsx'
import type { ProblemDetail } from './shapes.ts'

type Step = ProblemDetail['may'][number]
type Open = Step | 'remedy' | { readonly finish: ProblemDetail['remedies'][number] } | null

/** One problem: its clause and task, its remedies, what was done, and what may be done. */
export function Screen() {
  const { id = '' } = useParams()
  const found = useCall(getProblemEndpoint, { params: { id } })
  const crumbs = [{ href: listHref('problems', {}), label: '问题清单' }, { label: '问题' }]
  if (found.data) return <OneProblem key={id} problem={found.data} crumbs={crumbs} />
  return (
    <>
      <PageHead title="问题" crumbs={crumbs} />
      <PageBody>
        <Loaded query={found}>{() => null}</Loaded>
      </PageBody>
    </>
  )
}

interface OneProblemProps {
  readonly problem: ProblemDetail
  readonly crumbs: readonly { readonly href?: string; readonly label: string }[]
}

function OneProblem({ problem, crumbs }: OneProblemProps) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const { today } = useMe()
  return (
    <>
      <PageHead
        title={problem.text}
        crumbs={crumbs}
        meta={
          <>
            <ProblemTag state={problem.state} />
            {problem.late && <Light state="overdue">逾期</Light>}
            <span>责任单位 {problem.unit.name}</span>
            <span>{problem.due === null ? '未定期限' : `期限 ${dayText(problem.due)}`}</span>
          </>
        }
        actions={<Actions problem={problem} onOpen={setOpen} />}
      />
      <PageBody>
        <div className="taskpage">
          <div>
            {problem.helpWanted !== null && (
              <Notice tone="warn" title="需要的支持">
                <p>{problem.helpWanted}</p>
              </Notice>
            )}
            <Remedies problem={problem} today={today} onOpen={setOpen} />
            <History problem={problem} today={today} />
          </div>
          <Aside problem={problem} />
        </div>
      </PageBody>
      {open === 'remedy' && <SetRemedyDialog problem={problem} onClose={close} />}
      {isStep(open) && <StepDialog problem={problem} step={open} onClose={close} />}
      {typeof open === 'object' && open !== null && (
        <FinishRemedyDialog problem={problem} remedy={open.finish} onClose={close} />
      )}
    </>
  )
}

function isStep(open: Open): open is Step {
  return typeof open === 'string' && open in problemSteps
}

interface Opening {
  readonly problem: ProblemDetail
  readonly onOpen: (open: Open) => void
}

function Actions({ problem: { may, maySetRemedy }, onOpen }: Opening) {
  const main = may.includes('solve') ? 'solve' : may.includes('report-solved') ? 'report-solved' : undefined
  return (
    <>
      {may
        .filter((step) => step !== main && step !== 'take')
        .map((step) => (
          <Button key={step} onClick={() => onOpen(step)}>
            {problemSteps[step].label}
          </Button>
        ))}
      {maySetRemedy && <Button onClick={() => onOpen('remedy')}>定整改措施</Button>}
      {main && (
        <Button type="primary" onClick={() => onOpen(main)}>
          {problemSteps[main].label}
        </Button>
      )}
    </>
  )
}

function Remedies({ problem, today, onOpen }: Opening & { readonly today: string }) {
  const { remedies, maySetRemedy, state } = problem
  const open = state === 'open' || state === 'in-hand'
  return (
    <section className="taskpart" aria-labelledby="remedies-head">
      <h2 id="remedies-head">整改措施　{remedies.length} 条</h2>
      {remedies.length === 0 && (
        <p className="meta">{maySetRemedy ? '还没有措施。请写明由谁、做什么、到哪天。' : '责任单位还没有定措施。'}</p>
      )}
      <ul className="list list--ruled">
        {remedies.map((remedy) => (
          <li key={remedy.id} className="remedyrow">
            <RemedyTag {...remedy} />
            <div>
              <p>{remedy.text}</p>
              <p className="meta">
                {remedy.unit.name}
                {'　'}
                {remedy.doneOn === null ? (
                  <>
                    期限 <DueDay {...remedy} today={today} />
                  </>
                ) : (
                  `${dayText(remedy.doneOn)}完成：${remedy.doneWords ?? ''}`
                )}
              </p>
            </div>
            {remedy.doneOn === null && open && maySetRemedy && (
              <Button onClick={() => onOpen({ finish: remedy })}>已完成</Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ problem, today }: { readonly problem: ProblemDetail; readonly today: string }) {
  const last = problem.history.length - 1
  return (
    <section className="taskpart" aria-labelledby="history-head">
      <h2 id="history-head">经过</h2>
      <Timeline
        entries={problem.history
          .map(({ at, step, label, who, words }, place) => ({
            key: `${at} ${place}`,
            title: label,
            when: whenText(at, today),
            dateTime: at,
            who,
            mark: step === 'send-back' ? ('bad' as const) : place === last ? ('now' as const) : ('done' as const),
            children: words === null || step === 'raise' ? undefined : <p>{words}</p>,
          }))
          .toReversed()}
      />
    </section>
  )
}

function Aside({ problem }: { readonly problem: ProblemDetail }) {
  const { cite, taskId, title, raisedBy, raisedName, raisedOn, source } = problem
  return (
    <aside aria-label="来源与依据">
      <div className="aside-block">
        <h2>来源</h2>
        <dl className="dl">
          <dt>方式</dt>
          <dd>{sourceLabels[source]}</dd>
          <dt>提出</dt>
          <dd>
            {raisedBy?.name ?? ''} {raisedName}
            <br />
            {dayText(raisedOn)}
          </dd>
          {taskId !== null && (
            <>
              <dt>任务</dt>
              <dd>
                <a href={`/desk/ledger/tasks/${taskId}`}>{title}</a>
              </dd>
            </>
          )}
          {cite !== null && (
            <>
              <dt>依据</dt>
              <dd>
                <Cite href={cite.href ?? undefined}>{cite.label}</Cite>
              </dd>
            </>
          )}
        </dl>
      </div>
      <RaisedBy problem={problem} />
    </aside>
  )
}

const effects: Readonly<Record<Step, string>> = {
  take: '问题列入整改',
  'report-solved': '报送后由督查室或牵头单位确认',
  'send-back': '退回后责任单位继续整改',
  solve: '确认后问题从未解决的清单中去掉，经过仍然保留',
  drop: '不列入后不再要求整改，经过仍然保留',
}

interface StepDialogProps {
  readonly problem: ProblemDetail
  readonly step: Step
  readonly onClose: () => void
}

function StepDialog({ problem, step, onClose }: StepDialogProps) {
  const act = useAct(takeProblemStepEndpoint, { onDone: onClose })
  const { label, words } = problemSteps[step]
  return (
    <WordsDialog
      label={label}
      asks={step === 'report-solved' ? '怎样解决的' : '说明'}
      needed={words === 'needed'}
      example={step === 'report-solved' ? '如 三个乡镇均已接通，抽查 20 件办理正常' : ''}
      effect={effects[step]}
      act={act}
      onSend={(said) =>
        act.mutate({ params: { id: problem.id }, body: { version: problem.version, step, words: said } })
      }
      onClose={onClose}
    />
  )
}
