import type { SentenceContext as Context, Recognised } from './deadline-phrase.ts'
import { EVENT, YEAR_EVENT } from './deadline-phrase-events.ts'
import { type DatePoint, dayIn, readDayAfter, readPoint } from './deadline-phrase-point.ts'
import { readSpecial } from './deadline-phrase-special.ts'
import { daysInMonth, type PlainDate } from './plain-date.ts'

/** What follows a year that is part of a name: 2021年重点任务清单, 2021年工作要点的通知. */
const NAMED =
  /^[^，。；：、]{0,30}?(?:表|清单|方案|要点|计划|目录|报告|分工|任务|名单|事项)(?:》|的通知|印发|下达|分解|予以|公布|发给|如下|（|\s*$)/

/** A point with everything around it that decides what it means. */
interface Scene {
  readonly text: string
  readonly point: DatePoint
  readonly start: number
  readonly before: string
  readonly after: string
  readonly year: number | null
  readonly context: Context
}

const BEFORE_WORD = /^\s*(?:之前|以前|前(?![列期置述款]))/
/** 6月30日（星期五）17时前, 5月19日下班前, 5月1日休渔前. */
const BEFORE_HOUR = new RegExp(
  `^\\s*(?:（(?:星期|周)[一二三四五六日天]）)?\\s*(?:上午|下午|晚上?|中午|凌晨|下班)?\\s*(?:\\d{1,2}\\s*(?:[时点]|[：:]\\d{2})(?:\\d{1,2}分|整|半)?)?\\s*(?:\\S{0,2}${EVENT})?(?:之前|以前|前(?![列期置述款]))`,
)
const RANGE = /^\s*(?:至|到|[—–~-]+)\s*/
const FROM_WORD = /^\s*(?:起|开始)/
const IN_FORCE = /^\s*(?:起)?\s*(?:正式)?(?:施行|生效|试行)/
const OWN_FORCE = /^\s*(?:起)?\s*(?:正式)?(?:实施|执行)/
const DONE =
  /^[^，。；、\n]{0,12}?(?:完成|完工|建成|出台|印发|上线(?!下)|投用|投入|竣工|实现|达到|到位|启用|开通|完毕|办结|结束)/
const SINCE = /^\s*(?:以来|以后|期间的|,?，?(?:党中央|中共中央))/
/** What was done on a day or in a printed month: 2021年8月印发的…; 6月底印发 is still to be done. */
const CITED = /^\s*(?:印发|下发|发布|公布|出台的|召开|通过|修订|制定的|颁布)/
/** 到2024年6月: a term to the end of the month. */
const UNTIL = /(?:^|[，。；：\n])\s*(?:力争|确保)?到\s*$/
/** 今年我委将…, 今年已…: what the issuer itself does or has done in the year. */
const OWN_YEAR = /^(?:将继续|已|我[委局办厅部市省区县]|以来)/
const AIM = /(?:^|[，。；：、（\n“”]|力争|争取|确保|计划|拟|预计|实现|在|于|将|到|自|从)\s*$/

/** A dated phrase (6月底前, 10月中旬, 7月起, 2021年, 2019年1月1日至12月31日 …) that begins at `at`, or null. */
export function readDated(text: string, at: number, context: Context): Recognised | null {
  if (/[\d.〇○零一二三四五六七八九十]/.test(text[at - 1] ?? '') && !isBehindNumber(text, at)) return null
  const special = readSpecial(text, at, context)
  if (special) return special
  const point = readPoint(text, at)
  if (!point) return null
  const lead = /(?:截至|截止到?|不迟于|不晚于|最迟到?|从|自|到|于)\s*$/.exec(text.slice(Math.max(0, at - 6), at))
  const start = lead ? at - lead[0].length : at
  const year = yearOf(point, context)
  const scene = {
    text,
    point,
    start,
    year,
    context,
    before: text.slice(Math.max(0, at - 16), at),
    after: text.slice(point.end, point.end + 24),
  }
  return judge(scene)
}

/** 3.2025年6月底前, 1.9月30日前: behind the number of an item stands a date, not the fraction of a number. */
function isBehindNumber(text: string, at: number): boolean {
  return (
    /(?:^|[^\d.])\d{1,2}\.$/.test(text.slice(Math.max(0, at - 4), at)) &&
    /^(?:20\d{2}年|\d{1,2}月)/.test(text.slice(at, at + 5))
  )
}

