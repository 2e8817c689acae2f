import type { Mark, Span } from '@guangyue/kernel/gazette-text'
import type { Reading, ReadTarget } from './ledger.ts'

/** What a figure of a clause is as a goal: what is measured, by which day, and from where it starts. */
export interface Goal {
  readonly name: string
  /** The day that the clause sets for it; null where it sets none. */
  readonly by: string | null
  readonly baseline: number | null
}

/**
 * The figure as a goal; null where it only says which things a rule is about (200万元以下的项目, 投资额在100万元以下或者…,
 * 对…满10人的单位). Without text, facts of a pack or what a person typed, every figure is a goal.
 */
export function goalOf(target: ReadTarget, reading: Reading): Goal | null {
  const index = reading.targets.findIndex((read) => isSame(read, target))
  const read = reading.targets[index]
  const text = reading.text ?? ''
  const at = text === '' || !read ? undefined : reading.marks.find((mark) => isMarkOf(mark, index))?.span
  if (at && isCondition(target, text.slice(at.end, at.end + 16))) return null
  return {
    name: target.metric,
    by: read?.by ?? (at ? dayOf(at, reading) : null),
    baseline: read?.baseline ?? baselineIn(target),
  }
}

/** By its printed words where there are any: a person may have called it otherwise. */
function isSame(read: ReadTarget, { phrase, metric, value, unit }: ReadTarget): boolean {
  if (read.value !== value) return false
  return phrase === '' ? read.metric === metric && read.unit === unit : read.phrase === phrase
}

function isMarkOf({ kind, index }: Mark, wanted: number): boolean {
  return kind === 'target' && index === wanted
}

/** Words that set a level to be reached or kept. */
const LEVEL =
  /(?:达到?|提[高升]|扩大|增[长加至速]|突破|压[缩减]|缩短|降|减|精简|控制在|保持在?|稳定在|恢复到|不超过|不得超过|不高于|不低于|不少于|不得少于|不得低于)/
const BRACKETS = /^（[^）]{1,4}）/

/** Whether a figure says which things are meant, by what stands in it and behind it. */
function isCondition({ phrase, unit }: ReadTarget, behind: string): boolean {
  const head = phrase.replace(/\d[\d.,，]*\s*\D{0,8}$/, '')
  const next = behind
    .replace(BRACKETS, '')
    .replace(/^及?以[上下内]/, '')
    .trimStart()
  if (/^的(?!目标|要求|任务|水平|标准)/.test(next)) return true
  if (/^(?:或者?|且|并且)/.test(next) && !LEVEL.test(head)) return true
  if (/^(?:对于?|凡|如果?|若)/.test(head.trim()) && !/[压缩减短降]/.test(head)) return true
  if (/(?:只|仅)[^，]*$/.test(head) && /次/.test(unit)) return true
  // 投资额在100万元以下, 160千瓦及以下: a bound without a word that sets it as a goal
  return /以下$/.test(phrase) && !LEVEL.test(head)
}

/** 由3个(逐步压减至2个): where it starts. */
function baselineIn({ phrase }: ReadTarget): number | null {
  const found = /(?:由|从)(?:原来的?|目前的?|现在的?)?(\d+(?:\.\d+)?)[^\d，。；]{0,10}(?:至|到|为)\d/.exec(phrase)
  return found ? Number(found[1]) : null
}

/**
 * The day that governs a figure: the last date printed before it in its sentence, else the first behind it there, else
 * a whole year that was named before as a head of several sentences (到2025年，…。…。).
 */
function dayOf({ start, end }: Span, { text, deadlines, marks }: Reading): string | null {
  const whole = text ?? ''
  const from = Math.max(...['。', '\n'].map((sign) => whole.lastIndexOf(sign, start))) + 1
  const stops = ['。', '\n'].map((sign) => whole.indexOf(sign, end)).filter((place) => place >= 0)
  const to = Math.min(whole.length, ...stops)
  const dated = marks.flatMap(({ kind, index, span }) => {
    const due = kind === 'deadline' ? (deadlines[index]?.due ?? null) : null
    return due === null ? [] : [{ at: span.start, due, words: whole.slice(span.start, span.end) }]
  })
  const before = dated.filter(({ at }) => at >= from && at < end).at(-1)
  if (before) return before.due
  const years = dated.filter(({ at, words }) => at < start && /^(?:[到至])?\d{4}年$/.test(words.trim()))
  const year = years.at(-1)
  if (year && !whole.slice(year.at, start).includes('\n')) return year.due
  return dated.find(({ at }) => at >= end && at < to)?.due ?? null
}
