import type { PlainDate } from '../calendar/index.ts'
import { findDocumentNumber, writeDocumentNumber } from '../identifiers/index.ts'
import { dateIn, dateLine } from './dates.ts'
import { type Line, part, shadowOf } from './lines.ts'
import { readNumbering } from './numbering.ts'
import { type Source, squeeze } from './source.ts'
import { endsBody, endsLoneTitle, endsTitle } from './words.ts'

/** What stands above the text of a document. */
export interface DocumentHead {
  readonly number: string | null
  readonly title: string
  readonly masthead: string | null
  /** A day printed below the title or in the page's data, used where no signature gives one. */
  readonly date: PlainDate | null
  /** A year printed there without a day. */
  readonly year: number | null
  readonly addressees: string | null
  /** Words moved out of a salutation that columns scrambled; they end the first paragraph. */
  readonly strays: readonly Line[]
  /** The lines of the head; the text begins behind them. */
  readonly lines: readonly Line[]
}

const NUMBER_LINE =
  /^(?:文号|发文字号)?\s*：?\s*([\u4e00-\u9fa5]{0,14}\s*[〔（]\s*(?:19|20)\d{2}\s*[〕）]\s*(?:第\s*)?\d{1,5}\s*号)$/
/** …的实施意见（某政〔2017〕101号） */
const NUMBER_BEHIND = /（([\u4e00-\u9fa5]{2,12}[〔（](?:19|20)\d{2}[〕）]\d{1,5}号)）$/
const ORDER_LINE = /^(?:[\u4e00-\u9fa5]{2,30}令)?\s*（?\s*(第\s*[\d一二三四五六七八九十百]{1,5}\s*号)\s*）?$/
const TITLE_LINE =
  /^[\u4e00-\u9fa5（）、\d \d《》“”]{0,50}(?:关于|印发|转发|批转)[^。；！？]{2,160}(?:通知|意见|决定|公告|通告|通报|批复|复函|函|报告|命令)(?:（[^（）]{1,20}）)?$/
/** A title that begins with the body that issues it: words above it are the page's, unless they name another body. */
const WHOLE_TITLE =
  /^[\u4e00-\u9fa5]{2,24}(?:政府|办公室|办公厅|委员会|局|厅)关于.{4,100}(?:通知|意见|决定|公告|通告|通报|批复|函|报告)(?:（[^（）]{1,20}）)?$/
const CHRONICLE_TITLE =
  /^[^。，；：]{0,40}(?:(?:大事记|大事纪要|大事纪|要事记|纪事)\s*(?:（[^（）]{1,24}）|(?:19|20)\d{4})?(?:——[^。，；：]{2,30})?|(?:半月|一周|本周|每周|一月|本月|每月)大事)$/
const META =
  /^（?(?:发布日期|发布时间|发文日期|成文日期|来源|信息来源|索引号|索引编号|主题分类|发布机构|发文机关|公开方式|公开范围|作者|浏览次数|浏览量|点击数|文号|发文字号|有效性|生成日期|公开日期|字体|字号|时间|日期|责任编辑|名称|标题|主题词|体裁分类|组配分类|信息分类|分享到|打印|下载地址|浏览)\s*：/
/** Labels of a page's data alone on their lines, and values that are no words of a title. */
const PAGE_DATA =
  /^(?:索取号|索引号|载体类型|发布机构|发文机关|文件编号|文号|记录形式|公开类别|公开属性|关键词|主题词|内容描述|内容概述|(?:主题|体裁|信息|组配)分类|(?:发文|成文|发布|生成|公开|生效|失效)日期|有效性|公开(?:方式|范围|时限)|(?:主动|依申请)公开|纸质|电子|标题|名称|[\d/-]{8,40})$/
/** The rest of a title whose line broke before a bracket: （2022—2024年）的通知. */
const TITLE_REST = /^（[^（）：，。]{2,20}）[^：，。；（）]{1,40}$/
const PROMULGATES = /^.{0,40}(?:印发|转发|批转|下发)/
const OWN_END = /(?:通知|函|公告|决定|命令|令|通告|报告|批复)(?:（[^（）]{1,24}）)?$/
/** Titles of documents that follow a signature without a 文号 of their own. */
const PLAIN_TITLE =
  /^[\u4e00-\u9fa5“”]{2,44}(?:任免名单|任职名单|免职名单|公示|公告|通告|决议|大事记)(?:（[^（）]{1,24}）)?$/