function judge(scene: Scene): Recognised {
  const { point, after, before } = scene
  if (point.yearWord === 'following') return followingYear(scene)
  const range = RANGE.exec(after)
  const second = range ? secondPoint(scene, point.end + range[0].length) : null
  if (second) return ranged(scene, second)
  if (isInForce(before, after) || /有效期[^。；]{0,8}$/.test(before)) return nothing(scene)
  if (point.edge === 'start') return early(scene)
  if (point.yearWord === 'same') return sameYear(scene)
  const word = BEFORE_WORD.exec(after) ?? (point.size === 'day' ? BEFORE_HOUR.exec(after) : null)
  if (word) return before_(scene, point.end + word[0].length)
  if (sharesBefore(scene)) return due(scene, point.end)
  const from = FROM_WORD.exec(after)
  if (from) return begins(scene, point.end + from[0].length)
  const inside = /^\s*(?:以内|之内|内|止|截止)(?!容|外|部)/.exec(after)
  if (inside && point.size !== 'day') return due(scene, point.end + inside[0].length)
  if (inside && /止/.test(inside[0])) return due(scene, point.end + inside[0].length)
  return bare(scene)
}

/** 3月25日、6月25日、9月25日前: the word behind the last of several days or months is said of each. */
function sharesBefore({ text, point }: Scene): boolean {
  let end = point.end
  for (let n = 0; n < 12; n += 1) {
    const next = text[end] === '、' ? readPoint(text, end + 1) : null
    if (next?.size !== point.size) break
    end = next.end
  }
  return end > point.end && BEFORE_WORD.test(text.slice(end, end + 4))
}

/** 年底 and 6月底 close a term; a bare day is a cited one unless the words around it say otherwise. */
function bare(scene: Scene): Recognised {
  const { point, before, after, year, context } = scene
  if (isBaseline(scene) || isHistory(scene)) return nothing(scene)
  const past = year !== null && context.year !== null && year < context.year
  if (past) return nothing(scene)
  if (point.size === 'day') return bareDay(scene)
  if (point.size === 'year' && point.edge === null) return bareYear(scene)
  if (point.edge === 'end') {
    const spoken = point.yearWord !== 'none' || point.size === 'month' || /(?:到|至|力争|争取|确保)\s*$/.test(before)
    return spoken || DONE.test(after) || /^\s*[，,]/.test(after) ? due(scene, point.end) : nothing(scene)
  }
  if (point.size === 'third' || (point.size === 'month' && UNTIL.test(before))) return due(scene, point.end)
  if (point.size === 'month' && /^[^，。；]{0,20}后，/.test(after)) return begins(scene, point.end)
  if (DONE.test(after) || /^\s*）/.test(after)) return due(scene, point.end)
  return whole(scene)
}

function bareDay(scene: Scene): Recognised {
  const { before, after, point } = scene
  const pressed =
    /(?:于|在|截止时间为|截止日期为|截止到?|截至|不迟于|不晚于|最迟到?|最晚|延长至|(?:执行|延续|顺延|实施|期限)(?:期限)?(?:至|到)|期(?:限|间)?(?:至|到|为)|日起(?:至|到)|时限为?：?)\s*$/.test(
      before,
    )
  return pressed &&
    (DONE.test(after) ||
      /截|不迟|不晚|最迟|最晚|延长|时限|执行|延续|顺延|实施|期限|期[至到为]|日起/.test(before.slice(-6)))
    ? due(scene, point.end)
    : nothing(scene)
}

