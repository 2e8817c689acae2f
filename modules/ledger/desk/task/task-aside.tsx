import { Cite, Quote } from '@guangyue/platform/ui'
import { TaskProblems } from '../lists/task-problems.tsx'
import type { Task } from '../shapes.ts'
import { TaskLight } from '../task-row.tsx'
import { dutyWord } from '../words.ts'
import { partiesInWords } from './parties.ts'

/** Where the task comes from, who answers for it, and what else the clause asks. */
export function TaskAside({ task }: { readonly task: Task }) {
  return (
    <aside aria-label="出处与责任">
      <Source task={task} />
      <Responsible task={task} />
      <TaskProblems task={task} />
      {task.siblings.length > 0 && (
        <div className="aside-block">
          <h2>同一条的其他任务</h2>
          <ul className="list">
            {task.siblings.map(({ id, title, light }) => (
              <li key={id}>
                <a href={`/desk/ledger/tasks/${id}`}>{title}</a>
                <br />
                <TaskLight task={{ light, daysLeft: null }} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </aside>
  )
}

function Source({ task: { cite, clause, measureTitle } }: { readonly task: Task }) {
  return (
    <div className="aside-block">
      <h2>原文</h2>
      <Quote source={<Cite href={cite.href ?? undefined}>{cite.label}</Cite>}>
        {clause === null ? measureTitle : clause.text.slice(clause.start, clause.end)}
      </Quote>
      {clause === null && <p className="meta">依据的正文未收录，只登记了出处。</p>}
      {cite.href !== null && (
        <p>
          <a href={cite.href}>看这一条的公开页面</a>
        </p>
      )}
    </div>
  )
}

function Responsible({ task }: { readonly task: Task }) {
  const { leads, supports, groups } = partiesInWords(task.parties)
  return (
    <div className="aside-block">
      <h2>责任</h2>
      <dl className="dl">
        <dt>牵头</dt>
        <dd>
          {leads.map((name) => (
            <div key={name}>{name}</div>
          ))}
          {leads.length > 1 && <span className="meta">{dutyWord(leads)}</span>}
        </dd>
        {supports.length > 0 && (
          <>
            <dt>责任</dt>
            <dd>{supports.join('、')}</dd>
          </>
        )}
        {groups.map(({ name, members }) => (
          <div key={name} className="dlrow">
            <dt>成组</dt>
            <dd>
              {name}（{members.length}）<span className="sub">{members.join('、')}</span>
            </dd>
          </div>
        ))}
        <dt>督办</dt>
        <dd>{task.supervisor ?? '未定，由督查部门指定'}</dd>
      </dl>
    </div>
  )
}