const PASSED = /^（[^（）]{0,80}(?:通过|会议)[^（）]{0,20}）$/
const BREADCRUMB =
  /^(?:首页|当前位置|您的位置|您当前|网站首页|热门站点|收藏本站|设为首页)[\s：>|]|(?:【打印|关闭窗口】|字体：?【)/
const SALUTE_START =
  /^(?:各|国务院|省|市|区|县|自治区|有关|驻|全|中央|本|局|委|院|校|厅|机关|直属|\S{2,30}(?:政府|委员会|公司|局|集团|办事处|开发区|管委会|大学|学院|医院|中心|厅|部))/

/** What stands above the title of a document ends with one of these. */
const CLOSED = '。；！）:：日号…'

/** True where a line prints a 文号 and nothing else. */
export function isNumberLine(shadow: string): boolean {
  return shadow.endsWith('号') && shadow.length < 60 && NUMBER_LINE.test(shadow)
}

/**
 * The indexes of the lines on which documents begin, rising, with their heads. The first line is always one. `listed` are the titles without a 文号 that the contents print, without blanks.
 */
export function documentStarts(
  source: Source,
  lines: readonly Line[],
  listed: ReadonlySet<string>,
): ReadonlyMap<number, DocumentHead> {
  const text = (i: number) => shadowOf(lines[i])
  const starts: { readonly at: number; readonly head: DocumentHead }[] = []
  let taken = -1
  for (let i = 0; i < lines.length; i += 1) {
    if (i <= taken || text(i).length > 170) continue
    const begin =
      isNumberLine(text(i)) || isOrder(text(i), text(i - 1))
        ? back(text, i, taken + 1)
        : listed.has(squeeze(text(i)))
          ? i
          : titleStart(text, i)
    if (begin === null) continue
    const last = starts.at(-1)
    if (last && isOwnNumber(last.head, text(i))) continue
    const head = readHead(source, lines, begin)
    starts.push({ at: begin, head })
    taken = begin + head.lines.length - 1
  }
  if (starts[0]?.at !== 0) starts.unshift({ at: 0, head: readHead(source, lines.slice(0, starts[0]?.at), 0) })
  return new Map(starts.map(({ at, head }) => [at, head]))
}

/** Reads mastheads, 文号, title, page data and salutation from line `start` on. */
function readHead(source: Source, lines: readonly Line[], start: number): DocumentHead {
  const state = {
    number: null as string | null,
    title: '',
    masthead: null as string | null,
    date: null as PlainDate | null,
    year: null as number | null,
  }
  let i = start
  for (; i < lines.length && i < start + 24; i += 1) {
    const shadow = shadowOf(lines[i])
    const bars = i === start ? /^\|?\s*([^|]+?)\s*\|$/ : /^\|\s*([^|]+?)\s*\|$/
    const line = shadow.endsWith('|') ? shadow.replace(bars, '$1') : shadow
    if (line.length > 170 || (lines[i]?.jumpFrom && i > start)) break
    const gap = lines[i]?.gap === true
    if (!headLine(state, line, { next: shadowOf(lines[i + 1]), first: i === start, gap })) break
  }
  const salutation = readSalutation(source, lines, i)
  const titled =
    endsTitle(state.title) || state.number !== null || isLoneTitle(state.title) || PLAIN_TITLE.test(state.title)
  const body = salutation?.end ?? (titled ? i : start)
  const numbered = titled && state.number === null ? NUMBER_BEHIND.exec(state.title) : null
  return {
    ...state,
    number: numbered ? canonicalNumber(numbered[1] ?? '') : state.number,
    title: titled ? state.title.slice(0, numbered?.index) : '',
    addressees: salutation?.text ?? null,
    strays: salutation?.strays ?? [],
    lines: lines.slice(start, body),
  }
}

