import type { Span, TargetRead } from './model.ts'

/** A target with its place in the text. */
export interface PlacedTarget extends TargetRead {
  readonly span: Span
}

const UNIT =
  '(?:个百分点|百分点|%|‰|：1|个工作日|工作日|个小时|小时|分钟|个月|天|日|(?:万|亿)?(?:平方米|平方公里|公里|立方米|千瓦时|千瓦|吨标准煤|吨|亩|公顷|元|美元|人次|人|户|家|个|项|件|场次|场|次|名|所|座|条|批|篇|台套|台|辆|套|类|处|张|种|时户|株|头|只|例|位|期|门|款|部|支|组|对))'
const AMOUNT = new RegExp(
  `(\\d{1,9}(?:[,，]\\d{3})*(?:\\.\\d{1,4})?)\\s*(万|亿|千)?\\s*(${UNIT})?\\s*(以上|以内|以下|左右|及以上|之内|内)?`,
  'y',
)
/** What can stand behind the first digits of an amount: most numbers are years, months and marks. */
const BEHIND_DIGITS = new Set(
  ' \t\n,，.万亿千个百%‰：工小分天日平公立吨亩元美人户家项件场次名所座条批篇台辆套类处张种时株头只例位期门款部支组对',
)
const UP =
  /(?:达到|达|提高到|提高至|提升至|提升到|增加到|增长|增加|提升|提高|扩大到|扩大至|突破|超过|超|高于|不低于|不少于|不得少于|不得低于|不小于|至少|新增|培育|建成|建设|创建|新建|完成|引进|举办|打造|改造|组织|开展|培训|实现|力争|认定|发展|增至|增速|保持在|稳定在|恢复到|为)\s*$/
const DOWN =
  /(?<!不得?)(?:低于|少于)\s*$|(?:压缩至|压缩到|压减至|压减到|缩短至|缩短到|降至|降到|下降到|降低到|降低至|减至|减少到|减少至|控制在|不超过|不得超过|不高于|不大于|限于|压减为|压缩为|精简至|下降|降低|减少|压减|缩短)\s*$/
/** A change by so much, not a level: 增长6%, 减少1.1万时户. The word belongs to what is measured. */
const CHANGE = /(?:增长|增加|提升|提高|增速|增收|下降|降低|减少|压减|缩短)\s*$/
/** Work that is counted in its own words: 职业技能培训6万人, 危旧房改造300户. */
const WORK = /[\p{L}”]{2}(?:培训|改造|建设|认定)\s*$/u
/** What comes before the thing itself: who is urged, and by when. */
const LEAD_IN =
  /^(?:.{0,20}(?:力争|确保|争取)|\s*(?:实现|使|将|并|要|全[市省县区国]|今年|年内|(?:到|至)?\s*\d{4}\s*年(?:底|末)?前?|\d{1,2}月(?:底|份)?前?|年底前?))\s*/
/** How it is to come about: 由3个逐步(压减至2个). */
const COURSE = /(?:[由从]\d+(?:\.\d+)?[^\d\s，。]{0,4}?)?(?:逐步|逐渐|进一步|分别|均|力争)?\s*$/
const HOURS = /^(?:个?工作日|个?小时|分钟|天|日)$/
const ABOUT = /(?:约|大约|大概|预计)\s*$/

/** The figures that a text sets as goals: 达到99%以上, 不超过3个工作日, 新增100家以上. Plain counts and amounts are none. */
export function readTargets(text: string, shadow: string): readonly PlacedTarget[] {
  const targets: PlacedTarget[] = []
  for (let at = 0; at < shadow.length; at += 1) {
    if (!isDigit(shadow.charCodeAt(at))) continue
    let end = at + 1
    while (isDigit(shadow.charCodeAt(end))) end += 1
    const found = BEHIND_DIGITS.has(shadow.charAt(end)) ? amountAt(shadow, at) : null
    if (found && found.unit !== '' && !'.第〔'.includes(shadow.charAt(at - 1) || ' ')) {
      const target = readOne(text, shadow, found)
      if (target) targets.push(target)
    }
    at = Math.max(end, at + (found?.whole.length ?? 0)) - 1
  }
  return targets
}

interface Amount {
  readonly at: number
  readonly whole: string
  readonly digits: string
  readonly unit: string
  readonly tail: string
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function amountAt(shadow: string, at: number): Amount | null {
  AMOUNT.lastIndex = at
  const found = AMOUNT.exec(shadow)
  if (!found) return null
  const [whole, digits = '', scale = '', unit = '', tail = ''] = found
  return { at, whole: whole.trimEnd(), digits, unit: unit && scale + unit, tail }
}

function readOne(text: string, shadow: string, amount: Amount): PlacedTarget | null {
  const { at, whole } = amount
  const before = shadow.slice(Math.max(0, at - 60), at)
  const clause = before.slice(
    Math.max(before.lastIndexOf('。'), before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('\n')) +
      1,
  )
  const ending = clause.slice(-16)
  const [up, down, about] = [UP.exec(ending), DOWN.exec(ending), ABOUT.exec(ending)]
  const change = CHANGE.test(ending)
  const hurry = HOURS.test(amount.unit) && /(?:力争|实现|完成)\s*$/.test(ending)
  const op = hurry
    ? '<='
    : opOf(amount.tail, {
        up: up?.[0] ?? null,
        down: down?.[0] ?? null,
        about: about !== null,
        change,
      })
  if (op === null) return null
  const verb = change || WORK.test(ending) ? 0 : ((down ?? up ?? about)?.[0].length ?? 0)
  const metric = metricOf(clause.slice(0, clause.length - verb)) || following(shadow, at + whole.length)
  const start = at - clause.length
  const end = at + whole.length
  const value = Number(amount.digits.replace(/[,，]/g, ''))
  if (!Number.isFinite(value) || end - start > 90) return null
  const lead = text.slice(start, at).length - text.slice(start, at).trimStart().length
  const span = { start: start + lead, end }
  return {
    phrase: text.slice(span.start, span.end),
    metric: metric || clause.trim(),
    op,
    value,
    unit: amount.unit,
    span,
  }
}

function metricOf(words: string): string {
  const before = words.replace(LEAD_IN, '')
  if (before !== words) return metricOf(before)
  return words.replace(COURSE, '').trim()
}

/** Where nothing is said before the figure, what it is of stands behind it: 力争24小时退税到账. */
function following(shadow: string, end: number): string {
  return /^[^，。；、（\n]{2,20}/.exec(shadow.slice(end))?.[0].trim() ?? ''
}

function opOf(
  tail: string,
  verbs: {
    readonly up: string | null
    readonly down: string | null
    readonly about: boolean
    readonly change: boolean
  },
): TargetRead['op'] | null {
  if (tail === '左右' || verbs.about) return 'about'
  if (verbs.change) return tail === '以内' || tail === '以下' ? '<=' : '>='
  if (verbs.down !== null) return /^(?:低于|少于)/.test(verbs.down) ? '<' : '<='
  if (tail === '以内' || tail === '以下' || tail === '之内' || tail === '内')
    return verbs.up === null && tail === '内' ? null : '<='
  if (verbs.up === null) return tail === '以上' || tail === '及以上' ? '>=' : null
  if (/突破|超过|超|高于/.test(verbs.up)) return '>'
  if (/^为/.test(verbs.up) && tail === '') return '='
  return '>='
}
