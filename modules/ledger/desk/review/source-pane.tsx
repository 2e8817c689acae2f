import { Cite, Mark, MarkKey } from '@guangyue/platform/ui'
import { Button } from 'antd'
import type { RefObject } from 'react'
import type { Measure, Span } from '../shapes.ts'
import type { EditTask } from '../task-edit.ts'
import { looks, type Piece, piecesOf, type ShownMark, shownMarks } from './mark-pieces.ts'
import { type Selected, type SelectionKind, selectionKinds } from './mark-selection.ts'

interface SourcePaneProps {
  readonly pane: RefObject<HTMLElement | null>
  readonly measure: Measure
  readonly tasks: readonly EditTask[]
  readonly current: EditTask | null
  readonly selected: Selected | null
  /** Absent where nothing may be changed. */
  readonly onMark?: (kind: SelectionKind) => void
  readonly onSplit?: () => void
}

/** The clause as it was promulgated, with what was read where it stands. */
export function SourcePane({ pane, measure, tasks, current, selected, onMark, onSplit }: SourcePaneProps) {
  const { text, cite, line } = measure
  return (
    <section className="review__pane" aria-labelledby="source-head">
      <div className="review__head">
        <h2 id="source-head">原文　{clauseOf(cite.label, cite.document)}</h2>
        {text !== null && <MarkKey />}
      </div>
      {text === null ? (
        <NoText measure={measure} />
      ) : (
        <article ref={pane} className="src" lang="zh-CN">
          <p>
            {line !== null && (
              <span className="ln">
                <span className="vh">原文第 </span>
                {line}
                <span className="vh"> 行</span>
              </span>
            )}
            <Pieces
              pieces={piecesOf(text, shownMarks({ text, marks: measure.marks, tasks, current }))}
              here={current?.span ?? null}
            />
          </p>
        </article>
      )}
      {onMark && selected && (
        <div className="selbar" role="toolbar" aria-label="把选中的文字标为">
          <span className="meta">选中 {selected.text.length} 字，标为</span>
          {selectionKinds.map(({ kind, key, label }) => (
            <Button key={kind} onMouseDown={(event) => event.preventDefault()} onClick={() => onMark(kind)}>
              {label} <kbd>{key}</kbd>
            </Button>
          ))}
          {onSplit && (
            <Button type="link" onMouseDown={(event) => event.preventDefault()} onClick={onSplit}>
              从这里拆开
            </Button>
          )}
        </div>
      )}
      <Below measure={measure} />
    </section>
  )
}

/** The clause within its document: 附件一（一）. */
export function clauseOf(label: string, document: string): string {
  return label.startsWith(document) ? label.slice(document.length).trim() || label : label
}

/** Words outside marks that belong to the task in hand are underlaid, so that one sees what it covers. */
function Pieces({ pieces, here }: { readonly pieces: readonly Piece[]; readonly here: Span | null }) {
  return pieces.map((piece) =>
    'mark' in piece ? (
      <Mark
        key={keyOf(piece.mark)}
        kind={looks[piece.mark.kind]}
        number={piece.mark.number}
        current={piece.mark.current}
      >
        <Pieces pieces={piece.pieces} here={null} />
      </Mark>
    ) : (
      cut(piece, here).map((words) => (
        <span key={words.at} data-at={words.at} className={words.inside ? 'here' : undefined}>
          {words.text}
        </span>
      ))
    ),
  )
}

function keyOf({ kind, start }: ShownMark): string {
  return `${kind} ${start}`
}

function cut({ at, text }: { readonly at: number; readonly text: string }, here: Span | null) {
  const ends = here === null ? [] : [here.start, here.end].filter((place) => place > at && place < at + text.length)
  const places = [at, ...ends, at + text.length]
  return places.slice(0, -1).map((start, index) => ({
    at: start,
    text: text.slice(start - at, (places[index + 1] ?? start) - at),
    inside: here !== null && start >= here.start && start < here.end,
  }))
}

function NoText({ measure: { title, cite, reading, source } }: { readonly measure: Measure }) {
  return (
    <div className="stack">
      <p className="song">{title}</p>
      <p className="meta">
        {source === 'pack'
          ? `${cite.document}的正文尚未导入，这里是已登记的事实。导入这份文件后，原文会显示在此处，已改的内容不受影响。`
          : '依据的正文没有收录，这里是登记的内容。'}
      </p>
      <dl className="dl">
        {reading.assignments.map(({ leads, supports }) => (
          <div key={`${leads.join()} ${supports.join()}`}>
            <dt>牵头</dt>
            <dd>{leads.join('、') || '未印'}</dd>
            <dt>责任</dt>
            <dd>{supports.join('、') || '未印'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Below({ measure: { cite, inherited } }: { readonly measure: Measure }) {
  return (
    <footer className="srcfoot">
      <Cite href={cite.href ?? undefined}>{cite.label}</Cite>
      {inherited.length > 0 && (
        <p className="meta">
          全文件的总时限（随文件保留，不决定本条灯色）：
          {inherited.map(({ phrase, name }) => `${phrase}${name}`).join('；')}
        </p>
      )}
    </footer>
  )
}
