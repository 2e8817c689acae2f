import { type Joined, joinLines } from './joined.ts'
import { type Line, shadowOf } from './lines.ts'
import { type Numbering, readNumbering } from './numbering.ts'
import { isPartyName } from './parties.ts'
import type { Source } from './source.ts'
import { readTable, type Table } from './table.ts'

/** A paragraph, or a table, of a document's part. */
export type Block =
  | { readonly kind: 'paragraph'; readonly numbering: Numbering | null; readonly body: Joined; readonly line: number }
  | { readonly kind: 'table'; readonly table: Table; readonly line: number }

const LABEL_START =
  /^(?:市级|省级|区级|县级)?（?(?:总?牵头|责任|配合|主办|协办|承办|主责|参与|协同|落实|完成|实施|负责|分管|包联|整改|办结|时间|部门|职责|任务|工作)(?:责任|负责)?(?:省|市|州|县|区)?(?:单位|部门|科室|处室|机构|主体|时限|时间|期限|要求|节点|安排|领导|责任人|人|分工|支队|大队|处)(?:（[^（）]{1,8}）)?(?:\s*：|\s+\S|）)/
const LABEL_SIGNS = new Set('市省区县（总牵责配主协承参落完实负分包整办时部职任工')
const CLOSES = new Set('。！？…；')
const CLAUSE_END = /(?:负责|牵头|配合|落实|单位|部门|局|委|府|办|会)[^（）]{0,40}）[。；]?$/

/** 孙某某  县林业局副局长: one line of a list of appointments. */
const NAME_AND_POST =
  /^[\u4e00-\u9fa5](?:[\u4e00-\u9fa5]{1,2}|\s+[\u4e00-\u9fa5])\s+[\u4e00-\u9fa5]{4,30}(?:长|主任|员|书记|主席|师|经理|董事|监事)(?:（[^（）]{1,20}）)?$/

/** The line of a web page that says where and when it was put up: 某报 2023-01-08 20:20. */
const PUBLISHED = /^[^，。；]{0,20}\d{4}-\d{2}-\d{2} \d{2}：\d{2}(?:：\d{2})?$/

function startsWithLabel(shadow: string): boolean {
  return LABEL_SIGNS.has(shadow.charAt(0)) && LABEL_START.test(shadow)
}

function isPublished(shadow: string): boolean {
  const last = shadow.charAt(shadow.length - 1)
  return last >= '0' && last <= '9' && PUBLISHED.test(shadow)
}

/** Brings the lines of a part together into paragraphs and tables; lines broken by a page or a column are joined. */
export function readBlocks(source: Source, lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = []
  let open: OpenParagraph | null = null
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]
    if (!line) break
    const shadow = shadowOf(line)
    const table = mayBeTable(shadow) ? readTable(source, lines, i) : null
    if (table) {
      if (open) blocks.push(open.close())
      open = null
      blocks.push({ kind: 'table', table, line: line.no })
      i += table.length
      continue
    }
    i += 1
    const numbering = readNumbering(source.shadow, line.start)
    const fits = numbering && numbering.length <= shadow.length ? numbering : null
    if (open?.continues(shadow, fits, line)) open.add(line, shadow)
    else {
      if (open) blocks.push(open.close())
      open = new OpenParagraph(source, line, { shadow, numbering: fits })
    }
  }
  if (open) blocks.push(open.close())
  return blocks
}

function mayBeTable(shadow: string): boolean {
  return shadow.length <= 24 || shadow.includes('|') || shadow.includes('\t') || /^[序编]\s*号\s/.test(shadow)
}

/** A paragraph that is still being read. Keeps just enough of its end to know whether the next line goes on with it. */
class OpenParagraph {
  private readonly source: Source
  private readonly lines: Line[]
  private readonly numbering: Numbering | null
  private depth = 0
  private length = 0
  private tail = ''
  private stopped = false
  private readonly label: boolean

  constructor(source: Source, line: Line, first: { readonly shadow: string; readonly numbering: Numbering | null }) {
    this.source = source
    this.numbering = first.numbering
    this.lines = []
    this.label = startsWithLabel(first.shadow)
    this.add(line, first.shadow)
  }

  add(line: Line, shadow: string): void {
    this.lines.push(line)
    this.length += shadow.length
    this.depth = Math.max(0, this.depth + balance(shadow))
    this.stopped ||= shadow.includes('。') || shadow.includes('；')
    this.tail = (this.tail + shadow.slice(-60)).slice(-80)
  }

  /** Whether a line goes on with this paragraph. */
  continues(shadow: string, numbering: Numbering | null, line: Line): boolean {
    const last = this.tail.at(-1) ?? ''
    const open = this.depth > 0 && this.length < 3000
    if (line.jumpFrom !== undefined && !numbering && !/[。；！？：…]$/.test(this.tail)) return true
    if (numbering && !(open && numbering.rank >= 5 && !/^\d{1,3}[.、]/.test(shadow))) return false
    if (startsWithLabel(shadow)) return false
    if (open) return true
    if (CLOSES.has(last) || (last === '”' && /[。！？]”$/.test(this.tail))) return false
    if (NAME_AND_POST.test(this.tail) || isPublished(shadow) || isPublished(this.tail)) return false
    if (last === '：') return this.label && this.length < 12
    if (last === '）' && CLAUSE_END.test(this.tail)) return false
    if (this.label) return /[、，及和]$/.test(last)
    if (closesWithParties(this.tail) && !goesOnWithParties(shadow)) return false
    if (this.isHeading()) return goesOnWithHeading(this.tail, shadow, line.gap)
    return true
  }

  close(): Block {
    return {
      kind: 'paragraph',
      numbering: this.numbering,
      body: joinLines(this.source, this.lines),
      line: this.lines[0]?.no ?? 1,
    }
  }

  /** A numbered line without a full stop is a heading alone on its line. */
  private isHeading(): boolean {
    return this.numbering !== null && !this.stopped && this.length <= 60
  }
}

/** A heading broken by a column goes on where the next line soon ends it: 力。持续激发 … */
function goesOnWithHeading(tail: string, next: string, gap: boolean): boolean {
  if (/[、，—]$/.test(tail) || /[与和及的]$/.test(tail)) return true
  if (gap) return false
  const stop = next.search(/[。]/)
  return stop >= 0 && stop <= 8 && !/[，：]/.test(next.slice(0, stop))
}

/** …；责任单位：市卫健委、市财政局, without a stop behind it. */
function closesWithParties(tail: string): boolean {
  if (!tail.includes('：')) return false
  const list = /(?:单位|部门|科室|处室)：([^。；：（）]{2,60})$/.exec(tail)
  return (
    list !== null &&
    isPartyName(
      list[1]
        ?.split(/[、，]/)
        .at(-1)
        ?.trim() ?? '',
    )
  )
}

function goesOnWithParties(next: string): boolean {
  const first = next.split(/[、，；。]/)[0] ?? ''
  return !next.endsWith('。') || (isPartyName(first) && !/[要应须将于请]/.test(first))
}

function balance(shadow: string): number {
  let depth = 0
  for (let i = 0; i < shadow.length; i += 1) {
    const code = shadow.charCodeAt(i)
    if (code === 0xff08 || code === 0x300a || code === 0x201c) depth += 1
    else if (code === 0xff09 || code === 0x300b || code === 0x201d) depth -= 1
  }
  return depth
}
