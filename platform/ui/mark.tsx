import type { ReactNode } from 'react'
import { useMessages } from './lang.tsx'
import { words } from './words.ts'

/** What was read in a source: a lead, a supporting body, a deadline, a target. */
export type MarkKind = 'lead' | 'supp' | 'dead' | 'goal'

export const markKinds: readonly MarkKind[] = ['lead', 'supp', 'dead', 'goal']

interface MarkProps {
  readonly kind: MarkKind
  /** Which of several: ①, written after the kind's word. */
  readonly number?: string
  /** The one being worked on. */
  readonly current?: boolean
  readonly children: ReactNode
}

/** A reading shown where it stands in the source; each kind has a line of its own beside its colour. */
export function Mark({ kind, number = '', current, children }: MarkProps) {
  const say = useMessages(words)
  return (
    <mark className={`m m--${kind}${current ? ' m--cur' : ''}`}>
      <small>
        {say(`mark.${kind}`)}
        {number}
      </small>
      {children}
    </mark>
  )
}

/** What the lines mean. */
export function MarkKey() {
  const say = useMessages(words)
  return (
    <p className="mkey">
      {markKinds.map((kind) => (
        <span key={kind}>
          <Mark kind={kind}>{say(`mark.key.${kind}`)}</Mark>
        </span>
      ))}
    </p>
  )
}

export interface TextRange {
  /** Places in UTF-16 units, the end not included. */
  readonly start: number
  readonly end: number
}

/** A text with the hits of a search in it; ranges that overlap or leave the text are cut. */
export function Hits({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  const parts: ReactNode[] = []
  let place = 0
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (end <= place || start >= text.length) continue
    const from = Math.max(start, place)
    parts.push(text.slice(place, from))
    parts.push(
      <mark className="hit" key={from}>
        {text.slice(from, end)}
      </mark>,
    )
    place = Math.min(end, text.length)
  }
  parts.push(text.slice(place))
  return <>{parts}</>
}
