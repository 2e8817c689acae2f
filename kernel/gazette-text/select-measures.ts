import type { DeadlineContext } from '../calendar/index.ts'
import { readDeadlines } from '../calendar/index.ts'
import type { Clause } from './clauses.ts'
import { measureOf, measureOfRow, type Place } from './measures.ts'
import type { Fault, MeasureRead } from './model.ts'
import { RANK } from './numbering.ts'
import { type Node, wholeText } from './outline.ts'
import { readTargets } from './targets.ts'
import { GENERAL_HEADING, GOAL_TASK_HEADING } from './words.ts'

/** One part's tree and the beginning of its paths. */
export interface PartTree {
  readonly prefix: readonly string[]
  readonly root: Node
  readonly kind: 'cover' | 'main' | 'annex'
}

export interface Selection {
  readonly measures: readonly MeasureRead[]
  /** Nodes that became measures, with all below them; the rest of the document holds its milestones. */
  readonly taken: ReadonlySet<Node>
  readonly faults: readonly Fault[]
}

const ORDERS = /通知|意见|方案|要点|计划|措施|规划|清单|分工|任务|行动|目录|分解表|预案|决定|纲要|政策|纪要/
const NO_ORDERS = /(?:任免|大事记|批复|复函|公告|通告|通报|公报|令|函|解读|问答)$/
const RULES = /(?:办法|规定|细则|条例|规程|章程|规则|准则)(?:（[^（）]*）)?$/
const POLICY_HEADING = /政策|措施|任务|工程|行动|扶持|支持|促进/
/** An article that says what a body must do: by a word of duty, or by the body that it begins with. */
const BINDS = /应当|须|负责|^[^，。；]{0,24}(?:局|委|办|部门|政府|办公室|厅|部|中心|单位)(?!的)/
/** What an article under a heading of policy grants. */
const AMOUNT = /\d\s*(?:万元|元|%)/
/** Articles that bind those who ask for something order nothing to a body. */
const APPLICANT = /^(?:申请人|当事人|使用人|参保人|投标人|报名|个人|公民)/
/** What is to be done, as the first word of an item: 新建渡口3处. */
const DOES =
  /^(?:规划|开工|继续|全面|基本)?(?:新开工|实施|建设|新建|改建|扩建|改造|建成|完成|新增|开工|解决|开展|实现|提升|整治|修建|修缮|发放|举办|创建|打造|培育|提高|改善|优化|扩大|推广|启动|组织)/
const DUTY = /(?:要|应当|应|须|必须|负责|不得|做好|加强|推进|建立|完善|落实)/

/**
 * Which places of a document order something. With printed clauses of responsibility or tables these say it, and an
 * unlabelled item among labelled ones counts with a fault. Without any, the items below sections that are not
 * general do; of a 办法 only dated duties and items of its policies.
 */
export function selectMeasures(
  parts: readonly PartTree[],
  about: {
    readonly title: string
    readonly document: string
    readonly addressees: string | null
    readonly dates: DeadlineContext
  },
): Selection {
  const work = new Selector(about)
  const labelled = parts.some((part) => hasClause(part.root) || hasRow(part.root))
  const main = parts.find((part) => part.kind === 'main')
  for (const part of parts) {
    if (labelled) work.labelled(part)
    else if (mayOrder(about) && isOrdering(part, main, about.title)) work.bare(part)
  }
  return work.result()
}

/** A 函 asks; one to many bodies (各区人民政府) tells them what to do. */
function mayOrder({ title, addressees }: { readonly title: string; readonly addressees: string | null }): boolean {
  return !NO_ORDERS.test(title) || (title.endsWith('的函') && /^各/.test(addressees ?? ''))
}

/** Without labels only the text that orders counts: the promulgated one, or the notice itself when it has sections. */
function isOrdering(part: PartTree, main: PartTree | undefined, title: string): boolean {
  if (part.kind === 'annex') return false
  if (main && part.kind === 'cover') return !main.root.children.some((node) => node.kind === 'numbered')
  return title === '' || ORDERS.test(title) || RULES.test(title) || title.endsWith('的函')
}

class Selector {
  private readonly measures: MeasureRead[] = []
  private readonly taken = new Set<Node>()
  private readonly faults: Fault[] = []
  private readonly about: { readonly document: string; readonly dates: DeadlineContext }
  private firstLeads = false

  constructor(about: { readonly document: string; readonly dates: DeadlineContext }) {
    this.about = about
  }

  result(): Selection {
    return { measures: this.measures, taken: this.taken, faults: this.faults }
  }

  labelled(part: PartTree): void {
    this.within(part.root, part.prefix, [])
  }

  bare(part: PartTree): void {
    const rules = part.root.children.some((node) => isArticle(node) || node.children.some(isArticle))
    if (rules) this.articles(part.root, part.prefix)
    else this.sections(part)
  }

  // ---- documents that print who is responsible

