import type { Span } from '@guangyue/kernel/gazette-text'

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

function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from += 1
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1
  return { start: from, end: to }
}
