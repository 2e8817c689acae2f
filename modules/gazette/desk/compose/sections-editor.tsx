import { Empty } from '@guangyue/platform/ui'
import { useCall } from '@guangyue/platform/ui/desk'
import { Button, Input } from 'antd'
import { useEffect, useRef } from 'react'
import { listManuscriptsEndpoint } from '../../compose/api.ts'
import { changed, moved, movedManuscript, placed, takenOut } from './content-edit.ts'
import type { Content, ManuscriptItem } from './shapes.ts'

interface SectionsEditorProps {
  readonly sections: Content['sections']
  readonly onChange: (sections: Content['sections']) => void
}

/** The contents: sections and their documents, each moved by its buttons, and the documents that wait. */
export function SectionsEditor({ sections, onChange }: SectionsEditorProps) {
  const { data } = useCall(listManuscriptsEndpoint)
  const known = new Map(data?.items.map((one) => [one.id, one]))
  const used = new Set(sections.flatMap(({ manuscripts }) => manuscripts))
  const waiting = (data?.items ?? []).filter(
    ({ id, state }) => !used.has(id) && (state === 'waiting' || state === 'placed'),
  )
  const box = useRef<HTMLDivElement>(null)
  const focused = useRef<string | null>(null)
  // What was moved keeps the focus where it now stands, so that it can be moved on.
  useEffect(() => {
    const buttons = focused.current === null ? [] : [...(box.current?.querySelectorAll('button') ?? [])]
    buttons.find((button) => button.ariaLabel === focused.current)?.focus()
    focused.current = null
  })
  const move = (name: string, by: -1 | 1, to: Content['sections']) => {
    focused.current = moveLabel(name, by)
    onChange(to)
  }
  return (
    <div className="stack" ref={box}>
      <section aria-labelledby="contents">
        <h2 id="contents">目录</h2>
        {sections.length === 0 && (
          <Empty title="目录还是空的">
            <p>从下面的待刊文件中编入。</p>
          </Empty>
        )}
        <ol className="sections">
          {sections.map(({ name, manuscripts }, at) => (
            <li key={at}>
              <p className="sections__head">
                <Input
                  aria-label={`第 ${at + 1} 个栏目`}
                  value={name}
                  maxLength={24}
                  onChange={(event) => onChange(changed(sections, at, { name: event.target.value, manuscripts }))}
                />
                <MoveButtons
                  name={`栏目“${name}”`}
                  onMove={(by) => move(`栏目“${name}”`, by, moved(sections, at, by))}
                />
              </p>
              <ol className="sections__documents">
                {manuscripts.map((id) => (
                  <li key={id}>
                    <Named manuscript={known.get(id)} />
                    <span className="sections__buttons">
                      <MoveButtons
                        name={titleOf(known.get(id))}
                        onMove={(by) => move(titleOf(known.get(id)), by, movedManuscript(sections, id, by))}
                      />
                      <Button
                        size="small"
                        aria-label={`移去${titleOf(known.get(id))}`}
                        onClick={() => onChange(takenOut(sections, id))}
                      >
                        移去
                      </Button>
                    </span>
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="waiting">
        <h2 id="waiting">待刊文件</h2>
        {waiting.length === 0 ? (
          <p className="meta">
            没有其他待刊的文件。<a href="/desk/gazette/manuscripts/new">录入文件</a>
          </p>
        ) : (
          <ul className="sections__documents">
            {waiting.map((one) => (
              <li key={one.id}>
                <Named manuscript={one} />
                <Button size="small" aria-label={`编入${titleOf(one)}`} onClick={() => onChange(placed(sections, one))}>
                  编入{one.section}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function titleOf(manuscript: ManuscriptItem | undefined): string {
  return `《${manuscript?.title ?? '已不在的文件'}》`
}

function moveLabel(name: string, by: -1 | 1): string {
  return `${by < 0 ? '上移' : '下移'}${name}`
}

function MoveButtons({ name, onMove }: { readonly name: string; readonly onMove: (by: -1 | 1) => void }) {
  return (
    <>
      <Button size="small" aria-label={moveLabel(name, -1)} onClick={() => onMove(-1)}>
        ↑
      </Button>
      <Button size="small" aria-label={moveLabel(name, 1)} onClick={() => onMove(1)}>
        ↓
      </Button>
    </>
  )
}

function Named({ manuscript }: { readonly manuscript: ManuscriptItem | undefined }) {
  if (manuscript === undefined) return <span>这份文件已不在待刊文件中</span>
  const { id, title, number, issuer } = manuscript
  return (
    <span className="sections__named">
      <a className="song" href={`/desk/gazette/manuscripts/${id}`}>
        {title}
      </a>
      <span className="sub">{[number ?? '没有文号', issuer ?? '没有发文机关'].join('　')}</span>
    </span>
  )
}
