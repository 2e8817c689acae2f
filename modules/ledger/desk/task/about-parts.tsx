import { dayText, Notice } from '@guangyue/platform/ui'
import type { Task } from '../shapes.ts'

/** What is to be known of a part towards its task, and of a task towards its parts. */
export function AboutParts({ task }: { readonly task: Task }) {
  const asked = task.history.findLast(({ step }) => step === 'propose-part')?.words
  const answer = task.history.findLast(({ step }) => step === 'approve-part' || step === 'refuse-part')
  return (
    <>
      {task.state === 'proposed' && (
        <Notice tone="warn" title="待批准，还没有交办">
          {asked}
        </Notice>
      )}
      {task.state === 'refused' && (
        <Notice tone="bad" title={`未获批准：${answer?.words ?? ''}`}>
          {asked}
        </Notice>
      )}
      {task.lateReason !== null && answer?.step === 'approve-part' && (
        <Notice title={`经批准晚于或低于上级任务：${answer.words ?? ''}`}>{asked}</Notice>
      )}
      {task.laterThan !== null && (
        <Notice tone="bad" title={`晚于上级任务的时限${dayText(task.laterThan)}，没有批准`}>
          请由督办部门更正时限，或由承担单位重新申请。
        </Notice>
      )}
      {task.lateParts.length > 0 && (
        <Notice tone="bad" title={`${task.lateParts.length} 项分解任务晚于本任务，没有批准`}>
          <ul className="list">
            {task.lateParts.map(({ id, title, due }) => (
              <li key={id}>
                <a href={`/desk/ledger/tasks/${id}`}>{title}</a>　时限{dayText(due)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
