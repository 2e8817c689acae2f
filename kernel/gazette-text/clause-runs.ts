import { isPartyName, readParties, THIS_WORK } from './parties.ts'

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

const VERB_END = new Set([
  '牵头',
  '负责',
  '配合',
  '落实',
  '实施',
  '参与',
  '参加',
  '协助',
  '推进',
  '协同',
  '主办',
  '协办',
])
const VERB_SIGNS = new Set([...VERB_END].map((verb) => verb.charCodeAt(1)))
const LED = /牵头(?=制定|研究|组织|开展|建立|起草|编制|推动|推进|统筹|协调|实施|负责|抓好|会同|做好|完善|出台|梳理)/
/** A time by itself, with at most a word of carrying out. */
const TERM =
  /^(?:(?:并|要)?(?:长期|持续|常态化?|全年|立行立改|即知即改)(?:性|地)?(?:推进|坚持|实施|落实|开展|进行)?|(?:于|在)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|年?底)?(?:之?前|内)?(?:全面|基本)?(?:完成|落实|办结|实施|推进|取得(?:阶段性)?成效)?)$/

const STOPS = { full: 0x3002, semicolon: 0xff1b, newline: 0x0a } as const

/**
 * 由县教育局牵头，县财政局配合, as a sentence of its own or within one. Within one it must begin with 由 or name a
 * lead, and end at a comma: prose that only talks of 负责 is none.
 */
export function partyRuns(shadow: string, groups: readonly Group[]): readonly PartyRun[] {
  const runs: PartyRun[] = []
  let from = 0
  let group = 0
  for (let to = 0; to <= shadow.length; to += 1) {
    const code = to < shadow.length ? shadow.charCodeAt(to) : STOPS.newline
    if (code !== STOPS.full && code !== STOPS.semicolon && code !== STOPS.newline) continue
    if (to - from >= 5 && to - from < 1000) {
      while ((groups[group]?.close ?? Number.POSITIVE_INFINITY) < from) group += 1
      for (const run of withinSentence(shadow, from, to)) {
        const near = groups.slice(group, group + 8).filter((each) => each.open < run.end && each.close > run.start)
        if (near.every((each) => belongsToName(shadow, each, run))) runs.push(run)
      }
    }
    from = to + 1
  }
  return runs
}

function withinSentence(shadow: string, from: number, to: number): readonly PartyRun[] {
  const segments: { start: number; end: number }[] = []
  const sentence = shadow.slice(from, to)
  const led = sentence.includes('牵头')
  for (let start = from; start < to; ) {
    const comma = sentence.indexOf('，', start - from)
    const end = comma < 0 ? to : from + comma
    const last = segments.at(-1)
    if (isPartySegment(shadow, start, end)) {
      if (last && last.end === start - 1) last.end = end
      else segments.push({ start, end })
    } else {
      const stop = led ? leadsTo(shadow, start, end) : null
      if (stop !== null) segments.push({ start, end: stop })
    }
    start = end + 1
  }
  return segments
    .map((run) => ({ ...run, whole: run.start <= from && (run.end >= to || isTerm(shadow.slice(run.end + 1, to))) }))
    .filter((run) => (run.whole ? from > 0 : /^\s*由|牵头/.test(shadow.slice(run.start, run.end))))
}

/** 由甲局牵头制定办法: where the words end that say who leads what is done. */
function leadsTo(shadow: string, start: number, end: number): number | null {
  const verb = LED.exec(shadow.slice(start, end))
  if (!verb) return null
  const stop = start + verb.index + 2
  return isPartySegment(shadow, start, stop) ? stop : null
}

/** 市场监管总局（国家标准委）: a bracket within the run that only names a body once more. */
function belongsToName(shadow: string, group: Group, run: { readonly start: number; readonly end: number }): boolean {
  return (
    group.open > run.start &&
    group.close < run.end &&
    isPartyName(shadow.slice(group.open + 1, group.close)) &&
    !/负责|牵头|配合|：/.test(shadow.slice(group.open, group.close))
  )
}

/** What may stand behind the parties of such a sentence: 持续推进, 长期坚持, 2023年10月底前完成. */
function isTerm(shadow: string): boolean {
  return TERM.test(shadow.trim())
}

function isPartySegment(shadow: string, start: number, end: number): boolean {
  if (end - start < 4 || end - start > 160 || !VERB_SIGNS.has(shadow.charCodeAt(end - 1))) return false
  if (!VERB_END.has(shadow.slice(end - 2, end))) return false
  if (shadow.slice(start, end).includes('：')) return false
  const parties = readParties(shadow, start, end)
  const names = parties.filter((party) => party.name !== '')
  const covered = names.reduce((sum, party) => sum + party.name.length + (party.verb?.length ?? 0), 0)
  const before = THIS_WORK.exec(shadow.slice(start, start + 10))?.[0].length ?? 0
  return (
    names.length > 0 &&
    names.every((party) => isPartyName(party.name) && party.name.length <= 20) &&
    parties.at(-1)?.verb !== null &&
    covered >= (end - start - before) * 0.7
  )
}
