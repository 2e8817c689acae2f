import type { Joined } from './joined.ts'
import { squeeze } from './source.ts'
import type { Column, ColumnRole, RawCell, Row } from './table-rows.ts'
import { endings } from './words.ts'

export interface Table {
  readonly headings: readonly Joined[]
  readonly rows: readonly Row[]
  /** How many lines it takes. */
  readonly length: number
}

const HEADING_WORDS =
  '任务|事项|内容|要求|措施|举措|指标|目标|单位|部门|科室|处室|股室|时限|时间|进度|期限|备注|名称|类别|类型|责任|领导|责任人|联系人|项目|依据|环节|对象|方式|频次|主体|分工|节点|领域|成果|标准|来源|说明|牵头|配合|层级|要点|板块|安排|进展|部署|重点|规模|投资|条目|频率|形式|阶段|方面|清单|数量|地点|问题|指引|工程|政策|场景|需求|成效|做法|路径|情形|情况|电话'
const HEADING = new RegExp(`^(?:序号|编号|[^，。；：、]{0,10}(?:${HEADING_WORDS}))(?:（[^（）]{1,20}）)?$`)
/** What headings end with: most cells are told from them by their last character. */
const HEADING_ENDS = endings(`号|${HEADING_WORDS}|）`)

const GROUP = /板块|领域|类别|分类|大类|类型|方面|章节|一级/

/** The role of a column by its heading, spaces inside it ignored. */
function columnRole(heading: string): ColumnRole {
  const name = squeeze(heading).replace(/（[^（）]*）$/, '')
  if (/^(?:序号|编号)$/.test(name)) return 'serial'
  if (/(?:领导|责任人|联系人|负责人|电话)$/.test(name)) return 'person'
  if (/时限|时间|进度|期限|节点|完成日期|频次/.test(name) && !/目标|内容|举措|任务/.test(name)) return 'time'
  if (/情况|成效|进展/.test(name) && !/任务|内容|目标|举措/.test(name)) return 'note'
  const body = /单位|部门|科室|处室|股室|机构|主体|分工|^(?:牵头|责任|配合|主办|协办)$/.test(name)
  if (body && /牵头|主办|主责|发起/.test(name)) return 'lead'
  if (body && !/名称$/.test(name)) return 'support'
  if (/备注|类型|类别|说明|依据|来源|方式|标准|层级/.test(name)) return 'note'
  return /指标|目标/.test(name) ? 'target' : 'text'
}

/** A column of kinds (板块, 类别) before the tasks holds what rows share. */
export function columnsOf(cells: readonly RawCell[]): readonly Column[] {
  const columns = cells.map((cell) => ({ role: columnRole(cell.value.shadow), heading: squeeze(cell.value.text) }))
  const lastText = columns.findLastIndex(({ role }) => role === 'text' || role === 'target')
  return columns.map((column, i) =>
    i < lastText && (column.role === 'text' || column.role === 'note') && GROUP.test(column.heading)
      ? { ...column, role: 'group' }
      : column,
  )
}

export function isHeading(shadow: string): boolean {
  const end = shadow.at(-1) ?? ''
  return shadow.length <= 24 && (HEADING_ENDS.has(end) || end <= ' ') && HEADING.test(squeeze(shadow))
}

/** A heading row names who or when, and at least one thing besides; where all its cells are short, some may be unknown. */
export function isHeader(cells: readonly string[]): boolean {
  const headings = cells.filter((cell) => isHeading(cell))
  const roles = headings.map(columnRole)
  const filled = cells.filter((cell) => cell !== '')
  const short = filled.every((cell) => cell.length <= 16 && !/[。；]/.test(cell))
  const unknown = !short ? 1 : roles[0] === 'serial' ? filled.length / 2 : Math.max(1, filled.length * 0.3)
  return (
    headings.length >= 2 &&
    headings.length >= filled.length - unknown &&
    roles.some((role) => role === 'lead' || role === 'support' || role === 'time') &&
    roles.some((role) => role === 'text' || role === 'target' || role === 'serial')
  )
}
