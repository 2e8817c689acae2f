import { type PlainDate, readDeadlines } from '../calendar/index.ts'
import { isPersonnelTitle, readActs } from './acts.ts'
import { readBlocks } from './blocks.ts'
import { isChronicle, readChronicleDocument } from './chronicle-document.ts'
import { dateIn } from './dates.ts'
import type { DocumentHead } from './heads.ts'
import { concat, linePieces, sourceOffset } from './joined.ts'
import { type Line, shadowOf } from './lines.ts'
import type { AppointmentRead, DocumentRead, DocumentReading, Fault, MilestoneRead } from './model.ts'
import { type Node, outline } from './outline.ts'
import type { DocumentLines } from './page-jumps.ts'
import { type DocumentPart, divide, type Parts, promulgatedName } from './parts.ts'
import { partProvision } from './provisions.ts'
import { type PartTree, selectMeasures } from './select-measures.ts'
import type { Source } from './source.ts'
import { endsBody } from './words.ts'

const KINDS =
  '任免|大事记|命令|令|决定|公告|通告|意见|通知|通报|报告|请示|批复|议案|复函|函|纪要|办法|规定|细则|方案|要点|规划|计划|条例|目录|清单|措施'
const KIND = new RegExp(`(${KINDS})(?:（[^（）]*）)?$`)
/** Readings explain a document and are signed by nobody. */
const READING = /(?:解读|问答)$/
const FORCE =
  /自\s*((?:\d{4}|[一二][〇○零一二三四五六七八九]{3})\s*年[^，。；]{2,10}日|印发之日|发布之日|公布之日)起\s*(?:正式)?(?:施行|实施|生效|试行|执行)/
const EXPIRY = /有效期(?:限)?(?:至|到|为)?[^\d。；]{0,4}(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)/

/** Reads the lines of one document. `year` is taken where the document prints none. */
export function readDocument(source: Source, from: DocumentLines, year: number | null): DocumentReading {
  const { head } = from
  const body = from.lines.slice(head.lines.length)
  if (isChronicle(head.title, body)) return readChronicleDocument(source, from, { body, year })
  const promulgated = promulgatedName(head.title) ?? promulgatedIn(body)
  const parts = withStrays(divide(source, body, promulgated), head)
  const trees = treesOf(source, parts.parts, head)
  const signed = parts.signature?.date ?? (isPutUp(head) ? null : head.date)
  const about = {
    title: head.title || (promulgated ?? ''),
    document: head.number ?? head.title,
    addressees: head.addressees,
    dates: { year: yearMeant(head, signed, parts.parts) ?? year, signed },
  }
  const personnel = isPersonnelTitle(head.title)
  const selection = personnel
    ? null
    : selectMeasures(
        trees.map((tree) => tree.tree),
        about,
      )
  const acts =
    personnel || maybeActs(trees) ? readActs(actLines(trees), { document: about.document, date: signed }) : []
  const issuer = parts.signature?.issuer ?? issuerOf(head)
  const whole = trees.map(({ tree }) => tree.root)
  return {
    document: {
      number: head.number,
      title: head.title,
      issuer,
      date: signed,
      kind: personnel ? '任免' : (KIND.exec(head.title)?.[1] ?? null),
      addressees: head.addressees,
      ...force(from.lines, signed),
      milestones: personnel ? [] : milestonesOf(whole, selection?.taken ?? new Set(), about.dates),
      provisions: trees.map(({ part, tree }) => partProvision(source, part, tree)),
      page: from.page,
      line: from.lines[0]?.no ?? 1,
      head: linePieces(source, head.lines),
      signature: linePieces(source, parts.closing),
    },
    measures: selection?.measures ?? [],
    appointments: acts,
    chronicle: [],
    faults: [
      ...(selection?.faults ?? []),
      ...documentFaults({ head, parts, acts, personnel, line: from.lines[0]?.no ?? 1 }),
    ],
  }
}

/** A day at the head that is years from the 文号 says when a page was put up, not when the document was signed. */
function isPutUp({ date, number }: DocumentHead): boolean {
  const numbered = /〔(\d{4})〕/.exec(number ?? '')?.[1]
  return date !== null && numbered !== undefined && Math.abs(Number(date.slice(0, 4)) - Number(numbered)) > 1
}

