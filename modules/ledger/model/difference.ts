import type { Reading } from './ledger.ts'

export interface Difference {
  readonly field: string
  readonly was: string
  readonly now: string
}

/**
 * What two readings of one clause say differently, in words. Text, places in it and the way of writing (spaces,
 * 3个小时 for 3小时) are not compared. Facts that were recorded without a text were read by people: the first text
 * differs from them only where it names other parties, or a day that the facts do not have.
 */
export function differenceOf(was: Reading, now: Reading): readonly Difference[] {
  const before = factsOf(was)
  const after = factsOf(now)
  const first = was.text === null && now.text !== null
  return Object.entries(before).flatMap(([field, words]) => {
    const other = after[field] ?? ''
    if (folded(words) === folded(other) || (first && covers(field, was, now))) return []
    return [{ field, was: words, now: other }]
  })
}

function factsOf(reading: Reading): Readonly<Record<string, string>> {
  return {
    标题: reading.title,
    牵头: reading.assignments.map(({ leads }) => leads.join('、')).join('；'),
    责任: reading.assignments.map(({ supports }) => supports.join('、')).join('；'),
    时限: reading.deadlines.map(({ phrase, due }) => (due === null ? phrase : `${phrase}（${due}）`)).join('、'),
    目标: reading.targets.map(({ metric, op, value, unit }) => `${metric}${op}${value}${unit}`).join('、'),
  }
}

function folded(words: string): string {
  return words.replace(/\s+/gu, '').replace(/(?<=\d)个(?=小时|工作日|月|百分点)/gu, '')
}

/** Whether facts of people say all that the first text does. */
function covers(field: string, facts: Reading, text: Reading): boolean {
  if (field === '目标' || field === '标题') return true
  const days = new Set(facts.deadlines.map(({ due }) => due))
  return field === '时限' && text.deadlines.every(({ due }) => due === null || days.has(due))
}