  private within(node: Node, path: readonly string[], inherited: readonly Clause[]): void {
    const numbered = node.children.filter((child) => child.kind !== 'paragraph')
    const labelled = numbered.filter((child) => child.own.clauses.some(printsParties))
    let place = 0
    for (const child of node.children) {
      if (child.kind !== 'paragraph') place += 1
      if (child.kind === 'row') this.row(child, [...path, child.row?.serial ?? String(place)])
      else if (child.kind === 'paragraph') this.paragraph(child, path)
      else
        this.numbered(child, [...path, child.numbering?.label ?? ''], {
          inherited,
          among: labelled.length * 2 >= numbered.length && labelled.length > 0,
        })
    }
  }

  private numbered(
    node: Node,
    path: readonly string[],
    from: { readonly inherited: readonly Clause[]; readonly among: boolean },
  ): void {
    const own = withParties(node.own.clauses)
    const kids = node.children.filter((child) => child.kind !== 'paragraph')
    if (kids.length === 0 && own.length === 0 && node.children.some(hasClause)) this.within(node, path, [])
    else if (kids.some(hasClauseOrRow)) {
      if (closesAll(node, kids)) this.take(node, path, [])
      else if (speaksItself(node, own)) {
        this.take({ ...node, children: [] }, path, [])
        this.within(node, path, [])
      } else this.within(node, path, own)
    } else if (own.length > 0) {
      if (isSection(node) && kids.length > 0 && node.body.length === 1) this.each(node, path, own)
      else this.take(node, path, [])
    } else if (from.inherited.length > 0) this.take(node, path, from.inherited)
    else if (from.among && !isGeneral(node)) {
      const { assignments } = this.take(node, path, [])
      if (assignments.length > 0) return
      const message = `“${short(node)}”没有印责任单位，同级各条都有；已作为任务保留，请补填。`
      this.faults.push({ line: node.line, code: 'assignment-missing', message })
    } else this.unlabelled(node, path)
  }

  private each(node: Node, path: readonly string[], inherited: readonly Clause[]): void {
    for (const child of node.children) {
      if (child.kind === 'numbered') this.take(child, [...path, child.numbering?.label ?? ''], inherited)
    }
  }

  private paragraph(node: Node, path: readonly string[]): void {
    if (node.own.clauses.some(printsParties)) this.take(node, path, [])
  }

  private row(node: Node, path: readonly string[]): void {
    if (!node.row) return
    const measure = measureOfRow(node, node.row, this.place(path))
    if (!measure) return
    this.measures.push(measure)
    this.taken.add(node)
    if (!node.row.merged) return
    const message = `“${measure.title.slice(0, 24)}”这一行的责任单位格是空的，已按合并单元格取上一行的内容，请核对。`
    this.faults.push({ line: node.line, code: 'cell-merged', message })
  }

  /** Where nobody is printed: a place whose sentence says who leads, and 目标任务 with dated figures, order something. */
  private unlabelled(node: Node, path: readonly string[]): void {
    if (GOAL_TASK_HEADING.test(node.heading ?? '')) {
      this.goal(node, path)
      return
    }
    const items = node.children.filter((child) => child.kind === 'numbered')
    if (items.length === 0 && saysLead(node) && !isGeneral(node)) this.take(node, path, [])
    for (const item of items) this.unlabelled(item, [...path, item.numbering?.label ?? ''])
  }

  private goal(node: Node, path: readonly string[]): void {
    const text = wholeText(node)
    const dated = readDeadlines(text.shadow, this.about.dates).some((each) => each.due !== null)
    if (dated && readTargets(text.text, text.shadow).length > 0) this.take(node, path, [])
  }

  // ---- documents that do not

  private sections(part: PartTree): void {
    const tops = part.root.children.filter((node) => node.kind === 'numbered')
    const flat = tops.every((node) => itemsOf(node).length === 0)
    for (const top of tops) {
      if (isGeneral(top)) continue
      const path = [...part.prefix, top.numbering?.label ?? '']
      if (itemsOf(top).length === 0) {
        if (flat || top.text.text.length > 80) this.orderly(top, path)
        continue
      }
      top.children.forEach((child, i) => {
        const last = top === tops.at(-1) && i === top.children.length - 1
        if (child.kind === 'numbered' && !isGeneral(child)) this.item(child, [...path, child.numbering?.label ?? ''])
        else if (child.kind === 'paragraph' && i > 0 && !last && DUTY.test(child.body[0]?.shadow ?? ''))
          this.take(child, path, [])
      })
    }
  }

  /** A stage whose points each begin with a day of their own is those points; any other item is one measure. */
  private item(node: Node, path: readonly string[]): void {
    const points = node.children.filter((child) => child.kind === 'numbered')
    const dated =
      points.length > 1 && points.length === node.children.length && points.every((each) => this.isDated(each))
    if (!dated) this.take(node, path, [])
    else for (const point of points) this.take(point, [...path, point.numbering?.label ?? ''], [])
  }

  private isDated(node: Node): boolean {
    const [first] = readDeadlines(node.text.shadow.slice(0, 40), this.about.dates)
    return first !== undefined && first.span.start === 0 && (first.kind === 'by' || first.kind === 'during')
  }

