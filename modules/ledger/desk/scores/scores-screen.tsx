import '../ledger.css'
import './scores.css'
import { dayText, Empty, Icon, monthText, Notice } from '@guangyue/platform/ui'
import { downloadHref, Loaded, PageBody, PageHead, useCall, useMay, useMe } from '@guangyue/platform/ui/desk'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { listPeriodsEndpoint } from '../../dispatch/api.ts'
import { exportScoresEndpoint, getScoresEndpoint } from '../../scores/api.ts'
import type { Period } from '../dispatch/shapes.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { Objections } from './objections.tsx'
import type { Scores } from './shapes.ts'
import { StatedFacts } from './stated-facts.tsx'
import { Units } from './units.tsx'

/** 考评: what every unit was given in a period and why; before the issue the office's preview. */
export function Screen() {
  const runs = useCall(listPeriodsEndpoint)
  const [params, setParams] = useSearchParams()
  const periods = runs.data?.periods ?? []
  const wanted = periods.find(({ id }) => id === params.get('period'))
  const chosen = wanted ?? periods.find(({ closedOn }) => closedOn !== null) ?? periods[0]
  return (
    <>
      <PageHead
        title="考评"
        actions={
          <>
            <a className="btn btn--sm" href="/desk/ledger/scores/rules">
              考评规则
            </a>
            {chosen && chosen.closedOn !== null && (
              <a
                className="btn btn--sm"
                download
                href={downloadHref(exportScoresEndpoint, { params: { id: chosen.id } })}
              >
                <Icon name="i-down" />
                导出
              </a>
            )}
          </>
        }
      />
      <PageBody>
        <Loaded query={runs}>
          {() =>
            chosen === undefined ? (
              <Empty title="还没有可以考评的调度">一期调度截止后，按截止时的情况考评。</Empty>
            ) : (
              <div className="stack scores">
                <Select
                  aria-label="考评期"
                  className="periodchoice"
                  value={chosen.id}
                  options={periods.map((period) => ({ value: period.id, label: labelOf(period) }))}
                  onChange={(period) => setParams({ period })}
                />
                {chosen.closedOn === null ? (
                  <Empty title="这一期调度还没有截止">
                    {dayText(chosen.due)}报送期满，由督查室截止后，按截止时的情况考评。
                  </Empty>
                ) : (
                  <OnePeriod key={chosen.id} id={chosen.id} />
                )}
              </div>
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function labelOf({ scheme, month, closedOn }: Period): string {
  return `${monthText(month)} ${scheme}${closedOn === null ? '（未截止）' : ''}`
}

function OnePeriod({ id }: { readonly id: string }) {
  const found = useCall(getScoresEndpoint, { params: { id } })
  const office = useMay('ledger.score')
  return (
    <Loaded query={found}>
      {(scores) => (
        <>
          <Standing scores={scores} />
          {scores.objections.length > 0 && <Objections scores={scores} />}
          {office && scores.units.length > 0 && <StatedFacts scores={scores} />}
          {scores.units.length > 0 && <Units scores={scores} />}
        </>
      )}
    </Loaded>
  )
}

/** Whether the scores are issued, and what can be done about it now. */
function Standing({ scores }: { readonly scores: Scores }) {
  const { today } = useMe()
  const office = useMay('ledger.score')
  const [issuing, setIssuing] = useState(false)
  const { issue, rules, units } = scores
  if (issue) {
    return (
      <p>
        {dayText(issue.on)}由{issue.by}公布，按考评规则第 {rules?.number} 版。
        {today <= issue.objectionsUntil ? '被考评单位可以' : '提出异议的期限已过：'}在{dayText(issue.objectionsUntil)}
        前（含当日）提出异议（政府督查工作条例 第十七条）。
        {units.length === 0 && '本单位没有参加这一期考评。'}
      </p>
    )
  }
  if (!office) return <Empty title="这一期考评还没有公布">公布时本单位会收到消息，可以逐项查看得分和依据。</Empty>
  if (!rules) {
    return (
      <Empty title="还没有考评规则">
        请先在<a href="/desk/ledger/scores/rules">考评规则</a>中写明怎样计分、依据哪一条。
      </Empty>
    )
  }
  if (units.length === 0) return <Notice title="本期的数据正在汇总，请稍后刷新" />
  return (
    <Notice title={`预览：还没有公布，只有督查室能看到（按考评规则第 ${rules.number} 版）`}>
      <p>按截止时的情况计算，共 {units.length} 个单位。台账算不出的事实请在下面登记，核对后公布。</p>
      <Button type="primary" onClick={() => setIssuing(true)}>
        公布考评
      </Button>
      {issuing && <IssueDialog scores={scores} onClose={() => setIssuing(false)} />}
    </Notice>
  )
}
