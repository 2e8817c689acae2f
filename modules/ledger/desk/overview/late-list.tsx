import { nearDay } from '@guangyue/platform/ui'
import { useMe } from '@guangyue/platform/ui/desk'
import { TaskLight, TaskTitle } from '../task-row.tsx'
import { leadsWord } from '../words.ts'
import type { LateTask } from './shapes.ts'

/** Late tasks: whose, since when, and what was said about each. */
export function LateList({ tasks }: { readonly tasks: readonly LateTask[] }) {
  const { today } = useMe()
  const dayOf = (day: string) => nearDay(day, today)
  return (
    <ul className="latelist">
      {tasks.map((task) => (
        <li key={task.id}>
          <div className="latelist__light">
            <TaskLight task={task} />
            {task.nextDue !== null && <span className="meta">应于{dayOf(task.nextDue)}前</span>}
          </div>
          <div>
            <TaskTitle task={task} />
            <p className="meta">{leadsWord(task.leads) || '未定牵头单位'}</p>
            <Why why={task.why} dayOf={dayOf} />
          </div>
        </li>
      ))}
    </ul>
  )
}

interface WhyProps {
  readonly why: LateTask['why']
  readonly dayOf: (day: string) => string
}

function Why({ why: { report, extension, extendedFrom, returned, problem }, dayOf }: WhyProps) {
  if (!report && !extension && !extendedFrom && !returned && !problem) {
    return <p className="meta">没有报告过，也没有申请延期</p>
  }
  return (
    <dl className="why">
      {report && (
        <div>
          <dt>最近报告</dt>
          <dd>
            {report.words}
            <span className="meta">
              （{report.unit}，{dayOf(report.on)}
              {report.percent !== null && `，完成 ${report.percent}%`}）
            </span>
          </dd>
        </div>
      )}
      {returned && (
        <div>
          <dt>退回原因</dt>
          <dd>{returned}</dd>
        </div>
      )}
      {extension && (
        <div>
          <dt>申请延期</dt>
          <dd>
            至{dayOf(extension.due)}：{extension.reason}
          </dd>
        </div>
      )}
      {extendedFrom && (
        <div>
          <dt>延期</dt>
          <dd>原定{dayOf(extendedFrom)}，经批准延期后仍逾期</dd>
        </div>
      )}
      {problem && (
        <div>
          <dt>问题</dt>
          <dd>
            <a href={`/desk/ledger/problems/${problem.id}`}>{problem.text}</a>
            {problem.open > 1 && <span className="meta">（共 {problem.open} 个未解决）</span>}
          </dd>
        </div>
      )}
    </dl>
  )
}
