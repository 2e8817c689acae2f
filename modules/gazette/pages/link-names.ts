import type { TextRun } from './chronicle.view.ts'

/**
 * The text in runs, each known name linked: `links` maps names to addresses. The longest name that begins at a place is
 * taken, so that 市行政审批局 is not cut by 行政审批局.
 */
export function linkNames(text: string, links: ReadonlyMap<string, string>): readonly TextRun[] {
  const names = [...links.keys()]
    .filter((name) => name.length > 1 && text.includes(name))
    .sort((a, b) => b.length - a.length)
  if (names.length === 0) return [{ text, href: null }]
  const pattern = new RegExp(names.map((name) => RegExp.escape(name)).join('|'), 'g')
  const runs: TextRun[] = []
  let at = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) runs.push({ text: text.slice(at, match.index), href: null })
    runs.push({ text: match[0], href: links.get(match[0]) ?? null })
    at = match.index + match[0].length
  }
  if (at < text.length) runs.push({ text: text.slice(at), href: null })
  return runs
}
