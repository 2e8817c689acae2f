import { StepDialog, useAct } from '@guangyue/platform/ui/desk'
import { issueScoresEndpoint } from '../../scores/api.ts'
import type { Scores } from './shapes.ts'

/** Issues the scores; says beforehand what that means. */
export function IssueDialog({ scores, onClose }: { readonly scores: Scores; readonly onClose: () => void }) {
  const act = useAct(issueScoresEndpoint, { onDone: onClose })
  const { period, units, rules } = scores
  const pending = units.reduce((sum, unit) => sum + unit.pending, 0)
  const missing = new Set(units.flatMap(({ lines }) => lines.flatMap(({ reasons }) => reasons.missing)))
  return (
    <StepDialog label="公布考评" act={act} onSend={() => act.mutate({ params: { id: period.id } })} onClose={onClose}>
      <p>
        {units.length} 个单位按考评规则第 {rules?.number} 版的得分公布后不再改动，规则和登记的事实此后的变化不影响本期。
      </p>
      <p>各单位收到消息，30 日内可以逐项提出异议；异议由您以外的督查室人员处理。</p>
      {pending > 0 && (
        <p>
          有 {pending} 项待定，不计入合计：{[...missing].join('、')}
          没有登记。可以先登记再公布，也可以公布后由人逐项定分。
        </p>
      )}
    </StepDialog>
  )
}
