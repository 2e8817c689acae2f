import { Light } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { acceptReportsEndpoint, listDutiesEndpoint } from '../../dispatch/api.ts'
import { lightOfReport, wordOfReport } from './report-words.ts'
import type { Duty } from './shapes.ts'

/** What the office has to answer in a period: opened one by one, or accepted together. */
export function WaitingReports({ periodId }: { readonly periodId: string }) {
  const found = useCall(listDutiesEndpoint, { query: { as: 'office', period: periodId, limit: 200 } })
  return <Loaded query={found}>{({ items, total }) => <Waiting duties={items} total={total} />}</Loaded>
}

function Waiting({ duties, total }: { readonly duties: readonly Duty[]; readonly total: number }) {
  const [ticked, tick] = useState<readonly string[]>([])
  const [said, say] = useState<string | null>(null)
  const accept = useAct(acceptReportsEndpoint, {
    onDone: ({ accepted, left }) => {
      tick([])
      say(`已采纳 ${accepted} 份${left > 0 ? `；${left} 份刚有变动，没有采纳，请逐份查看` : ''}`)
    },
  })
  const chosen = duties.filter(({ id }) => ticked.includes(id))
  return (
    <section className="stack" aria-labelledby="waiting-head">
      <h2 id="waiting-head">待审报告　{total}</h2>
      {said !== null && <p role="status">{said}</p>}
      <ErrorNotice error={accept.error} />
      {duties.length === 0 && <p className="meta">没有等督查室审的报告。</p>}
      {duties.length > 0 && (
        <div className="row">
          <Checkbox
            checked={chosen.length === duties.length}
            indeterminate={chosen.length > 0 && chosen.length < duties.length}
            onChange={({ target }) => tick(target.checked ? duties.map(({ id }) => id) : [])}
          >
            全选
          </Checkbox>
          <Button
            disabled={chosen.length === 0}
            loading={accept.isPending}
            onClick={() => accept.mutate({ body: { reports: chosen.map(({ id, version }) => ({ id, version })) } })}
          >
            {chosen.length === 0 ? '采纳所选' : `采纳所选 ${chosen.length} 份`}
          </Button>
          {total > duties.length && <span className="meta">先列出 {duties.length} 份</span>}
        </div>
      )}
      <ul className="list list--ruled waiting">
        {duties.map((duty) => (
          <li key={duty.id}>
            <Checkbox
              aria-label={`选择 ${duty.title}`}
              checked={ticked.includes(duty.id)}
              onChange={({ target }) =>
                tick(target.checked ? [...ticked, duty.id] : ticked.filter((id) => id !== duty.id))
              }
            />
            <div>
              <a href={`/desk/ledger/reports/${duty.id}`}>{duty.title}</a>
              <p className="meta">
                {duty.unit.name}　{duty.cite.label}
                {duty.percent !== null && `　完成 ${duty.percent}%`}
              </p>
            </div>
            <Light state={lightOfReport(duty)}>{wordOfReport(duty)}</Light>
          </li>
        ))}
      </ul>
    </section>
  )
}
