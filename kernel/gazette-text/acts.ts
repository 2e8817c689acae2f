import { chineseNumber, type PlainDate } from '../calendar/index.ts'
import type { AppointmentRead } from './model.ts'
import { foldWidths } from './source.ts'

/** A line of a personnel notice: text with the source line on which it stands. */
export interface ActText {
  readonly text: string
  readonly line: number
}

interface Context {
  readonly document: string
  readonly date: PlainDate | null
}

type Action = AppointmentRead['action']

interface Found {
  readonly people: readonly string[]
  readonly action: Action
  readonly post: string
  readonly note: string | null
}

const NAME = '[\\u4e00-\\u9fa5]{1,4}(?:·[\\u4e00-\\u9fa5]{1,8}){0,3}'
const PERSON = `${NAME}(?:（[^（）]{1,10}）)?(?:同志)?`
const PEOPLE = `${PERSON}(?:[、和]${PERSON}){0,40}`
const GIVE =
  '(?:决定)?(?:正式)?(?:任命|聘任|聘用|委派|委任|推荐|提名|选派|派|任用|同意|批准任命|续聘|续任|委托|指定|选举|建议任命|拟任)'
const TAKE = '(?:决定)?(?:免去|免除|解聘|撤销|撤去|罢免|解除|停止)'
const APPOINT = new RegExp(
  `^${GIVE}?：?(${PEOPLE})(?:等\\d{1,3}[名人位])?(?:，|,)?(?:兼任|兼|挂职?任?|担任|出任|任命为|聘任为|任|为|当选为|主持)(?!免)(.+)$`,
)
const REMOVE = new RegExp(`^${TAKE}：?(${PEOPLE})(?:所?(?:担任|兼任|兼任的|任))?的?(.+?)(?:职务|职位)?$`)
const REMOVE_PLAIN = new RegExp(
  `^(${PEOPLE})的(.+?)(?:职务|职位)(?:予以免去|免去|自然免除|自行免除|随之免除|相应免除|同时免去|自然免去)?$`,
)
const NO_LONGER = new RegExp(
  `^(${PEOPLE})，?(?:不再担任|不再兼任|不再任|辞去|退休，?免去|免去)(?:其)?(?:所?(?:担任|兼任)的?)?(.+?)(?:职务|职位)?(?:的请求)?$`,
)
const LAPSE = /自然免除|自行免除|随之免除|相应免除|自然免去|自行免去/
const PROBATION = /试用期(?:为|：)?\s*([一二两三四五六七八九十半\d]{1,3})\s*(年|个月)/
const ASIDE =
  /（([^（）]*(?:试用期|列.{1,12}之[前后]|[正副]?[县处厅科部局股]级|级别|正职|副职|挂职|兼|任期|聘期|保留|排名|主持)[^（）]*)）/g
const VERB_WORDS = /^(?:推荐|提名|挂职|聘任|委派)/
const NOT_PEOPLE =
  /^(?:以上|上述|有关|本|各|经|根据|关于|同时|因|其|该|原|现|任命|免去|决定|聘任|职务|任期|聘期|试用|市|省|区|县|人民|自|从|时间|任职|推荐|委派)/

/**
 * The appointments and removals of a personnel notice, one for each person, in printed order. The form of an entry
 * decides (X为Y, X的Y职务), so entries that columns put under the wrong heading are read right.
 */
export function readActs(paragraphs: readonly ActText[], context: Context): readonly AppointmentRead[] {
  const acts: AppointmentRead[] = []
  let heading: Action | null = null
  let lastPeople: readonly string[] = []
  for (const paragraph of paragraphs) {
    for (const entry of entries(paragraph.text)) {
      const shadow = foldWidths(entry).replace(/\s+/g, '')
      heading = headingOf(shadow) ?? heading
      const probation = PROBATION.exec(shadow)
      const found = readEntry(shadow, heading, lastPeople)
      const months = probation ? monthsOf(probation) : null
      if (!found && months !== null) probate(acts, lastPeople, months)
      if (!found) continue
      lastPeople = found.people
      for (const person of found.people) {
        acts.push({
          person,
          action: found.action,
          post: found.post,
          date: context.date,
          document: context.document,
          probation_months: found.action === 'appoint' ? months : null,
          note: found.note,
          line: paragraph.line,
        })
      }
    }
  }
  return acts
}

/** A text whose sentences appoint or remove: its title or its form says so. */
export function isPersonnelTitle(title: string): boolean {
  return /任免|任职|免职|职务|任命|聘任|解聘|人事/.test(title) && !/办法|规定|条例|意见|方案/.test(title.slice(-6))
}

function entries(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i <= text.length; i += 1) {
    const char = text[i] ?? ''
    if (char === '（' || char === '(') depth += 1
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1)
    const ends = i === text.length || (depth === 0 && /[；;。\n]/.test(char))
    const turns =
      depth === 0 &&
      /[，,]/.test(char) &&
      /^(?:同时)?(?:决定)?(?:任命|免去|聘任|解聘|委派|推荐|不再|兼任?|试用期|[\u4e00-\u9fa5]{2,4}(?:同志)?(?:任|为|的))/.test(
        text.slice(i + 1, i + 14),
      ) &&
      !/^兼[^任]/.test(text.slice(i + 1, i + 3))
    if (!ends && !turns) continue
    if (i > from) parts.push(text.slice(from, i))
    from = i + 1
  }
  return parts
}

