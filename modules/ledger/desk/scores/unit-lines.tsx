import { Cite, dayText } from '@guangyue/platform/ui'
import { useCall, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { factWords, traceScoreEndpoint } from '../../scores/api.ts'
import { whenText } from '../moments.ts'
import { ObjectDialog } from './objection-dialogs.tsx'
import { missingWord, objectionWords, outcomeWord } from './score-words.ts'
import { SettleDialog } from './settle-dialog.tsx'
import type { Line, RuleLine, Scores, UnitScore } from './shapes.ts'

interface UnitLinesProps {
  readonly scores: Scores
  readonly unit: UnitScore
  /** Brought into view, where it stands below a list. */
  readonly shown: boolean
}

/** The lines of one unit, each with what it rests on. */
export function UnitLines({ scores, unit, shown }: UnitLinesProps) {
  const [objecting, setObjecting] = useState<string | null>(null)
  const [settling, settle] = useState<RuleLine | null>(null)
  const rules = new Map((scores.rules?.lines ?? []).map((line) => [line.key, line]))
  const rows = unit.lines.flatMap((line) => {
    const rule = rules.get(line.key)
    return rule ? [{ line, rule }] : []
  })
  const order = [...rules.keys()]
  rows.sort((a, b) => order.indexOf(a.line.key) - order.indexOf(b.line.key))
  return (
    <section
      className="stack scorelines"
      aria-labelledby="lines-head"
      ref={(part) => (shown ? part?.scrollIntoView({ block: 'nearest' }) : undefined)}
    >
      <h2 id="lines-head">
        {unit.unit.name}　合计 <span className="num">{unit.total}</span> 分
        {unit.pending > 0 && `，另有 ${unit.pending} 项待定`}
      </h2>
      <ol>
        {rows.map(({ line, rule }) => (
          <li key={line.key}>
            <OneLine
              scores={scores}
              unit={unit}
              line={line}
              rule={rule}
              onObject={line.mayObject ? () => setObjecting(line.key) : undefined}
              onSettle={line.maySettle ? () => settle(rule) : undefined}
            />
          </li>
        ))}
      </ol>
      {objecting !== null && (
        <ObjectDialog
          scores={scores}
          unit={unit}
          lineKey={objecting}
          title={rules.get(objecting)?.title ?? objecting}
          onClose={() => setObjecting(null)}
        />
      )}
      {settling && <SettleDialog scores={scores} unit={unit} rule={settling} onClose={() => settle(null)} />}
    </section>
  )
}

interface OneLineProps {
  readonly scores: Scores
  readonly unit: UnitScore
  readonly line: Line
  readonly rule: RuleLine
  readonly onObject: (() => void) | undefined
  readonly onSettle: (() => void) | undefined
}

function OneLine({ scores, unit, line, rule, onObject, onSettle }: OneLineProps) {
  const own = scores.objections.filter(({ bodyId, key }) => bodyId === unit.unit.id && key === line.key)
  const open = own.some(({ state }) => state === 'open')
  const { missing: unknown } = line.reasons
  const known = Object.entries(line.reasons.facts).filter(([name]) => !unknown.includes(name))
  const facts = factWords(Object.fromEntries(known), rule.text)
  const missing = missingWord(line)
  const decided = scores.rules
  return (
    <>
      <div className="scoreline__head">
        <b>{rule.title}</b>
        <b className="num">{outcomeWord(line, rule.kind)}</b>
      </div>
      {facts !== '' && <p>{facts}</p>}
      {missing !== '' && <p className="warnline">{missing}</p>}
      <p className="meta">
        计算方法　<code>{rule.text}</code>
      </p>
      <p className="meta scoreline__basis">
        {rule.basis !== null && <Cite>{rule.basis}</Cite>}
        {decided && (rule.basis === null || rule.officePoints) && (
          <span>
            {rule.basis === null ? '没有条文依据，由督查室决定' : '分值由督查室决定'}：
            {`${decided.decidedName}　${dayText(decided.decidedOn)}`}
          </span>
        )}
      </p>
      {line.corrected && <Trace periodId={scores.period.id} unitId={unit.unit.id} line={line} rule={rule} />}
      {own.map(({ id, state, raisedOn, raisedName, text, answer, due }) => (
        <p key={id} className="meta">
          {raisedName} {dayText(raisedOn)}提出异议：{text}。{objectionWords[state]}
          {state === 'open' ? `，${dayText(due)}前答复` : `：${answer}`}
        </p>
      ))}
      {onObject && !open && (rule.kind === 'points' || line.talk) && (
        <Button size="small" aria-label={`对“${rule.title}”提出异议`} onClick={onObject}>
          提出异议
        </Button>
      )}
      {onSettle && (
        <Button size="small" aria-label={`给“${rule.title}”定分`} onClick={onSettle}>
          {rule.kind === 'talk' ? '作出认定' : '定分'}
        </Button>
      )}
    </>
  )
}

interface TraceProps {
  readonly periodId: string
  readonly unitId: string
  readonly line: Line
  readonly rule: RuleLine
}

/** What the line was, and each correction with who and why. */
function Trace({ periodId, unitId, line, rule }: TraceProps) {
  const { today } = useMe()
  const found = useCall(traceScoreEndpoint, { params: { id: periodId, unit: unitId, key: line.key } })
  const rows = (found.data?.rows ?? []).map((row) => ({
    ...row,
    reasons: { missing: row.pending ? [rule.title] : [] },
  }))
  return (
    <ul className="scoreline__trace" aria-label={`“${rule.title}”的更正`}>
      {rows.map((row, at) => {
        const word = outcomeWord(row, rule.kind)
        return (
          <li key={row.at}>
            {at < rows.length - 1 ? <del>{word}</del> : <b>{word}</b>}
            <span className="meta">
              {row.corrected ? '更正' : row.settled ? '定分' : '公布'}　{row.who}　{whenText(row.at, today)}
              {row.words !== null && `　${row.words}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
