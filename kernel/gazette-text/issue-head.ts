import { chineseNumber } from '../numeral/index.ts'
import { canonicalNumber, isNumberLine } from './heads.ts'
import { type Line, shadowOf } from './lines.ts'
import type { ContentsEntry, IssueHead } from './model.ts'
import { squeeze } from './source.ts'

const NO_HEAD: IssueHead = {
  title: null,
  year: null,
  number: null,
  serial: null,
  label: null,
  sponsor: null,
  publisher: null,
  contents: [],
}
const GAZETTE = /^[\u4e00-\u9fa5 ]{2,30}公报$/
const NUMBERED =
  /(?:(\d{4})\s*年?\s*[，·]?\s*)?第\s*(\d{1,4}|[一二三四五六七八九十]{1,4})\s*[期号](?:\s*（?\s*总\s*第?\s*(\d{1,5})\s*[期号]?\s*）?)?/
const CONTENTS = /^目\s*[录次]$/
const SECTION = /^[◎●◆■★○▲▌【]\s*([^】]{2,24})】?$/
const PAGED = /^(.*?)[\s.…·．—-]*\s(\d{1,4})$|^(.*?)[.…·．]{2,}\s*（?(\d{1,4})）?$/
const NUMBER_HEAD = /^([\u4e00-\u9fa5]{1,14}\s*[〔（]\s*(?:19|20)\d{2}\s*[〕）]\s*(?:第\s*)?\d{1,5}\s*号)/

/** Reads cover and contents of a gazette. `body` is the first line behind them; a lone document has no cover. */
export function readIssueHead(lines: readonly Line[]): { readonly head: IssueHead; readonly body: number } {
  const contentsAt = lines.findIndex((line, i) => i < 120 && CONTENTS.test(shadowOf(line)))
  const cover = lines.slice(0, contentsAt >= 0 ? contentsAt : coverEnd(lines))
  if (contentsAt < 0 && cover.length === 0) return { head: NO_HEAD, body: 0 }
  const contents = contentsAt < 0 ? { entries: [], end: cover.length } : readContents(lines, contentsAt + 1)
  return { head: { ...readCover(cover), contents: contents.entries }, body: contents.end }
}

/** Without contents a cover is only what stands above the first text and names a gazette and its issue. */
function coverEnd(lines: readonly Line[]): number {
  const first = lines.slice(0, 30)
  const named = first.findIndex((line) => GAZETTE.test(shadowOf(line)))
  if (named < 0 || named > 6) return 0
  let last = named
  first.forEach((line, i) => {
    const shadow = shadowOf(line)
    const coverish =
      GAZETTE.test(shadow) ||
      NUMBERED.test(shadow) ||
      /^(?:\d{4}|[A-Z ]+)$/.test(shadow) ||
      /^(?:主管|主办|编辑|出版|电话|邮编|地址|刊号|网址|印刷)/.test(shadow)
    if (i > named && i <= last + 2 && coverish && shadow.length < 60) last = i
  })
  return last + 1
}

function readCover(cover: readonly Line[]): Omit<IssueHead, 'contents'> {
  const texts = cover.map((line) => shadowOf(line))
  const title = texts.find((text) => GAZETTE.test(text) && text.length > 4) ?? null
  const numbers = texts.map((text, i) =>
    NUMBERED.exec(/^\d{4}$/.test(texts[i - 1] ?? '') && !/\d{4}/.test(text) ? `${texts[i - 1]}年${text}` : text),
  )
  const best = numbers.find((found) => found?.[1] && found[2]) ?? numbers.find((found) => found !== null)
  const serial = texts.map((text) => /总\s*第?\s*(\d{1,5})\s*[期号]/.exec(text)?.[1]).find((each) => each !== undefined)
  const year = best?.[1] ? Number(best[1]) : null
  const number = best ? chineseNumber(best[2] ?? '') : null
  const label =
    number === null ? null : `${year === null ? '' : `${year}年`}第${number}期${serial ? `（总第${serial}期）` : ''}`
  return {
    title: title === null ? null : squeeze(title),
    year,
    number,
    serial: serial ? Number(serial) : null,
    label,
    sponsor: after(texts, /^(?:主管主办|主办|主管|主办单位)\s*：/),
    publisher: after(texts, /^(?:编辑出版|编辑|出版|编辑单位|承办)\s*：/),
  }
}

/** The value behind a label of the cover, with the line below it where a column broke it. */
function after(texts: readonly string[], label: RegExp): string | null {
  const at = texts.findIndex((text) => label.test(text))
  if (at < 0) return null
  const value = squeeze((texts[at] ?? '').replace(label, ''))
  const below = texts[at + 1] ?? ''
  const broken = /^(?:办公室|办公厅|研究室|编辑部)$/.test(below) && !value.endsWith(below)
  return broken ? value + below : value || null
}

function readContents(
  lines: readonly Line[],
  from: number,
): { readonly entries: readonly ContentsEntry[]; readonly end: number } {
  const entries: ContentsEntry[] = []
  let section = ''
  let title = ''
  let end = from
  for (let i = from; i < lines.length && i < from + 400; i += 1) {
    const shadow = shadowOf(lines[i])
    const heading = SECTION.exec(shadow)
    const paged = PAGED.exec(shadow)
    const bare = !heading && !paged && isBareSection(shadow) && title === ''
    const ends = (bare || (!heading && !paged && shadow.endsWith('文件'))) && !goesOn(lines, i + 1)
    if (shadow.length > 120 || (!paged && isNumberLine(shadow)) || ends) break
    if (heading || bare) section = (heading?.[1] ?? shadow).trim()
    if (heading || bare) title = ''
    else if (paged) {
      entries.push(
        entryOf(section, title, { text: (paged[1] ?? paged[3] ?? '').trim(), page: Number(paged[2] ?? paged[4]) }),
      )
      title = ''
    } else title += squeeze(shadow)
    if (heading || bare || paged) end = i + 1
  }
  return { entries, end: entries.length === 0 ? from : end }
}

/** A heading of the contents without any mark: 市政府文件, 人事任免, 政务要事. */
function isBareSection(shadow: string): boolean {
  return (
    shadow.length <= 14 && /(?:文件|任免|人事|要事|动态|大事记|解读|文告|政务|选登|规章|文献|工作|统计)$/.test(shadow)
  )
}

/** Whether a page number still follows soon, so that the contents are not over. */
function goesOn(lines: readonly Line[], at: number): boolean {
  return [0, 1, 2].some((n) => PAGED.test(shadowOf(lines[at + n]).slice(0, 200)))
}

function entryOf(
  section: string,
  title: string,
  last: { readonly text: string; readonly page: number },
): ContentsEntry {
  const number = NUMBER_HEAD.exec(last.text)
  const rest = number ? last.text.slice(number[0].length).trim() : last.text
  const whole = title + squeeze(rest)
  const inner = number ? null : /[（]?([\u4e00-\u9fa5]{1,14}〔\d{4}〕\d{1,5}号)[）]?$/.exec(whole)
  return {
    section,
    title: inner ? whole.slice(0, inner.index) : whole,
    number: number ? canonicalNumber(number[1] ?? '') : inner ? canonicalNumber(inner[1] ?? '') : null,
    page: last.page,
  }
}
