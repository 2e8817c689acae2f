import type { Span } from '@guangyue/kernel/gazette-text'
import type { DraftDate } from './ledger.ts'

/** The sentences of a part of a text, without the blanks around them. A mark inside brackets or quotes ends none. */
export function sentencesOf(text: string, within: Span): readonly Span[] {
  const spans: Span[] = []
  let start = within.start
  let depth = 0
  for (let at = within.start; at < within.end; at += 1) {
    const sign = text[at] ?? ''
    if ('（(“《'.includes(sign)) depth += 1
    else if ('）)”》'.includes(sign)) depth = Math.max(0, depth - 1)
    const ends = sign === '\n' || (depth === 0 && '。；！？;'.includes(sign))
    if (!ends) continue
    spans.push({ start, end: at + 1 })
    start = at + 1
    depth = 0
  }
  spans.push({ start, end: within.end })
  return spans.map((span) => trim(text, span)).filter(({ start, end }) => end > start)
}

/** A short name for a task: the sentence without its dates, cut at a comma so that about 30 signs stay. */
export function taskTitle(text: string, sentence: Span, dates: readonly DraftDate[]): string {
  const words = text
    .slice(sentence.start, sentence.end)
    .replace(/（[^（）]*(?:牵头|负责|责任|配合|参与)[^（）]*）/g, '')
    .replace(/[。；;！？\s]+$/u, '')
  const parts = words
    .split(/[，,：:]/)
    .map((part) => withoutDate(part.trim(), dates))
    .filter(Boolean)
  let title = ''
  for (const part of parts) {
    if (title !== '' && title.length + part.length > LONG) break
    title = title === '' ? part : `${title}，${part}`
  }
  return title.length > 2 * LONG
    ? `${title.slice(0, 2 * LONG - 1)}…`
    : title || words || text.slice(sentence.start, sentence.end)
}

const LONG = 30

/** A part without the dates that it begins with; a date in its middle belongs to its sense. */
function withoutDate(part: string, dates: readonly DraftDate[]): string {
  const leading = dates.find(({ phrase }) => phrase !== '' && part.replace(/^[于在到自从]/, '').startsWith(phrase))
  if (!leading) return part.replace(/^[\s、和及]+|[\s、]+$/gu, '')
  return withoutDate(
    part
      .replace(/^[于在到自从]/, '')
      .slice(leading.phrase.length)
      .replace(/^[\s、起]+/u, ''),
    dates,
  )
}

function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from += 1
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1
  return { start: from, end: to }
}