  private orderly(node: Node, path: readonly string[]): void {
    const { shadow } = node.text
    const dated = () => readDeadlines(shadow, this.about.dates).some((each) => each.kind === 'by')
    const ordered = node.own.clauses.length > 0 || DUTY.test(shadow) || DOES.test(shadow) || dated()
    if (ordered && !/施行|解释|有效期/.test(shadow.slice(0, 60))) this.take(node, path, [])
  }

  /** Of a 办法: the items under a heading of policy, and articles that set somebody a day. */
  private articles(node: Node, path: readonly string[], policy = false): void {
    for (const child of node.children) {
      if (
        child.kind !== 'numbered' ||
        (isGeneral(child) && !isArticle(child) && child.children.every((each) => !isArticle(each)))
      )
        continue
      const here = [...path, child.numbering?.label ?? '']
      if (!isArticle(child)) this.articles(child, here, POLICY_HEADING.test(child.heading ?? ''))
      else if (child.heading && POLICY_HEADING.test(child.heading) && child.children.length > 0) {
        for (const item of child.children)
          if (item.kind === 'numbered' && !isGeneral(item)) this.take(item, [...here, item.numbering?.label ?? ''], [])
      } else if (this.isDatedDuty(child) || (policy && AMOUNT.test(child.text.shadow))) this.take(child, here, [])
    }
  }

  private isDatedDuty(node: Node): boolean {
    const text = node.text
    if (
      !BINDS.test(text.shadow) ||
      APPLICANT.test(text.shadow) ||
      /自[^。]{0,16}起(?:施行|实施|执行)/.test(text.shadow)
    )
      return false
    return readDeadlines(text.shadow, this.about.dates).some(
      (each) =>
        each.kind === 'by' || each.kind === 'during' || (each.kind === 'recurring' && (each.rule ?? '').includes(' ')),
    )
  }

  // ----

  private take(node: Node, path: readonly string[], inherited: readonly Clause[]): MeasureRead {
    if (node.own.firstLeads || anyFirstLeads(node)) this.firstLeads = true
    const measure = measureOf(node, this.place(path), inherited)
    this.measures.push(measure)
    this.mark(node)
    return measure
  }

  private mark(node: Node): void {
    this.taken.add(node)
    for (const child of node.children) this.mark(child)
  }

  private place(path: readonly string[]): Place {
    return { document: this.about.document, path, dates: this.about.dates, firstLeads: this.firstLeads }
  }
}

/** The numbered places below a section that are items of their own; the points of a list within a sentence are none. */
function itemsOf(section: Node): readonly Node[] {
  const items = section.children.filter((child) => child.kind === 'numbered')
  const listed =
    items.length > 1 &&
    /[^。\n]：\s*$/.test(section.text.shadow.slice(-4)) &&
    items.slice(0, -1).every((item) => item.children.length === 0 && item.text.shadow.trimEnd().endsWith('；'))
  return listed ? [] : items
}

function anyFirstLeads(node: Node): boolean {
  return node.children.some((child) => child.own.firstLeads || anyFirstLeads(child))
}

/** The clauses that print who does it; what a sentence says in passing makes no list of them. */
function withParties(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.filter(printsParties)
}

function printsParties(clause: Clause): boolean {
  return clause.form !== 'prose' && clause.leads.length + clause.supports.length > 0
}

/** Whether a sentence of its own says who leads (由甲局牵头制定…), though nothing is printed as the others print it. */
function saysLead(node: Node): boolean {
  return node.own.clauses.some((clause) => clause.form === 'prose' && clause.leads.length > 0)
}

function hasClause(node: Node): boolean {
  return node.own.clauses.some(printsParties) || node.children.some(hasClause)
}

function hasRow(node: Node): boolean {
  return node.kind === 'row' || node.children.some(hasRow)
}

function hasClauseOrRow(node: Node): boolean {
  return hasClause(node) || hasRow(node)
}

function isSection(node: Node): boolean {
  return (node.numbering?.rank ?? 0) <= RANK.roman
}

/** Sentences of its own with who does it behind them are a measure beside the points below (具体措施：1. …). */
function speaksItself(node: Node, own: readonly Clause[]): boolean {
  const clause = own.find((each) => each.form === 'bracket')
  return clause !== undefined && node.text.shadow.slice(0, clause.start).trimEnd().endsWith('。')
}

/** A clause behind the last of several points, with none behind the others, speaks for all of them. */
function closesAll(node: Node, kids: readonly Node[]): boolean {
  const last = kids.at(-1)
  const only = kids.filter(hasClauseOrRow).length === 1 && last !== undefined && hasClause(last)
  return (
    only &&
    kids.length >= 2 &&
    last.kind === 'numbered' &&
    last.children.length === 0 &&
    !isSection(node) &&
    !isArticle(node)
  )
}

function isArticle(node: Node): boolean {
  return node.numbering?.rank === RANK.article
}

function isGeneral(node: Node): boolean {
  return node.heading !== null && GENERAL_HEADING.test(node.heading.replace(/\s+/g, '').replace(/（[^（）]*）$/, ''))
}

function short(node: Node): string {
  return (node.heading ?? node.text.text).slice(0, 24)
}
