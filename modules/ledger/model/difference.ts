import type { Reading } from './ledger.ts'

export interface Difference {
  readonly field: string
  readonly was: string
  readonly now: string
}

/** What two readings of one clause say differently, in words. Text and places in it are not compared. */
export function differenceOf(was: Reading, now: Reading): readonly Difference[] {
  const before = factsOf(was)
  const after = factsOf(now)
  return Object.entries(before).flatMap(([field, words]) => {
    const other = after[field] ?? ''
    return words === other ? [] : [{ field, was: words, now: other }]
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