function headingOf(shadow: string): Action | null {
  const head = /(任命|聘任|委派|推荐|任职|免去|解聘|免职)(?:以下同志)?：?$/.exec(
    shadow.replace(/^.*?[，：](?=(?:决定)?(?:任命|免去))/, ''),
  )
  if (!head || shadow.length > 60) return null
  return /免|解/.test(head[1] ?? '') ? 'remove' : 'appoint'
}

function readEntry(shadow: string, heading: Action | null, lastPeople: readonly string[]): Found | null {
  const text = strip(shadow)
  const body = text.value.replace(/[，,]?(?:试用期|任期|聘期).*$/, '').replace(/[，。；、]+$/, '')
  if (body.length < 4 || body.length > 400) return null
  const own = body
    .replace(/^其(?=.*(?:职务|任))/, `${lastPeople.join('、')}的`)
    .replace(/^(免去|解聘)其/, `$1${lastPeople.join('、')}的`)
    .replace(/^同时/, '')
  const again = /^(?:兼任|兼)(.+)$/.exec(own)
  if (again && lastPeople.length > 0)
    return result(lastPeople.join('、'), again[1] ?? '', { action: 'appoint', note: text.note })
  const lapse = LAPSE.test(own)
  const plain = REMOVE_PLAIN.exec(own)
  const take = new RegExp(`^${TAKE}`).test(own)
  if (!take && plain)
    return result(plain[1] ?? '', plain[2] ?? '', {
      action: lapse ? 'lapse' : 'remove',
      note: lapse ? '职务自然免除' : text.note,
    })
  const removed = removal(own)
  if (removed) return result(removed.people, removed.post, { action: 'remove', note: text.note })
  const given = APPOINT.exec(own)
  if (given)
    return result(given[1] ?? '', given[2] ?? '', {
      action: 'appoint',
      note: text.note ?? VERB_WORDS.exec(own)?.[0] ?? null,
    })
  const listed = heading === null ? null : splitName(own)
  return listed && heading ? result(listed.person, listed.post, { action: heading, note: text.note }) : null
}

function removal(text: string): { readonly people: string; readonly post: string } | null {
  const gone = NO_LONGER.exec(text)
  if (gone && !new RegExp(`^${TAKE}`).test(text)) return { people: gone[1] ?? '', post: gone[2] ?? '' }
  const of = new RegExp(`^${TAKE}：?(${PEOPLE})(?:所?(?:担任|兼任|任))?的(.+?)(?:职务|职位)?$`).exec(text)
  if (of) return { people: of[1] ?? '', post: of[2] ?? '' }
  const found = REMOVE.exec(text)
  if (!found) return null
  const named = splitName(text.replace(new RegExp(`^${TAKE}：?`), ''))
  return named ? { people: named.person, post: named.post.replace(/(?:职务|职位)$/, '') } : null
}

/** 张三市财政局局长: a name and a post without anything between; the post begins at a word for a place or a rank. */
function splitName(text: string): { readonly person: string; readonly post: string } | null {
  const found =
    /^([\u4e00-\u9fa5]{2,4}?)(?:同志)?(?:担任|兼任|任)?((?:[\u4e00-\u9fa5]{2,6}(?:省|市|区|县|自治)|省|市|区|县|州|国家|中国|人民|教育|公安|财政|办公|集团).{2,})$/.exec(
      text,
    )
  return found ? { person: found[1] ?? '', post: found[2] ?? '' } : null
}

function strip(shadow: string): { readonly value: string; readonly note: string | null } {
  const notes: string[] = []
  const value = shadow.replace(ASIDE, (_, inside: string) => {
    if (!/^试用期/.test(inside)) notes.push(inside)
    return ''
  })
  const lead = value
    .replace(
      /^(?:经.{0,60}?(?:研究|决定|讨论|通过|同意)，?)?(?:现)?(?:市|省|区|县)?(?:人民)?(?:政府)?(?:研究)?决定[，：]?(?=.)/,
      '',
    )
    .replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.]/, '')
    .replace(/^[：，]/, '')
  return { value: lead, note: notes.length === 0 ? null : notes.join('；') }
}

function result(
  people: string,
  post: string,
  rest: { readonly action: Action; readonly note: string | null },
): Found | null {
  const named = people
    .split(/[、和]/)
    .map((each) => each.replace(/（[^（）]*）/g, '').replace(/同志$/, ''))
    .filter((each) => each !== '')
  const clean = post
    .replace(/^(?:的|为|任|兼任|担任)/, '')
    .replace(/(?:职务|职位)$/, '')
    .replace(/[，。；：]+$/, '')
  if (named.length === 0 || clean.length < 2 || named.some((each) => each.length < 2 || NOT_PEOPLE.test(each)))
    return null
  return { people: named, action: rest.action, post: clean, note: rest.note }
}

function monthsOf(found: RegExpExecArray): number | null {
  if (found[1] === '半') return 6
  const amount = chineseNumber(found[1] ?? '')
  return amount === null ? null : found[2] === '年' ? amount * 12 : amount
}

/** 试用期一年 behind a comma belongs to the entry before it. */
function probate(acts: AppointmentRead[], people: readonly string[], months: number): void {
  for (let i = acts.length - 1; i >= 0 && i >= acts.length - people.length; i -= 1) {
    const act = acts[i]
    if (act && act.action === 'appoint' && people.includes(act.person)) acts[i] = { ...act, probation_months: months }
  }
}