/** The name of the text that the first lines of a notice without a title promulgate: 《…》已经…同意，现印发给你们. */
function promulgatedIn(body: readonly Line[]): string | null {
  for (const line of body.slice(0, 4)) {
    const found = /《([^《》]{4,80})》(?:已经|已)[^。]{0,60}印发/.exec(shadowOf(line))
    if (found?.[1]) return found[1]
  }
  return null
}

interface Tree {
  readonly part: DocumentPart
  readonly tree: PartTree
}

/** Words that a scrambled salutation swallowed go back to the end of the first paragraph. */
function withStrays(parts: Parts, head: DocumentHead): Parts {
  const [first, ...rest] = parts.parts
  if (head.strays.length === 0 || !first) return parts
  return { ...parts, parts: [{ ...first, lines: [...first.lines, ...head.strays] }, ...rest] }
}

/** The main text carries no prefix; what stands beside it is told apart by one. */
function treesOf(source: Source, parts: readonly DocumentPart[], head: DocumentHead): readonly Tree[] {
  const roots = parts.map((part) => outline(readBlocks(source, part.lines)))
  const numbered = (root: Node | undefined) => root?.children.some((node) => node.kind !== 'paragraph') ?? false
  const mainAt = parts.findIndex((part) => part.kind === 'main')
  const coverIsMain = mainAt < 0 || (parts[0]?.kind === 'cover' && numbered(roots[0]))
  return parts.map((part, i) => {
    const root = roots[i] ?? outline([])
    const bare = part.kind === 'cover' ? coverIsMain : part.kind === 'main' && !coverIsMain
    const name =
      part.label ??
      (part.kind === 'cover' ? (head.title.endsWith('通知') ? '印发通知' : '印发文') : (part.title ?? '正文'))
    return { part, tree: { prefix: bare ? [] : [name], root, kind: part.kind } }
  })
}

