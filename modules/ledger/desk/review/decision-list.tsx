import { Notice } from '@guangyue/platform/ui'
import { ErrorNotice, FaultList, useAct, useCall, useRemembered } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { listFaultsEndpoint, resolveNameEndpoint } from '../../api.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { type DecisionRow, decisionRows, placeWords } from './decisions.ts'
import { LeadForMany } from './lead-for-many.tsx'
import { reviewReads } from './use-draft-edit.ts'
import type { Scope } from './use-scope.ts'

interface DecisionListProps {
  readonly scope: Scope
  /** How many clauses need nothing. */
  readonly clear: number
  readonly onGo: (measure: string) => void
}

/** What a person has to decide, first on the screen; a name decided once is decided for all drafts. */
export function DecisionList({ scope, clear, onGo }: DecisionListProps) {
  const { document, issue } = scope
  const faults = useCall(listFaultsEndpoint, { query: { document, issue } })
  const [left, leave] = useRemembered<readonly string[]>('ledger.left-for-later', [])
  const [said, say] = useState<string | null>(null)
  const resolve = useAct(resolveNameEndpoint, {
    refreshes: reviewReads,
    onDone: ({ measures }) => say(`已认定并记住，用于 ${measures} 条措施；以后读到同名会直接认出`),
  })
  const [whole, setWhole] = useState(false)
  const rows = decisionRows(faults.data?.items ?? []).filter(({ key, blocking }) => blocking || !left.includes(key))
  return (
    <div className="stack" aria-live="polite">
      <ErrorNotice error={faults.error ?? resolve.error} />
      {said !== null && <Notice tone="good">{said}</Notice>}
      {rows.length > 0 && (
        <FaultList
          title={`读入时有 ${rows.length} 处需要您决定`}
          aside={clear > 0 ? `其余 ${clear} 条没有疑点` : undefined}
          faults={(whole ? rows : rows.slice(0, few)).map((row) => ({
            key: row.key,
            where: placeWords(row).map((words) => <div key={words}>{words}</div>),
            message: row.message,
            actions: (
              <Choices
                row={row}
                onResolve={(bodyId) => row.name !== null && resolve.mutate({ body: { name: row.name, bodyId } })}
                onGo={onGo}
                onLeave={() => leave([...left, row.key])}
              />
            ),
          }))}
        />
      )}
      {rows.length > few && !whole && (
        <p>
          <Button type="link" size="small" onClick={() => setWhole(true)}>
            列出其余 {rows.length - few} 处
          </Button>
        </p>
      )}
    </div>
  )
}

/** As many as leave the clause in sight. */
const few = 3

interface ChoicesProps {
  readonly row: DecisionRow
  readonly onResolve: (bodyId: string) => void
  readonly onGo: (measure: string) => void
  readonly onLeave: () => void
}

function Choices({ row, onResolve, onGo, onLeave }: ChoicesProps) {
  const [first] = row.measures
  const open = /^(lead|name)-(unknown|several)$/.test(row.code)
  const see = (words: string) => first && <Button onClick={() => onGo(first.id)}>{words}</Button>
  if (open) {
    return (
      <>
        {row.candidates.slice(0, 2).map(({ id, name }) => (
          <Button key={id} onClick={() => onResolve(id)}>
            认作{name}
          </Button>
        ))}
        <UnitPicker
          label={row.candidates.length > 0 ? '另选' : '认作…'}
          look={row.candidates.length > 0 ? 'link' : 'button'}
          kind="body"
          onPick={({ id }) => onResolve(id)}
        />
        {first && (
          <Button type="link" onClick={() => onGo(first.id)}>
            看原文
          </Button>
        )}
      </>
    )
  }
  if (row.code === 'lead-missing') {
    return (
      <>
        {see(row.measures.length > 1 ? '逐条指定' : '指定牵头')}
        {row.measures.length > 1 && <LeadForMany measures={row.measures} />}
      </>
    )
  }
  return (
    <>
      {see(row.code === 'reading-changed' ? '对照新旧文本' : row.code === 'group-incomplete' ? '指定单位' : '看原文')}
      {!row.blocking && (
        <Button type="link" onClick={onLeave}>
          {row.code === 'reading' ? '知道了' : '留待分办'}
        </Button>
      )}
    </>
  )
}
