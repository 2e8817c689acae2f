import { isPartyName, readParties } from './parties.ts'

/** A pair of brackets by the offsets of its two marks. */
export interface Group {
  readonly open: number
  readonly close: number
}

/** A stretch of a sentence that names parties and their verbs; `whole` when it is all of the sentence. */
export interface PartyRun {
  readonly start: number
  readonly end: number
  readonly whole: boolean
}

const VERB_END = new Set(['牵头', '负责', '配合', '落实', '实施', '参与', '参加', '协助', '推进', '协同'])

/**
 * 由县教育局牵头，县财政局配合, as a sentence of its own or within one. Within one it must begin with 由 or name a
 * lead, and end at a comma: prose that only talks of 负责 is none.
 */
export function partyRuns(shadow: string, groups: readonly Group[]): readonly PartyRun[] {
  const runs: PartyRun[] = []
  const stops = /[。；\n]|$/g
  let from = 0
  let group = 0
  for (let found = stops.exec(shadow); found; found = stops.exec(shadow)) {
    const to = found.index
    if (to - from >= 5 && to - from < 1000) {
      while ((groups[group]?.close ?? Number.POSITIVE_INFINITY) < from) group += 1
      for (const run of withinSentence(shadow, from, to)) {
        const bracketed = groups.slice(group, group + 8).some((each) => each.open < run.end && each.close > run.start)
        if (!bracketed) runs.push(run)
      }
    }
    if (to === shadow.length) break
    from = to + 1
  }
  return runs
}

function withinSentence(shadow: string, from: number, to: number): readonly PartyRun[] {
  const segments: { start: number; end: number }[] = []
  for (let start = from; start < to; ) {
    const comma = shadow.indexOf('，', start)
    const end = comma < 0 || comma > to ? to : comma
    const last = segments.at(-1)
    if (isPartySegment(shadow, start, end)) {
      if (last && last.end === start - 1) last.end = end
      else segments.push({ start, end })
    }
    start = end + 1
  }
  return segments
    .map((run) => ({ ...run, whole: run.start <= from && run.end >= to }))
    .filter((run) => (run.whole ? from > 0 : /^\s*由|牵头/.test(shadow.slice(run.start, run.end))))
}

function isPartySegment(shadow: string, start: number, end: number): boolean {
  if (end - start < 4 || end - start > 160 || !VERB_END.has(shadow.slice(end - 2, end))) return false
  if (shadow.slice(start, end).includes('：')) return false
  const parties = readParties(shadow, start, end)
  const names = parties.filter((party) => party.name !== '')
  const covered = names.reduce((sum, party) => sum + party.name.length + (party.verb?.length ?? 0), 0)
  return (
    names.length > 0 &&
    names.every((party) => isPartyName(party.name) && party.name.length <= 20) &&
    parties.at(-1)?.verb !== null &&
    covered >= (end - start) * 0.7
  )
}
