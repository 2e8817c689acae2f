import { dayText, Light } from '@guangyue/platform/ui'
import { Button } from 'antd'
import type { Party } from '../shapes.ts'
import { type EditTask, type FieldFault, faultAt, shownDate } from '../task-edit.ts'
import { dutyWord, opWords, supportsWord } from '../words.ts'
import { circled } from './mark-pieces.ts'

interface TaskCardProps {
  readonly task: EditTask
  readonly at: number
  readonly known: ReadonlyMap<string, Party>
  readonly faults: readonly FieldFault[]
  readonly current: boolean
  readonly confirmed: boolean
  readonly onChoose?: () => void
  readonly onEdit?: () => void
}

/** A draft task to read; choosing it shows its words in the clause. */
export function TaskCard({ task, at, known, faults, current, confirmed, onChoose, onEdit }: TaskCardProps) {
  const wrong = faultAt(faults, `tasks.${at}`)
  return (
    <article className={`draft${current ? ' draft--cur' : ''}`} aria-current={current ? 'true' : undefined}>
      <div className="draft__top">
        <span className="draft__no">{at + 1}</span>
        <b>
          {onChoose ? (
            <button type="button" className="plainbutton" onClick={onChoose}>
              {task.title || '（还没有写明任务）'}
            </button>
          ) : (
            task.title
          )}
        </b>
        {confirmed ? (
          <Light state="done">已核</Light>
        ) : wrong === undefined ? (
          <Light state="not-begun">待核</Light>
        ) : (
          <Light state="near">有疑</Light>
        )}
      </div>
      <Facts task={task} known={known} />
      {wrong !== undefined && !confirmed && <p className="warnline">{wrong}</p>}
      {onEdit && (
        <p className="draft__foot">
          <Button size="small" onClick={onEdit}>
            编辑 <kbd>E</kbd>
          </Button>
        </p>
      )}
    </article>
  )
}

function Facts({ task, known }: Pick<TaskCardProps, 'task' | 'known'>) {
  const supports = task.supports.map((name) => known.get(name) ?? { name, kind: 'body' as const, members: [] })
  return (
    <dl>
      <dt>牵头</dt>
      <dd className={task.leads.length > 1 ? 'wide' : undefined}>
        {task.leads.join('、') || <span className="warnline">未定</span>}
        {task.leads.length > 1 && <span className="meta">　{dutyWord(task.leads)}</span>}
      </dd>
      <dt>时限</dt>
      <dd className={task.leads.length > 1 ? 'wide' : undefined}>
        {task.dates.length === 0
          ? '原文未定'
          : task.dates.map((date, index) => (
              <span key={index} className="datewords">
                {index > 0 && '、'}
                {dateWords(date)}
              </span>
            ))}
      </dd>
      {supports.length > 0 && (
        <>
          <dt>责任</dt>
          <dd className="wide">{supportsWord(supports)}</dd>
        </>
      )}
      {task.targets.length > 0 && (
        <>
          <dt>目标</dt>
          <dd className="wide">
            {task.targets.map(({ metric, op, value, unit }) => `${metric} ${opWords[op]} ${value}${unit}`).join('；')}
          </dd>
        </>
      )}
    </dl>
  )
}

function dateWords({ typed, from }: EditTask['dates'][number]) {
  const shown = dayText(typed)
  if (from === null || typed !== shownDate(from)) return shown
  const mark = from.index === null ? '' : `时限${circled(from.index + 1)}`
  return (
    <>
      {shown}
      <span className="meta">　{from.due === null ? mark : `${mark} ${from.phrase}`.trim()}</span>
    </>
  )
}
