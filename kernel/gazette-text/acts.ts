import type { PlainDate } from '../calendar/index.ts'
import { chineseNumber } from '../numeral/index.ts'
import type { AppointmentRead } from './model.ts'
import { foldWidths, squeeze } from './source.ts'
import { foldTraditional } from './traditional.ts'

/** A line of a personnel notice: text with the source line on which it stands. */
export interface ActText {
  readonly text: string
  readonly line: number
}

type Action = AppointmentRead['action']

/** One entry as read: who, what, which post. */
interface Act {
  readonly people: readonly string[]
  readonly action: Action
  readonly post: string
  readonly note: string | null
}

const GIVE = /^(?:正式)?(?:任命|聘任|聘用|委派|委任|推荐|提名|选派|任用|续聘|委托|选举|派)(?!为|职务)：?/
const TAKE = /^(?:免去|免除|解聘|撤销|撤去|罢免|解除|停止)：?/
const PREFACE =
  /^(?:[^；。：]{0,60}(?:任免|任职|免职|人事)[^；。：]{0,8}：)?(?:会议(?:还|并|同时)?)?(?:其中)?(?:(?:因|由于|鉴于|根据|按照)[^，。；]{2,80}，)?(?:经[^。；]{0,80}?(?:研究|讨论|审议|批准|同意|通过|考核|考察|期满)[^，：；]{0,6}[，：]?)?(?:[^，：；。]{0,100}?(?:研究)?决定[，：]?)?(?:现|并|同时|拟|建议|同意|批准|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.])*[，：]?/
const LINK =
  /(?:聘任为|任命为|兼任|挂任|挂职任|担任|出任|当选为|代理(?=[\u4e00-\u9fa5]{4})|任(?![免职务期命])|为(?!任))/g
const GONE = /^(.{2,60}?)，?(?:同志)?，?(?:不再担任|不再兼任|不再任|辞去|免去)(?:其)?(?:所?(?:担任|兼任)的?)?(.+)$/
const RESIGNED =
  /接受(.{2,8}?)(?:同志)?(?:提出的)?(?:辞去|辞职)(?:其)?(?:所?(?:担任|兼任)的?)?(.{4,40}?)(?:职务)?(?:的)?(?:请求|申请)/
const LAPSED = /(?:自然|自行|随之|相应)(?:免除|免去)/
const POST_FIRST =
  /^原?(.{4,40}(?:主任|局长|委员|书记|院长|所长|处长|科长|经理|校长|秘书长|专员|调研员|台长|站长|队长|会长|主席|厅长|部长|馆长|董事|监事|长|员))([\u4e00-\u9fa5]{2,3}?)的?(?:原任)?职务/
/** Where the posts of one person end: at a comma, unless another post stands behind it (某局局长，某公司董事长). */
const NO_POST =
  /，(?![^，。；]{2,40}(?:书记|主任|局长|主席|董事长|总经理|院长|校长|部长|会长|委员|监事|董事)(?:职务)?(?:，|$)).*$/
const POST_BEGINS =
  /^(?:[\u4e00-\u9fa5]{2,4}(?:省|市|区|县|州|自治)|省|市|区|县|州(?!市)|国家|中国|人民|教育|公安|财政|办公|集团)/
const PROBATION = /试用期(?:为|：)?\s*([一二两三四五六七八九十半\d]{1,3})\s*(年|个月)/
const ASIDE =
  /（([^（）]*(?:试用期|列.{1,12}之[前后]|[正副]?[县处厅科部局股]级|级别|正职|副职|挂职|任期|聘期|保留|职务变动|排名|主持|退休|到龄|另有任用|调离|调出)[^（）]*)）/g
const TURN =
  /^(?:同时|其中)?(?:决定)?(?:任命|免去|聘任|解聘|委派|推荐|提名|不再|兼任|兼(?=[\u4e00-\u9fa5]{4})|试用期|(?<=决定)[\u4e00-\u9fa5]{2,3}为|[\u4e00-\u9fa5]{2,3}为[\u4e00-\u9fa5]{4}|(?:[\u4e00-\u9fa5]{2,4}、){0,8}[\u4e00-\u9fa5]{2,4}(?:等\d{1,2}[名位]?)?同志(?:任|为|的))/
const NO_NAME =
  /^(?:会议|国务院|提出|以上|上述|有关|本|各|经|根据|关于|同时|因|其|该|原|现|任命|免去|决定|聘任|职务|任期|聘期|试用|市政|省政|区政|县政|人民|自|从|时间|任职|推荐|委派|下列|如下|正式|考核)/

/** The words as printed of what was read in plain characters; spaces count in neither. */
function asPrinted(read: string, plain: string, printed: string): string {
  const at = plain.indexOf(read)
  return at < 0 ? read : printed.slice(at, at + read.length)
}

/**
 * The appointments and removals of a personnel notice, one for each person, in printed order. The form of an entry
 * decides (X为Y, X的Y职务), so entries that columns put under the wrong heading are read right.
 */
