import { momentText } from '@guangyue/platform/ui'
import { ErrorNotice, useAct } from '@guangyue/platform/ui/desk'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { addNoteEndpoint } from '../api.ts'
import { Part } from '../pages/case-parts.tsx'
import type { CaseView } from './shapes.ts'

/** Words of the units among themselves, drafted decisions included. */
export function Notes({ view }: { readonly view: CaseView }) {
  const { id, notes, mayNote } = view
  const [words, setWords] = useState('')
  const [noteId, setNoteId] = useState(() => crypto.randomUUID())
  const add = useAct(addNoteEndpoint, {
    onDone: () => {
      setWords('')
      setNoteId(crypto.randomUUID())
    },
  })
  if (notes.length === 0 && !mayNote) return null
  return (
    <Part id="notes" title="内部记录">
      <ul className="list list--ruled">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="meta">
              {note.who}　{momentText(note.at, 'Asia/Shanghai')}
              {note.outcome !== null && '　拟办意见'}
            </p>
            <p>{note.words}</p>
          </li>
        ))}
      </ul>
      {mayNote && (
        <div className="stack">
          <Input.TextArea
            aria-label="内部记录，申请人看不到"
            placeholder="申请人看不到"
            rows={2}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button
            size="small"
            disabled={words.trim() === ''}
            loading={add.isPending}
            onClick={() => add.mutate({ params: { id }, body: { id: noteId, words, draft: null } })}
          >
            记下
          </Button>
          <ErrorNotice error={add.error} />
        </div>
      )}
    </Part>
  )
}