function headLine(
  state: { number: string | null; title: string; masthead: string | null; date: PlainDate | null; year: number | null },
  line: string,
  around: { readonly next: string; readonly first: boolean; readonly gap: boolean },
): boolean {
  const words = squeeze(line)
  if (META.test(words) || PAGE_DATA.test(words) || BREADCRUMB.test(line)) {
    state.date ??= dateIn(line)
    return setNumber(state, line)
  }
  const number = NUMBER_LINE.exec(line)
  if (number) return setNumber(state, line)
  const order = ORDER_LINE.exec(line)
  if (order && (state.masthead?.endsWith('令') || /令/.test(line))) {
    state.number ??= squeeze(
      line.startsWith('第') || line.startsWith('（') ? `${state.masthead ?? ''}${order[1]}` : line,
    )
    return true
  }
  if (/^（[^（）]{0,40}(?:\d{4}年|大会|会议|常务)[^（）]{0,60}）$/.test(line)) {
    state.date ??= dateIn(line)
    state.year ??= Number(/(\d{4})\s*年/.exec(line)?.[1] ?? 0) || null
    return state.title !== ''
  }
  if (
    isMasthead(line) &&
    (around.first || state.title === '') &&
    (isHeadish(around.next) || line.endsWith('文件') || line.endsWith('令'))
  ) {
    if (/(?:文件|令)$/.test(line) || isNumberLine(around.next)) state.masthead ??= squeeze(line.replace(/文件$/, ''))
    else state.title = squeeze(line)
    return true
  }
  return isIssuers(state, line, around.next) || titleLine(state, line, around.gap)
}

/** The bodies that issue it, between a title and the same title or its 文号 once more. */
function isIssuers(state: { readonly title: string }, line: string, next: string): boolean {
  return (
    endsTitle(state.title) &&
    (squeeze(next) === state.title || isNumberLine(next)) &&
    line.split(/[ 、]/).every((name) => endsBody(name))
  )
}

/** 某区2023年民生实事任务分解: a title by its year or by what it is about, ended by a word that titles of lists end with. */
function isLoneTitle(title: string): boolean {
  return title.length >= 9 && title.length <= 60 && endsLoneTitle(title) && /\d{4}年|关于/.test(title)
}

function setNumber(state: { number: string | null }, line: string): boolean {
  const found = NUMBER_LINE.exec(line)
  if (found) state.number ??= canonicalNumber(found[1] ?? '')
  return true
}

/** 某政发（2021）7号 printed with any brackets, as 某政发〔2021〕7号. */
export function canonicalNumber(printed: string): string {
  const known = findDocumentNumber(printed)
  return known ? writeDocumentNumber(known) : squeeze(printed)
}

function titleLine(
  state: { title: string; number: string | null; masthead: string | null },
  line: string,
  gap: boolean,
): boolean {
  const text = squeeze(line)
  if (state.number !== null && /^关于.{4,80}纪要$/.test(text) && !state.title.includes('关于')) {
    state.masthead ??= state.title || null
    state.title = text
    return true
  }
  const open = PROMULGATES.test(state.title) && !OWN_END.test(state.title)
  if (open && OWN_END.test(text) && isFragment(line) && state.title.length + text.length <= 170) {
    state.title += text
    return true
  }
  if (endsTitle(state.title)) {
    const again = text.replace(/[《》]/g, '') === state.title.replace(/[《》]/g, '')
    const bracket = /^（[^（）。]{1,24}）$/.test(line)
    if (open && bracket) state.title += text
    return again || bracket
  }
  if (gap && isLoneTitle(state.title)) return false
  if (!isFragment(line) || state.title.length + text.length > 170) return false
  const whole = WHOLE_TITLE.test(text) && !endsBody(state.title)
  state.title = whole ? text : state.title + text
  return true
}

/** A line that may be a piece of a title: short, unnumbered, not ended by a mark that ends sentences. */
export function isFragment(line: string): boolean {
  return (
    line.length > 0 &&
    line.length <= 110 &&
    !'；：！？、，'.includes(line.charAt(line.length - 1)) &&
    !line.includes('。') &&
    !line.includes('|') &&
    !(line.startsWith('（') && !TITLE_REST.test(line)) &&
    !line.includes('\t') &&
    !/\d\s*日$/.test(line) &&
    dateLine(line) === null &&
    !/^附件?(?:\d|：|$)|^(?:序\s*号|编\s*号)$/.test(line) &&
    !numbered(line)
  )
}