export function readActs(
  paragraphs: readonly ActText[],
  context: { readonly document: string; readonly date: PlainDate | null },
): readonly AppointmentRead[] {
  const acts: AppointmentRead[] = []
  let heading: Action | null = null
  let last: readonly string[] = []
  for (const paragraph of paragraphs) {
    const wide = foldWidths(paragraph.text)
    const plain = foldTraditional(wide)
    for (const { from, to } of entries(plain)) {
      const shadow = plain.slice(from, to)
      const [squeezed, printed] = [squeeze(shadow), squeeze(wide.slice(from, to))]
      heading = headingOf(squeezed) ?? heading
      const months = monthsIn(shadow)
      const read = readEntry(shadow, heading, last)
      if (!read && months !== null) prolong(acts, last, months)
      if (!read) continue
      const { action, note } = read
      const probation_months = action === 'appoint' ? months : null
      const post = asPrinted(read.post, squeezed, printed)
      last = read.people.map((person) => asPrinted(person, squeezed, printed))
      for (const person of last)
        acts.push({ person, action, post, ...context, probation_months, note, line: paragraph.line })
    }
  }
  return acts
}

/** A text whose sentences appoint or remove: its title says so, and it is no rule about appointing. */
export function isPersonnelTitle(title: string): boolean {
  return (
    /任免|任职|免职|职务|任命|聘任|解聘|人事|辞职|代理[\u4e00-\u9fa5]{2,24}[长任]的/.test(title) &&
    !/(?:办法|规定|条例|意见|方案|细则|制度)$/.test(title)
  )
}

/** Entries end at ；。 and line ends, and at a comma behind which another act begins; never inside brackets. */
function entries(text: string): readonly { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i <= text.length; i += 1) {
    const char = text[i] ?? ''
    if (char === '（') depth += 1
    else if (char === '）') depth = Math.max(0, depth - 1)
    const stops = i === text.length || (depth === 0 && '；。\n'.includes(char))
    if (!stops && !(depth === 0 && char === '，' && TURN.test(text.slice(i + 1, i + 60)))) continue
    if (i > from) parts.push({ from, to: i })
    from = i + 1
  }
  return parts
}

function headingOf(text: string): Action | null {
  const head = /(?:^|[，：]|决定|批准)(任命|聘任|委派|推荐|任职|免去|解聘|免职)(?:下列|以下)?(?:同志|人员)?：?$/.exec(
    text,
  )
  if (!head || text.length > 80) return null
  return /免|解/.test(head[1] ?? '') ? 'remove' : 'appoint'
}

function readEntry(shadow: string, heading: Action | null, last: readonly string[]): Act | null {
  if (shadow.length > 500) return null
  const { text, note } = withoutAsides(shadow.replace(/\s+/g, ''))
  const body = text.replace(PREFACE, '').replace(/[，；：、。]+$/, '')
  if (body.length < 4) return null
  const resigned = RESIGNED.exec(text)
  const resigners = resigned ? names(resigned[1] ?? '') : null
  if (resigned && resigners) return act(resigners, resigned[2] ?? '', { action: 'remove', note: '接受辞职' })
  const again = last.length > 0 ? pronoun(body, last, note) : null
  if (again) return again
  if (TAKE.test(body)) return removal(body.replace(TAKE, ''), note)
  if (!GIVE.test(body)) {
    const gone = departure(body, note)
    if (gone) return gone
  }
  const verb = GIVE.exec(body)?.[0].replace('：', '') ?? ''
  const mention = /推荐|提名|委派|聘任/.test(verb) ? verb : null
  return appointment(body.replace(GIVE, ''), note ?? mention) ?? listed(shadow, heading, note)
}

/** 免去其…职务, 不再担任…, 兼…: said of the person of the entry before. */
function pronoun(body: string, last: readonly string[], note: string | null): Act | null {
  const taken = /^(?:免去其|免去(?=原任)|解聘其|不再担任|不再兼任|不再任|辞去)(?:原任|所?(?:担任|兼任))?的?(.+)$/.exec(
    body,
  )
  if (taken) return act(last, taken[1] ?? '', { action: 'remove', note })
  const given = /^(?:其?兼任?|任命其为|其任|(?:提名|推荐)其?(?:任|为))(.{4,})$/.exec(body)
  return given ? act(last, given[1] ?? '', { action: 'appoint', note }) : null
}

/** What stands behind 免去: 甲、乙的某职务, 甲同志某职务, or 甲某市某局局长职务 without anything between. */
function removal(text: string, note: string | null): Act | null {
  for (const found of text.matchAll(/同志的?|所?(?:担任|兼任|任)的|的/g)) {
    const people = names(text.slice(0, found.index))
    if (people) return act(people, text.slice(found.index + found[0].length), { action: 'remove', note })
  }
  const bare = nameAndPost(text)
  return bare ? act([bare.person], bare.post, { action: 'remove', note }) : null
}

