import { type RefObject, useEffect, useState } from 'react'
import type { Selected } from './mark-selection.ts'

/** What of the clause is selected now; null when nothing is, or something elsewhere. Words carry `data-at`, their place. */
export function useSelection(pane: RefObject<HTMLElement | null>): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const look = () => setSelected((old) => same(old, selectedIn(pane.current)))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [pane])
  return selected
}

function same(old: Selected | null, now: Selected | null): Selected | null {
  return old && now && old.start === now.start && old.end === now.end ? old : now
}

function selectedIn(pane: HTMLElement | null): Selected | null {
  const selection = getSelection()
  if (!pane || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.commonAncestorContainer)) return null
  const words = [...pane.querySelectorAll<HTMLElement>('[data-at]')].filter((word) => range.intersectsNode(word))
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return null
  const start = placeOf(first) + (first.contains(range.startContainer) ? range.startOffset : 0)
  const whole = last.textContent.length
  const end = placeOf(last) + (last.contains(range.endContainer) ? range.endOffset : whole)
  return start < end ? { start, end, text: textOf(words).slice(start - placeOf(first), end - placeOf(first)) } : null
}

function placeOf(word: HTMLElement): number {
  return Number(word.dataset.at)
}

function textOf(words: readonly HTMLElement[]): string {
  return words.map((word) => word.textContent).join('')
}
