import type { PlainDate } from '../calendar/index.ts'
import { dateIn, dateLine } from './dates.ts'
import { isFragment } from './heads.ts'
import { type Line, shadowOf } from './lines.ts'
import { readNumbering } from './numbering.ts'
import { type Source, squeeze } from './source.ts'
import { endsBody, endsTitle } from './words.ts'

/** One part of a document: what the notice itself says, the text it promulgates, or an annex. */
export interface DocumentPart {
  readonly kind: 'cover' | 'main' | 'annex'
  /** 附件, 附件1; null for the others. */
  readonly label: string | null
  readonly title: string | null
  readonly titleLines: readonly Line[]
  readonly lines: readonly Line[]
}

export interface Signature {
  readonly issuer: string | null
  readonly date: PlainDate | null
}

export interface Parts {
  readonly parts: readonly DocumentPart[]
  readonly signature: Signature | null
  /** Lines of signatures and of notes on publication (此件公开发布), which belong to no provision. */
  readonly closing: readonly Line[]
  /** Lines printed behind the signature that belong before it. */
  readonly late: readonly Line[]
}

const ANNEX = /^附\s*[件表录]\s*(\d{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:[：.、]\s*(.*)|\|?\s*)$/
const NOTE =
  /^（(?:此件|本文有删减|联系)[^（）]{0,60}）$|^（?(?:此件)\S{0,20}(?:公开发布|公开)）?$|^抄送\s*：|^(?:主动公开|依申请公开|不予公开)$|^.{2,30}(?:办公室|办公厅|秘书处)\s*\d{4}年\d{1,2}月\d{1,2}日\s*(?:印发|印制)$/
const FOOTER = /ICP备|备案号|打印本页|关闭窗口|扫一扫|分享到|^(?:上一篇|下一篇)|版权所有|技术支持：|网站标识码|公网安备/
const ONE_LINE = /^([^，。；：（）|]{2,50}?)\s+((?:\d{4}|[一二][〇○零一二三四五六七八九]{3})\s*年.{2,12}日)$/

/** Divides the lines behind a document's head into its parts. `promulgated` is the name in the document's title. */
export function divide(source: Source, lines: readonly Line[], promulgated: string | null): Parts {
  const state = new Division(source, promulgated)
  for (let i = 0; i < lines.length; i += state.take(lines, i));
  return state.close()
}

/** The name of the text that a title promulgates: 《…》, or what stands between 印发 and 的通知. */
export function promulgatedName(title: string): string | null {
  const quoted = /(?:印发|发布|公布|转发|批转|下发)[^《]{0,24}《(.{4,120})》/.exec(title)
  if (quoted) return quoted[1] ?? null
  const plain = /(?:印发|发布|公布|转发|批转|下发)(.{4,120}?)的?(?:通知|决定|公告|通告)$/.exec(title)
  return plain?.[1] ?? null
}

class Division {
  private readonly source: Source
  private readonly promulgated: string | null
  private readonly parts: {
    kind: DocumentPart['kind']
    label: string | null
    title: string | null
    titleLines: Line[]
    lines: Line[]
  }[] = []
  private signature: Signature | null = null
  private readonly closing: Line[] = []
  private readonly late: Line[] = []
  /** How often each name of an annex has been given. */
  private readonly labels = new Map<string, number>()

  constructor(source: Source, promulgated: string | null) {
    this.source = source
    this.promulgated = promulgated === null ? null : bare(promulgated)
    this.open('cover', null)
  }

  /** Takes the line at `i` and says how many lines went with it. */
  take(lines: readonly Line[], i: number): number {
    const line = lines[i]
    const shadow = shadowOf(line)
    if (!line) return 1
    return (
      this.takeSigned(line, shadow) ||
      this.takeAnnex(lines, i) ||
      this.takeMain(lines, i) ||
      this.takePlain(line, shadow)
    )
  }

  close(): Parts {
    const parts = this.parts.filter((part) => part.lines.length > 0 || part.titleLines.length > 0)
    return { parts, signature: this.signature, closing: this.closing, late: this.late }
  }

  private takePlain(line: Line, shadow: string): number {
    if (shadow.length < 80 && shadow.length > 2 && (NOTE.test(shadow) || FOOTER.test(shadow))) this.closing.push(line)
    else {
      if (this.signature && this.parts.length === 1) this.late.push(line)
      this.current().lines.push(line)
    }
    return 1
  }

  private takeSigned(line: Line, shadow: string): number {
    if (shadow.length > 64 || !shadow.endsWith('日')) return 0
    const single = ONE_LINE.exec(shadow)
    if (single && endsBody(single[1] ?? '')) {
      this.sign(squeeze(single[1] ?? ''), dateIn(single[2] ?? ''), [line])
      return 1
    }
    const date = dateLine(shadow)
    if (date === null) return 0
    const { lines, kind } = this.current()
    const bodies: Line[] = []
    if (!isIssuer(shadowOf(lines.at(-1))) && (kind === 'annex' || this.holdsSerials(lines))) return 0
    while (lines.length > 0 && bodies.length < 8 && isIssuer(shadowOf(lines.at(-1)))) {
      const last = lines.pop()
      if (last) bodies.unshift(last)
    }
    const issuer =
      bodies.length === 0
        ? null
        : bodies.map((each) => issuersOf(this.source.text.slice(each.start, each.end))).join('、')
    this.sign(issuer, date, [...bodies, line])
    return 1
  }

  /** A day that stands alone below the headings of a table is one of its cells. */
  private holdsSerials(lines: readonly Line[]): boolean {
    return lines.some((line) => line.end - line.start < 8 && squeeze(shadowOf(line)) === '序号')
  }

  private sign(issuer: string | null, date: PlainDate | null, lines: readonly Line[]): void {
    this.signature ??= { issuer, date }
    for (const line of lines) this.closing.push(line)
  }

  private takeAnnex(lines: readonly Line[], i: number): number {
    const shadow = shadowOf(lines[i])
    if (shadow.length > 80 || !shadow.startsWith('附')) return 0
    const found = ANNEX.exec(shadow)
    if (!found || (found[2] && (!this.signature || /（略）|见附|另发/.test(found[2])))) return 0
    if (
      found[2] &&
      this.parts.length === 1 &&
      !/^附/.test(shadowOf(lines[i + 1])) &&
      readNumbering(shadow, shadow.length - found[2].length)
    )
      return 0
    if (!found[2] && lines[i + 1] === undefined) return 0
    const listed = found[2] || this.signature ? 0 : this.listedAnnexes(lines, i + 1)
    if (listed > 0) {
      this.closing.push(...lines.slice(i, i + 1 + listed))
      return 1 + listed
    }
    const label = `附件${found[1] ?? ''}`
    const part = this.open('annex', this.unique(label))
    const line = lines[i]
    if (line) part.titleLines.push(line)
    if (found[2]) part.title = squeeze(found[2])
    return 1 + (found[2] ? 0 : this.takeTitle(lines, i + 1, null))
  }

  /** How many lines from `i` only name annexes (附件： with 1. 2. 3. below it), above a day or a note that closes the text. */
  private listedAnnexes(lines: readonly Line[], i: number): number {
    const text = (n: number) => shadowOf(lines[i + n])
    let n = 0
    while (text(n).length < 70 && readNumbering(text(n), 0)?.number === n + 1 && !/[。；：]/.test(text(n))) n += 1
    const closed = [0, 1, 2].some((more) => dateLine(text(n + more)) !== null || NOTE.test(text(n + more)))
    return closed ? n : 0
  }

  private takeMain(lines: readonly Line[], i: number): number {
    if (this.parts.length > 1 || (lines[i]?.end ?? 0) - (lines[i]?.start ?? 0) > 110) return 0
    if (!this.signature && this.promulgated === null) return 0
    const whole = this.wholeTitle(lines, i)
    if (whole === 0) return 0
    this.open('main', null)
    this.takeTitle(lines, i, whole)
    return whole
  }

  /** How many lines from `i` make up the title of the promulgated text; 0 when they do not. */
  private wholeTitle(lines: readonly Line[], i: number): number {
    let text = ''
    for (let n = 1; n <= 4; n += 1) {
      const shadow = shadowOf(lines[i + n - 1])
      if (!isFragment(shadow) && !(n > 1 && /^（[^（）。]{1,24}）$/.test(shadow))) return 0
      text += bare(shadow)
      if (this.promulgated !== null && text === this.promulgated) return n
      const continued = this.promulgated?.startsWith(text) && text !== this.promulgated
      if (!continued && this.signature && endsTitle(squeeze(shadow)) && text.length >= 6) return n
    }
    return 0
  }

  private takeTitle(lines: readonly Line[], from: number, count: number | null): number {
    const part = this.current()
    let taken = 0
    let title = part.title ?? ''
    for (let i = from; i < lines.length && taken < (count ?? 3); i += 1) {
      const line = lines[i]
      const shadow = shadowOf(line)
      if (!line || (count === null && (!isFragment(shadow) || shadow.length > 50 || looksTabular(lines, i)))) break
      part.titleLines.push(line)
      title += squeeze(this.source.text.slice(line.start, line.end))
      taken += 1
      if (count === null && endsTitle(squeeze(shadow))) break
    }
    part.title = title === '' ? null : title
    return taken
  }

  private unique(label: string): string {
    const count = (this.labels.get(label) ?? 0) + 1
    this.labels.set(label, count)
    return count === 1 ? label : `${label}（${count}）`
  }

  private open(kind: DocumentPart['kind'], label: string | null) {
    const part = { kind, label, title: null, titleLines: [], lines: [] as Line[] }
    this.parts.push(part)
    return this.current()
  }

  private current() {
    const part = this.parts.at(-1)
    if (!part) throw new RangeError('a division always has a part')
    return part
  }
}

function isIssuer(shadow: string): boolean {
  return (
    shadow.length >= 2 &&
    shadow.length <= 40 &&
    !/[，。；：、（|]/.test(shadow) &&
    endsBody(shadow) &&
    readNumbering(shadow, 0) === null
  )
}

/** Bodies side by side on one line are set apart; a name that is only spaced out is put together. */
function issuersOf(text: string): string {
  const pieces = text.split(/\s+/)
  return pieces.length > 1 && pieces.every((piece) => piece.length > 2 && endsBody(piece))
    ? pieces.join('、')
    : pieces.join('')
}

function bare(text: string): string {
  return squeeze(text).replace(/[《》（）()“”]/g, '')
}

/** Short lines one under the other are the cells of a table, not a title. */
function looksTabular(lines: readonly Line[], i: number): boolean {
  return [0, 1, 2].every((n) => {
    const shadow = shadowOf(lines[i + n])
    return shadow.length <= 8 && shadow.length > 0
  })
}