/** 到2025年 is a term; 2021年 is one only where a clause opens or aims with it, never in a name (2021年院士专家行). */
function bareYear(scene: Scene): Recognised {
  const { before, after, point, year, context } = scene
  if (year === null && point.yearWord !== 'this') return nothing(scene)
  if (point.yearWord === 'this' && OWN_YEAR.test(after)) return nothing(scene)
  const season =
    YEAR_EVENT.exec(after) ??
    /^\s*(?:[春秋]季)?(?:新?学期|学年)[^，。；]{0,4}?(?:起|前|开学|内|末)?/.exec(after) ??
    /^\s*[^，。；、\d\s]{1,8}?(?:之前|以前|前|起)(?=[，。；、）完开全]|$)/.exec(after)
  if (season)
    return result(scene, point.end + season[0].length, {
      kind: 'fuzzy',
      due: null,
      start: null,
      rule: 'by an event of the year',
    })
  if (/(?:到|至)\s*$/.test(before) && !/(?:截至|截止到?|推迟至|延长至|有效期至|提高至)\s*$/.test(before))
    return due(scene, point.end)
  if (/^\s*(?:度|版|以来|以后|级|第|重点|工作|政府|全国|全省|全市的?[^，。；]{0,6}(?:报告|方案|计划))/.test(after))
    return nothing(scene)
  if (/^[^，。；]{0,16}(?:要求|思路|目标|任务|情况)(?:是|如下|为)?[：，]/.test(after)) return nothing(scene)
  if (NAMED.test(after)) return nothing(scene)
  if (context.year === null)
    return result(scene, point.end, { kind: 'fuzzy', due: null, start: null, rule: 'year of an undated document' })
  if (!AIM.test(before) || (year !== null && year > context.year + 20)) return nothing(scene)
  return whole(scene)
}

function isBaseline({ before, after }: Scene): boolean {
  return (
    /(?:截至|截止到?|较|比|以|与|同)\s*$/.test(before) &&
    (/(?:较|比|以|与|同)\s*$/.test(before) || /^[^。；]{0,20}(?:已|共|累计|全[省市县区国]有)/.test(after))
  )
}

function isHistory({ point, after }: Scene): boolean {
  if (SINCE.test(after)) return true
  return CITED.test(after) && (point.size === 'day' || point.yearWord === 'printed' || /^\s*\S{2}的/.test(after))
}

function isInForce(before: string, after: string): boolean {
  if (IN_FORCE.test(after)) return true
  return (
    OWN_FORCE.test(after) &&
    /(?:本|该|办法|意见|通知|规定|细则|方案|条例|决定|政策|标准|措施)[^，。；]{0,8}(?:自|从)\s*$/.test(before)
  )
}

function before_(scene: Scene, end: number): Recognised {
  const { point } = scene
  const loose = (point.size === 'month' || point.size === 'year') && point.edge === null
  const read = due(scene, end)
  if (!loose || !read.reading || read.reading.due === null) return read
  return {
    ...read,
    reading: {
      ...read.reading,
      kind: 'fuzzy',
      rule: `before ${read.reading.due.slice(0, point.size === 'year' ? 4 : 7)}, read as its end`,
    },
  }
}

function begins(scene: Scene, end: number): Recognised {
  const { point, year } = scene
  if (year === null) return unknown(scene, end, point.first)
  const start = dayIn(year, point.first, 'strict')
  return result(scene, end, { kind: start ? 'from' : 'fuzzy', due: null, start, rule: start ? null : 'no such day' })
}

function due(scene: Scene, end: number): Recognised {
  const { point, year, context } = scene
  if (year === null) return unknown(scene, end, point.last)
  const day = dayIn(year, point.last, point.size === 'day' ? 'strict' : 'clamp')
  if (!day) return result(scene, end, { kind: 'fuzzy', due: null, start: null, rule: 'no such day' })
  if (point.yearWord === 'printed' && isPast(day, context)) return { ...nothing(scene), end }
  const implied = point.yearWord === 'none' && context.sentenceYear === null
  if (implied && context.signed && monthsBefore(day, context.signed) >= 2) {
    const later = dayIn(year + 1, point.last, 'clamp')
    return result(scene, end, { kind: 'fuzzy', due: later, start: null, rule: 'year taken from the day of signing' })
  }
  return result(scene, end, { kind: 'by', due: day, start: null, rule: null })
}

/** A printed day well before the signing is history (2000年底前建成的), no deadline. */
function isPast(day: PlainDate, { signed, year }: Context): boolean {
  if (signed) return monthsBefore(day, signed) >= 2
  return year !== null && Number(day.slice(0, 4)) < year - 1
}

function whole(scene: Scene): Recognised {
  const { point, year } = scene
  if (year === null) return unknown(scene, point.end, point.last)
  const [start, last] = [dayIn(year, point.first, 'clamp'), dayIn(year, point.last, 'clamp')]
  const { signed, sentenceYear } = scene.context
  if (point.yearWord === 'none' && sentenceYear === null && signed && last && last < signed)
    return monthsBefore(last, signed) >= 2
      ? nothing(scene)
      : result(scene, point.end, { kind: 'fuzzy', due: last, start, rule: 'over on the day of signing' })
  return result(scene, point.end, { kind: 'during', due: last, start, rule: null })
}

