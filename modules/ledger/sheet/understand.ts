/** What a column may mean. */
export type SheetField = 'title' | 'leads' | 'supports' | 'due' | 'target' | 'basis' | 'clause' | 'note'
/** Field → zero-based column. */
export type SheetMapping = Readonly<Partial<Record<SheetField, number>>>

type Row = readonly string[]

/** In the order in which they choose: the first that fits a head takes it. */
const WORDS: readonly (readonly [SheetField, RegExp])[] = [
  ['due', /时限|期限|截止|完成时间|办结时间|完成日期|时间节点|时间要求|完成时限/],
  ['leads', /(?:牵头|主办|承办|主责)(?!领导|人)/],
  ['supports', /配合|协办|协助|参与|协同/],
  ['leads', /责任单位|责任部门|责任主体|落实单位/],
  ['supports', /责任(?!人|领导)/],
  ['basis', /依据|来源|文号|出处|文件/],
  ['clause', /条款|条目|章节/],
  ['target', /目标|指标/],
  ['title', /任务|事项|督办内容|督查内容|工作内容|重点工作|措施|内容|项目/],
  ['note', /备注|说明|进展|情况/],
]

/** The row that holds the heads of the columns: among the first 20 the one with most known words; null when none has two. */
export function guessHeaderRow(rows: readonly Row[]): number | null {
  let best: { readonly at: number; readonly score: number } | null = null
  for (const [at, row] of rows.slice(0, 20).entries()) {
    const heads = new Set(row.map(squeeze).filter((head) => head !== '' && head.length <= 20))
    const known = [...heads].filter((head) => WORDS.some(([, words]) => words.test(head))).length
    if (known >= 2 && heads.size >= 2 && known > (best?.score ?? 0)) best = { at, score: known }
  }
  return best?.at ?? null
}

/** The heads as people would read them: a head of two rows below one merged head is joined with it. */
export function headersOf(rows: readonly Row[], headerRow: number): readonly string[] {
  const row = rows[headerRow] ?? []
  const width = Math.max(row.length, ...rows.slice(headerRow, headerRow + 20).map((line) => line.length))
  return Array.from({ length: Math.min(width, 200) }, (_, column) => squeeze(row[column] ?? ''))
}

export function guessMapping(headers: readonly string[]): SheetMapping {
  const mapping: Partial<Record<SheetField, number>> = {}
  const taken = new Set<number>()
  for (const [field, words] of WORDS) {
    if (mapping[field] !== undefined) continue
    const column = headers.findIndex((head, at) => head !== '' && !taken.has(at) && words.test(head))
    if (column < 0) continue
    mapping[field] = column
    taken.add(column)
  }
  return mapping
}

/** What makes two sheets the same kind: the same heads in the same columns. */
export function signatureOf(headers: readonly string[]): string {
  return headers.join('|')
}

/** A year in the file's name or in the rows above the heads; null when there is none or there are several. */
export function guessYear(fileName: string, rows: readonly Row[]): number | null {
  const title = [fileName, ...rows.flat()].join(' ')
  const years = new Set([...title.matchAll(/(?:^|\D)(20\d{2})(?!\d)/g)].map((match) => Number(match[1])))
  const [only] = years
  return years.size === 1 && only !== undefined ? only : null
}

/** Names in one cell: cut at list marks and lines, not inside brackets; labels before a colon and 等 are dropped. */
export function namesIn(cell: string): readonly string[] {
  const names: string[] = []
  let name = ''
  let depth = 0
  for (const sign of cell) {
    if ('（('.includes(sign)) depth += 1
    if ('）)'.includes(sign)) depth = Math.max(0, depth - 1)
    const cut = depth === 0 && /[、，,；;\s/]/.test(sign)
    if (cut) names.push(name)
    name = cut ? '' : name + sign
  }
  names.push(name)
  const clean = names.map((each) => each.replace(/^[^：:（(]{0,8}[：:]/, '').replace(/等(?:单位|部门)?$/, ''))
  return [...new Set(clean.filter((each) => each !== '' && !/^[\d.\-—/无]+$/.test(each)))]
}

/** Whether a row carries a task: not empty, not a title across the table (the same text everywhere), not a sum. */
export function isDataRow(row: Row, mapping: SheetMapping): boolean {
  const cells = row.filter((cell) => cell !== '')
  if (cells.length === 0) return false
  const mapped = Object.values(mapping).map((column) => row[column] ?? '')
  if (mapped.every((cell) => cell === '')) return false
  if (new Set(cells).size === 1 && (cells.length > 1 || row.findIndex((cell) => cell !== '') !== mapping.title))
    return false
  return !/^(?:合计|总计|小计|填报单位|填表人|审核人|备注|注)(?:$|[：:])/.test(cells[0] ?? '')
}

/** `全程电子化率≥99%`, `网办率不低于95%`: metric, comparison, value, unit; null when it is no figure. */
export function targetIn(
  cell: string,
): { metric: string; op: '>=' | '<=' | '>' | '<' | '='; value: number; unit: string } | null {
  const match =
    /^(.{0,60}?)\s*(≥|>=|不低于|不少于|达到|达|≤|<=|不超过|不高于|控制在|大于|>|小于|<|=|：|:)?\s*(\d+(?:\.\d+)?)\s*([%％]|[\u4e00-\u9fa5]{0,6}?)\s*(以上|以下|以内|及以上)?\s*$/.exec(
      cell.slice(0, 120),
    )
  if (!match) return null
  const [, metric = '', sign = '', value = '', unit = '', after = ''] = match
  return { metric: metric.trim(), op: opOf(sign, after), value: Number(value), unit: unit.replace('％', '%') }
}

function opOf(sign: string, after: string): '>=' | '<=' | '>' | '<' | '=' {
  if (/^(?:≥|>=|不低于|不少于)$/.test(sign) || /以上/.test(after)) return '>='
  if (/^(?:≤|<=|不超过|不高于|控制在)$/.test(sign) || /以下|以内/.test(after)) return '<='
  if (/^(?:大于|>)$/.test(sign)) return '>'
  if (/^(?:小于|<)$/.test(sign)) return '<'
  return sign === '达到' || sign === '达' ? '>=' : '='
}

function squeeze(text: string): string {
  return text.replace(/[\s\u3000]+/g, '')
}
