import { ConfirmBar, ErrorNotice, isStale, LeaveGuard, useKeys, useMay } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Measure } from '../shapes.ts'
import { DraftPane } from './draft-pane.tsx'
import { MeasureTold } from './measure-told.tsx'
import type { Neighbours } from './review-keys.ts'
import { clauseOf, SourcePane } from './source-pane.tsx'
import { StaleDraftDialog } from './stale-draft-dialog.tsx'
import { useDraftEdit } from './use-draft-edit.ts'
import { useSelection } from './use-selection.ts'
import { type TaskEditing, useTaskEditing } from './use-task-editing.ts'

interface MeasureReviewProps {
  readonly measure: Measure
  readonly neighbours: Neighbours
  readonly total: number
  readonly onGo: (measure: string) => void
  /** Keys of the whole screen: list, filter, help. */
  readonly screenKeys: Readonly<Record<string, () => void>>
}

/** One measure: its clause at the left, its tasks at the right, and the bar that confirms. */
export function MeasureReview({ measure, neighbours, total, onGo, screenKeys }: MeasureReviewProps) {
  const pane = useRef<HTMLElement>(null)
  const selected = useSelection(pane)
  const draft = useDraftEdit(measure)
  const editing = useTaskEditing(measure, draft, selected)
  const confirmed = measure.state === 'confirmed'
  const [heading, headFor] = useState<string | null>(null)
  // Goes on only when nothing is unsaved on the screen any more; before that the leave guard would ask.
  useEffect(() => {
    if (heading !== null && !draft.unsaved) onGo(heading)
  }, [heading, draft.unsaved, onGo])

  async function leaveFor(id: string | null): Promise<void> {
    if (id === null || draft.busy) return
    if (!draft.unsaved || (await draft.save())) headFor(id)
  }
  async function confirm(): Promise<void> {
    if (confirmed) return leaveFor(neighbours.waiting)
    if (draft.busy) return
    const next = neighbours.waiting
    if ((await draft.confirm()) && next !== null) headFor(next)
  }
  useKeys({
    ...screenKeys,
    j: () => void leaveFor(neighbours.next),
    k: () => void leaveFor(neighbours.previous),
    ArrowDown: () => void leaveFor(neighbours.next),
    ArrowUp: () => void leaveFor(neighbours.previous),
    e: editing.edit,
    '[': () => editing.choose(editing.current - 1),
    ']': () => editing.choose(editing.current + 1),
    1: () => editing.mark('lead'),
    2: () => editing.mark('support'),
    3: () => editing.mark('deadline'),
    4: () => editing.mark('target'),
    s: editing.split,
    m: editing.mergeUp,
    Escape: editing.close,
    'ctrl+s': () => void (draft.unsaved && draft.save()),
    'ctrl+Enter': () => void confirm(),
  })

  return (
    <>
      <LeaveGuard unsaved={draft.unsaved} />
      <div className="review">
        <SourcePane
          pane={pane}
          measure={measure}
          tasks={draft.edit.tasks}
          current={editing.task}
          selected={selected}
          onMark={confirmed ? undefined : editing.mark}
          onSplit={confirmed ? undefined : editing.split}
        />
        <DraftPane measure={measure} editing={editing}>
          <MeasureTold measure={measure} />
          {!isStale(draft.error) && <ErrorNotice error={draft.error} />}
        </DraftPane>
      </div>
      <StaleDraftDialog measure={measure} editing={editing} />
      <ConfirmBar
        said={<Said measure={measure} editing={editing} place={neighbours.place} total={total} />}
        keys={draft.unsaved ? savingKeys : readingKeys}
      >
        {draft.unsaved && (
          <>
            <Button onClick={draft.giveUp}>放弃修改</Button>
            <Button loading={draft.busy} onClick={() => void draft.save()}>
              保存
            </Button>
          </>
        )}
        {!draft.unsaved && (
          <span className="row">
            <Button disabled={neighbours.previous === null} onClick={() => void leaveFor(neighbours.previous)}>
              上一条
            </Button>
            <Button disabled={neighbours.next === null} onClick={() => void leaveFor(neighbours.next)}>
              下一条
            </Button>
          </span>
        )}
        <Primary
          confirmed={confirmed}
          busy={draft.busy}
          more={neighbours.waiting !== null}
          onGo={() => void confirm()}
        />
      </ConfirmBar>
    </>
  )
}

const readingKeys = [
  { keys: ['J', 'K'], does: '上下条' },
  { keys: ['E'], does: '编辑' },
  { keys: ['1', '2', '3', '4'], does: '标注选中文字' },
  { keys: ['?'], does: '帮助' },
]
const savingKeys = [
  { keys: ['Ctrl', 'S'], does: '保存' },
  { keys: ['?'], does: '帮助' },
]

function Primary(props: {
  readonly confirmed: boolean
  readonly busy: boolean
  readonly more: boolean
  readonly onGo: () => void
}) {
  const may = useMay('ledger.confirm')
  if (!may && !props.confirmed) return null
  if (props.confirmed && !props.more) return null
  const words = props.confirmed ? '到下一条待核' : props.more ? '确认本条并到下一条' : '确认本条'
  return (
    <Button type="primary" size="large" loading={props.busy} onClick={props.onGo}>
      {words} <kbd>Ctrl ↵</kbd>
    </Button>
  )
}

function Said(props: {
  readonly measure: Measure
  readonly editing: TaskEditing
  readonly place: number
  readonly total: number
}): ReactNode {
  const { measure, editing, place, total } = props
  const { edit, faults, unsaved } = editing.draft
  const blocking = measure.faults.filter((fault) => fault.blocking).length
  const state = measure.state === 'confirmed' ? '已确认' : blocking > 0 ? `有 ${blocking} 处须先改正` : '可以确认'
  return (
    <>
      <b>{clauseOf(measure.cite.label, measure.cite.document)}</b>　{edit.tasks.length} 项任务，
      {unsaved ? (faults.length > 0 ? `有修改未保存，${faults.length} 处有疑` : '有修改未保存') : state}
      {place > 0 && (
        <div className="meta">
          第 {place}／{total} 条
        </div>
      )}
    </>
  )
}