/** The year that unprinted years mean: of the signing, the 文号, the title, the head, or the title of a part. */
function yearMeant(head: DocumentHead, signed: PlainDate | null, parts: readonly DocumentPart[]): number | null {
  const signedYear = signed === null ? null : Number(signed.slice(0, 4))
  const titleYear = yearIn(head.title)
  if (signedYear !== null && titleYear === signedYear + 1) return titleYear
  const numberYear = /[〔（［[](\d{4})/.exec(head.number ?? '')?.[1]
  const partYear = parts.map((part) => yearIn(part.title ?? '')).find((each) => each !== null) ?? null
  return signedYear ?? (numberYear ? Number(numberYear) : null) ?? titleYear ?? head.year ?? partYear
}

/** The year of a title; of a plan for several years (2023—2025年) the first. */
function yearIn(title: string): number | null {
  const first = /(?:^|[^\d])(20\d{2})\s*年?\s*[-—–~至]+\s*20\d{2}\s*年/.exec(title)?.[1]
  if (first) return Number(first)
  const printed = /(?:^|[^\d])(\d{4})\s*年(?!版)/.exec(title)?.[1]
  return printed ? Number(printed) : null
}

function issuerOf(head: DocumentHead): string | null {
  const named = /^([^《》关]{2,40}?)(?:关于|印发|(?=\d{4}年|任免|任前|公告|公示))/.exec(head.title)?.[1]
  if (named && endsBody(named) && !/[省市区县]$/.test(named)) return named
  return head.masthead?.replace(/(?:文件|令)$/, '') ?? null
}

// ---- acts, milestones, force

function maybeActs(trees: readonly Tree[]): boolean {
  return trees.some(
    ({ tree }) =>
      tree.root.children.length < 60 &&
      tree.root.children.some((node) =>
        node.body.some(
          ({ shadow }) => shadow.length < 2000 && MAY_ACT.test(shadow) && shadow.split(/[。；]/).some(isActSentence),
        ),
      ),
  )
}

const MAY_ACT = /任命|免去|委派|聘任|自然免除|同志/

function isActSentence(shadow: string): boolean {
  return (
    shadow.length < 400 &&
    /(?:任命|免去|委派|聘任)：?\s*\S{2,12}(?:同志)?(?:为|任|的|担任)|职务自然免除|^[\u4e00-\u9fa5]{2,3}同志(?:任|为|不再)/.test(
      shadow,
    ) &&
    !/负责|应当/.test(shadow)
  )
}

function actLines(trees: readonly Tree[]): readonly { readonly text: string; readonly line: number }[] {
  const walk = (node: Node): readonly { readonly text: string; readonly line: number }[] => [
    ...node.body.map((part, i) => ({ text: i === 0 ? part.text.slice(node.content) : part.text, line: node.line })),
    ...node.children.flatMap(walk),
  ]
  return trees.flatMap(({ tree }) => walk(tree.root))
}

/** Dated sentences outside the measures: duties of the notice itself, and goals for all. */
function milestonesOf(
  roots: readonly Node[],
  taken: ReadonlySet<Node>,
  dates: { readonly year: number | null; readonly signed: PlainDate | null },
): readonly MilestoneRead[] {
  const milestones: MilestoneRead[] = []
  const walk = (node: Node) => {
    if (taken.has(node)) return
    const text = node.kind === 'row' ? concat([], '') : node.text
    for (const each of readDeadlines(text.shadow, dates)) {
      if (each.kind === 'fuzzy' && each.due === null) continue
      if (each.kind === 'ongoing' || each.kind === 'duration' || each.kind === 'recurring') continue
      const [start, end] = sentence(text.shadow, each.span.start, each.span.end)
      milestones.push({
        phrase: text.text.slice(each.span.start, each.span.end),
        due: each.due,
        text: text.text.slice(start, end).trim(),
        span: { start: sourceOffset(text, each.span.start), end: sourceOffset(text, each.span.end - 1) + 1 },
      })
    }
    node.children.forEach(walk)
  }
  roots.forEach(walk)
  return milestones
}

function sentence(shadow: string, start: number, end: number): readonly [number, number] {
  const before = shadow.slice(Math.max(0, start - 200), start)
  const stop = Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n'))
  const after = shadow.slice(end, end + 200).search(/[。\n]/)
  return [start - before.length + stop + 1, after < 0 ? Math.min(shadow.length, end + 200) : end + after + 1]
}

function force(
  lines: readonly Line[],
  signed: PlainDate | null,
): Pick<DocumentRead, 'effectiveFrom' | 'effectiveUntil'> {
  let [from, until]: [PlainDate | null, PlainDate | null] = [null, null]
  for (const line of lines.slice(-60)) {
    const shadow = line.shadow.slice(-400)
    const starts = shadow.includes('起') ? FORCE.exec(shadow) : null
    if (starts) from = /之日/.test(starts[1] ?? '') ? signed : dateIn(starts[1] ?? '')
    const ends = shadow.includes('有效期') ? EXPIRY.exec(shadow) : null
    if (ends) until = dateIn(ends[1] ?? '')
  }
  return { effectiveFrom: from, effectiveUntil: until }
}

function documentFaults(of: {
  readonly head: DocumentHead
  readonly parts: Parts
  readonly acts: readonly AppointmentRead[]
  readonly personnel: boolean
  readonly line: number
}): readonly Fault[] {
  const faults: Fault[] = []
  const { head, parts, line } = of
  const name = head.number ?? (head.title || '这份文件')
  const add = (code: string, message: string, at = line) => {
    faults.push({ line: at, code, message })
  }
  if (head.title !== '' && !READING.test(head.title) && parts.signature === null && head.date === null)
    add('signature-missing', `${name}没有读到落款和成文日期，请核对。`)
  if (head.strays.length > 0)
    add(
      'columns-scrambled',
      `${name}的主送机关行里混进了“${head.strays.length}”处正文，已移回正文末尾，请核对。`,
      head.strays[0]?.no ?? line,
    )
  if (of.personnel && of.acts.length === 0) add('acts-missing', `${name}是任免文件，但没有读出任免事项，请核对。`)
  if (of.personnel && parts.late.length > 0)
    add('columns-scrambled', `${name}有内容印在落款之后，已按句式归入任免，请核对。`, parts.late[0]?.no ?? line)
  return faults
}