function numbered(line: string): boolean {
  return readNumbering(line, 0) !== null
}

function isMasthead(line: string): boolean {
  return (
    line.length <= 40 &&
    /(?:文件|令|公报|政府|办公室|办公厅|委员会|局|厅|国务院)$/.test(line) &&
    !/[，。、：；《]/.test(line)
  )
}

function isHeadish(line: string): boolean {
  return (
    isNumberLine(line) || /^关于/.test(line) || TITLE_LINE.test(line) || ORDER_LINE.test(line) || /文件$/.test(line)
  )
}

/** 第12号 below 某市人民政府令. */
function isOrder(line: string, above: string): boolean {
  return above.endsWith('令') && line.length < 20 && ORDER_LINE.test(line)
}

/** From a 文号 back over the title and masthead above it. */
function back(text: (i: number) => string, at: number, floor: number): number {
  let begin = at
  while (begin > floor && at - begin < 6 && isFragment(text(begin - 1)) && text(begin - 1).length <= 60) begin -= 1
  if (begin === at) return at
  const titled = endsTitle(squeeze(text(at - 1)))
  if (!titled && !isMasthead(text(at - 1)) && !ORDER_LINE.test(text(at - 1))) return at
  return begin
}

function titleStart(text: (i: number) => string, at: number): number | null {
  const line = text(at)
  const previous = text(at - 1)
  if (!CLOSED.includes(previous.charAt(previous.length - 1)) && !previous.startsWith('附件')) return null
  if (CHRONICLE_TITLE.test(line) && line.length <= 60 && !numbered(line)) return at
  if (dateLine(previous) && PLAIN_TITLE.test(line) && !text(at + 1).endsWith('日')) return at
  let whole = ''
  for (let length = 1; length <= 4; length += 1) {
    const piece = text(at + length - 1)
    if (!isFragment(piece)) return null
    whole += squeeze(piece)
    if (!TITLE_LINE.test(whole)) continue
    return leads(text, at + length) || at === 0 ? at : null
  }
  return null
}

/** What follows a title of a document and not a title that is only named: a 文号, page data or a salutation. */
function leads(text: (i: number) => string, at: number): boolean {
  const line = text(at)
  if (isNumberLine(line) || META.test(line) || ORDER_LINE.test(line) || PASSED.test(line)) return true
  const three = [line, text(at + 1), text(at + 2)]
  const end = three.findIndex((each) => each.endsWith('：'))
  return (
    end >= 0 &&
    SALUTE_START.test(line) &&
    three.slice(0, end + 1).every((each) => each.length < 170 && !/。/.test(each.slice(0, -4)))
  )
}

/** The document's own number once more, below a title printed twice or on top of a page, begins no other document. */
function isOwnNumber(last: DocumentHead, line: string): boolean {
  const printed = line.endsWith('号') ? NUMBER_LINE.exec(line)?.[1] : undefined
  return printed !== undefined && last.number === canonicalNumber(printed)
}

function readSalutation(
  source: Source,
  lines: readonly Line[],
  at: number,
): { readonly text: string; readonly end: number; readonly strays: readonly Line[] } | null {
  const strays: Line[] = []
  let text = ''
  for (let i = at; i < Math.min(at + 7, lines.length); i += 1) {
    const line = lines[i]
    const shadow = shadowOf(line)
    if (!line || shadow.length > 200 || (i === at && !SALUTE_START.test(shadow)) || numbered(shadow)) return null
    const stray = /[，、]([^，、。；：]{1,6}。)$/.exec(shadow)
    if (/。/.test(stray ? shadow.slice(0, stray.index) : shadow)) return null
    if (stray) strays.push(part(line, { start: line.end - (stray[1]?.length ?? 0), end: line.end }))
    text += source.text.slice(line.start, line.end - (stray?.[1]?.length ?? 0))
    if (shadow.endsWith('：') && !/(?:如下|通知|意见|决定|任命|免去|以下\S{0,6})：$/.test(shadow))
      return { text: text.replace(/[：:]\s*$/, ''), end: i + 1, strays }
    if (dateLine(shadow) || (endsBody(shadow) && dateLine(shadowOf(lines[i + 1])))) return null
  }
  return null
}