function ranged(scene: Scene, last: DatePoint): Recognised {
  const { point, year, context } = scene
  const lastYear = last.yearWord === 'none' ? year : yearOf(last, context)
  const tail = /^\s*(?:期间|之间|间|底?前|内|止)/.exec(scene.text.slice(last.end, last.end + 4))
  const end = last.end + (tail?.[0].length ?? 0)
  if (isInForce(scene.before, scene.text.slice(end, end + 8)) || /有效期/.test(scene.before))
    return { ...nothing(scene), end }
  if (year === null || lastYear === null) return unknown(scene, end, last.last)
  const [start, day] = [dayIn(year, point.first, 'strict'), dayIn(lastYear, last.last, 'clamp')]
  if (!start || !day || day < start)
    return result(scene, end, { kind: 'fuzzy', due: null, start: null, rule: 'no such period' })
  if (context.year !== null && lastYear < context.year) return { ...nothing(scene), end }
  if (point.yearWord === 'printed' && isPast(day, context)) return { ...nothing(scene), end }
  return result(scene, end, { kind: 'during', due: day, start, rule: null })
}

function secondPoint(scene: Scene, at: number): DatePoint | null {
  const point = readPoint(scene.text, at)
  if (point && !(point.size === 'year' && scene.point.size !== 'year')) return point
  return scene.point.size === 'day' ? readDayAfter(scene.text, at, scene.point) : null
}

function followingYear(scene: Scene): Recognised {
  const { point, after } = scene
  const word = BEFORE_WORD.exec(after)
  const end = point.end + (word?.[0].length ?? 0)
  if (point.size === 'year' && point.edge === null) return nothing(scene)
  const { month, day } = point.last
  const spot = `${two(month)}-${two(Math.min(day, daysInMonth(2001, month)))}`
  return result(scene, end, {
    kind: 'recurring',
    due: null,
    start: null,
    rule: `yearly by ${spot} of the following year`,
  })
}

/** 当年11月底前 falls in the document's year, or in every year of a standing rule. */
function sameYear(scene: Scene): Recognised {
  const { point, after, context } = scene
  const end = point.end + (BEFORE_WORD.exec(after)?.[0].length ?? 0)
  if (point.size === 'year' && point.edge === null) return nothing(scene)
  const due = context.year === null ? null : dayIn(context.year, point.last, 'clamp')
  return result(scene, end, { kind: 'fuzzy', due, start: null, rule: 'of the year in question' })
}

function early(scene: Scene): Recognised {
  const { point, year } = scene
  const month = year === null ? two(point.first.month) : `${year}-${two(point.first.month)}`
  const rule = point.size === 'year' ? `early ${year ?? 'year'}` : `early ${month}`
  const word = BEFORE_WORD.exec(scene.after)
  return result(scene, point.end + (word?.[0].length ?? 0), { kind: 'fuzzy', due: null, start: null, rule })
}

function unknown(scene: Scene, end: number, spot: { readonly month: number; readonly day: number }): Recognised {
  const rule = `${two(spot.month)}-${spot.day === 31 ? 'end' : two(spot.day)} of the document's year`
  return result(scene, end, { kind: 'due-year-unknown', due: null, start: null, rule })
}

function yearOf(point: DatePoint, context: Context): number | null {
  if (point.yearWord === 'printed') return point.year
  if (point.yearWord === 'this') return context.year
  if (point.yearWord === 'next') return context.year === null ? null : context.year + 1
  return context.sentenceYear ?? context.year
}

function monthsBefore(day: PlainDate, signed: PlainDate): number {
  const months = (date: PlainDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return months(signed) - months(day)
}

function result(scene: Scene, end: number, reading: Recognised['reading']): Recognised {
  const spoken = scene.point.yearWord === 'printed' || scene.point.yearWord === 'next'
  return { start: scene.start, end, reading, year: spoken ? scene.year : null }
}

function nothing(scene: Scene): Recognised {
  return { start: scene.start, end: scene.point.end, reading: null }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
