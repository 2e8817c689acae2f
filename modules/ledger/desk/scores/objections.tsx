import { dayText, LegalClock, Light, type LightState, Table } from '@guangyue/platform/ui'
import { downloadHref, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { exportObjectionsEndpoint } from '../../scores/api.ts'
import { ExportLink } from '../export-link.tsx'
import { DecideDialog } from './objection-dialogs.tsx'
import { objectionWords } from './score-words.ts'
import type { Objection, Scores } from './shapes.ts'

/** Objections of the period with the day until which they are answered. */
export function Objections({ scores }: { readonly scores: Scores }) {
  const { today } = useMe()
  const [decided, decide] = useState<Objection | null>(null)
  const titleOf = (key: string) => scores.rules?.lines.find((line) => line.key === key)?.title ?? key
  return (
    <section className="stack" aria-labelledby="objections-head">
      <div className="row row--between">
        <h2 id="objections-head">异议　{scores.objections.length}</h2>
        <ExportLink href={downloadHref(exportObjectionsEndpoint, { params: { id: scores.period.id } })}>
          导出异议
        </ExportLink>
      </div>
      <Table
        caption="异议"
        captionShown="heard"
        keyOf={({ id }) => id}
        rows={scores.objections}
        columns={[
          {
            key: 'state',
            head: '状态',
            cell: (one) => <Light state={lightOf(one, today)}>{objectionWords[one.state]}</Light>,
          },
          { key: 'unit', head: '单位与项目', names: 'row', cell: ({ unit, key }) => `${unit}　${titleOf(key)}` },
          { key: 'text', head: '异议', cell: ({ text }) => text },
          { key: 'raised', head: '提出', cell: ({ raisedName, raisedOn }) => byAndDay(raisedName, raisedOn) },
          {
            key: 'due',
            head: '答复期限',
            cell: ({ due, state, clock }) => (
              <>
                <span className="nowrap">{dayText(due)}</span>
                {state === 'open' && <span className="sub">{leftWord(clock)}</span>}
              </>
            ),
          },
          { key: 'answer', head: '处理', cell: answerOf },
          {
            key: 'act',
            head: <span className="vh">办理</span>,
            stacked: 'alone',
            cell: (one) => {
              if (one.mayDecide) {
                return (
                  <Button
                    size="small"
                    aria-label={`处理 ${one.unit} ${titleOf(one.key)} 的异议`}
                    onClick={() => decide(one)}
                  >
                    处理
                  </Button>
                )
              }
              return one.state === 'open' && one.ownIssue && <span className="meta">考评由您公布，请由他人处理</span>
            },
          },
        ]}
      />
      {scores.objections.map((one) => (
        <details key={one.id} className="objectionclock">
          <summary>
            {one.unit}　{titleOf(one.key)}：30 日逐日计算
          </summary>
          <LegalClock
            label={`${one.unit} ${titleOf(one.key)} 的答复期限，30 日（政府督查工作条例 第十七条）`}
            days={one.clock.days.map(({ date, kind, number, why }) => ({
              date,
              kind,
              number: number ?? undefined,
              why: why ?? undefined,
            }))}
            today={today}
            lastDay={one.clock.lastDay}
            provisional={one.clock.provisional}
          />
        </details>
      ))}
      {decided && <DecideDialog scores={scores} objection={decided} onClose={() => decide(null)} />}
    </section>
  )
}

function leftWord({ left, used }: Objection['clock']): string {
  return left < 0 ? `已超过 ${-left} 日` : `第 ${used} 日，还剩 ${left} 日`
}

function answerOf({ answer, decidedName, decidedOn }: Objection) {
  if (answer === null || decidedOn === null) return null
  return (
    <>
      {answer}
      {byAndDay(decidedName ?? '', decidedOn)}
    </>
  )
}

function byAndDay(name: string, day: string) {
  return (
    <span className="sub">
      <span className="nowrap">{name}</span> <span className="nowrap">{dayText(day)}</span>
    </span>
  )
}

function lightOf({ state, due, clock }: Objection, today: string): LightState {
  if (state !== 'open') return 'done'
  return due < today ? 'overdue' : clock.light === 'yellow' ? 'near' : 'on-time'
}