/** 甲的某职务 with or without 自然免除; 甲不再担任某职务; 原某主任甲的职务自然免除. */
function departure(text: string, note: string | null): Act | null {
  const lapsed = LAPSED.test(text)
  const gone = lapsed ? null : GONE.exec(text)
  const goers = gone ? names(gone[1] ?? '') : null
  if (gone && goers) return act(goers, gone[2] ?? '', { action: 'remove', note })
  const of = text.indexOf('的')
  const people = of > 0 ? names(text.slice(0, of)) : null
  const post = /^(.+?)(?:职务|职位)(?:，|因|予以|自然|自行|随之|相应|同时|免|$)/.exec(text.slice(of + 1))
  if (people && post)
    return act(people, post[1] ?? '', { action: lapsed ? 'lapse' : 'remove', note: lapsed ? '职务自然免除' : note })
  const first = lapsed ? POST_FIRST.exec(text) : null
  return first ? act([first[2] ?? ''], first[1] ?? '', { action: 'lapse', note: '职务自然免除' }) : null
}

function appointment(text: string, note: string | null): Act | null {
  for (const link of text.matchAll(LINK)) {
    const people = names(text.slice(0, link.index).replace(/等\d{0,3}[名人位]?(?:同志)?$/, ''))
    if (people) return act(people, text.slice(link.index + link[0].length), { action: 'appoint', note })
  }
  return null
}

/** Below 任命： or 免去： a name and a post with only a space, or nothing, between them. */
function listed(shadow: string, heading: Action | null, note: string | null): Act | null {
  if (heading === null) return null
  const spaced = /^\s*([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]\s[\u4e00-\u9fa5])\s+(\S{4,60})\s*$/.exec(shadow)
  const people = spaced ? names((spaced[1] ?? '').replace(/\s/g, '')) : null
  if (spaced && people) return act(people, (spaced[2] ?? '').replace(ASIDE, ''), { action: heading, note })
  return null
}

/** 张三市财政局局长: the post begins at a word for a place, a body or a level; names have three signs before two or four. */
function nameAndPost(text: string): { readonly person: string; readonly post: string } | null {
  for (const length of [3, 2, 4]) {
    const [person, post] = [text.slice(0, length), text.slice(length)]
    if (/[省市区县州]$/.test(person) || !POST_BEGINS.test(post) || post.length < 4) continue
    if (names(person)) return { person, post }
  }
  return null
}

/** The persons of a list, or null where a piece of it is no name. */
function names(text: string): readonly string[] | null {
  const plain = text.replace(/（[^（）]{1,16}）/g, '').replace(/[，：]$/, '')
  if (plain.length < 2 || plain.length > 300) return null
  const people = plain.split(/[、和]/).map((each) => each.replace(/(?:同志)?(?:正式|原任|原担任|所任)?$/, ''))
  const fits = people.every(
    (each) =>
      /^(?:[\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]{1,10}(?:·[\u4e00-\u9fa5]{1,10}){1,3})$/.test(each) &&
      !NO_NAME.test(each),
  )
  return fits ? people : null
}

function act(people: readonly string[], post: string, rest: Pick<Act, 'action' | 'note'>): Act | null {
  const candidate = /人选$/.test(post) ? '人选' : null
  const clean = post
    .replace(NO_POST, '')
    .replace(/^[的为任：]+/, '')
    .replace(/(?:的)?(?:职务|职位)?(?:人选|的请求)?$/, '')
    .replace(/(?:职务|职位)$/, '')
  return clean.length < 2 ? null : { people, action: rest.action, post: clean, note: rest.note ?? candidate }
}

/** Takes ranks, order and probation in brackets off an entry; all but the probation are its note. */
function withoutAsides(shadow: string): { readonly text: string; readonly note: string | null } {
  const notes: string[] = []
  const text = shadow.replace(ASIDE, (_, inside: string) => {
    if (!inside.startsWith('试用期')) notes.push(inside)
    return ''
  })
  return {
    text: text.replace(/[，,]?(?:试用期|任期|聘期)[^，；]*$/, ''),
    note: notes.length === 0 ? null : notes.join('；'),
  }
}

function monthsIn(shadow: string): number | null {
  const found = PROBATION.exec(shadow)
  if (!found) return null
  if (found[1] === '半') return 6
  const amount = chineseNumber(found[1] ?? '')
  return amount === null ? null : found[2] === '年' ? amount * 12 : amount
}

/** 试用期一年 behind a comma belongs to the entry before it. */
function prolong(acts: AppointmentRead[], people: readonly string[], months: number): void {
  for (let i = acts.length - 1; i >= 0 && i >= acts.length - people.length; i -= 1) {
    const given = acts[i]
    if (given?.action === 'appoint' && people.includes(given.person)) acts[i] = { ...given, probation_months: months }
  }
}
