import type { Decision } from '../shapes.ts'

/** Something to decide; without a name several clauses may stand behind one row. */
export interface DecisionRow extends Decision {
  readonly key: string
}

/** Clauses of one kind that nobody is named in become one row a document, so that the list can be read at a glance. */
export function decisionRows(decisions: readonly Decision[]): readonly DecisionRow[] {
  const rows = new Map<string, DecisionRow>()
  for (const decision of decisions) {
    const key = keyOf(decision)
    const known = rows.get(key)
    const measures = [...(known?.measures ?? []), ...decision.measures]
    rows.set(key, { ...(known ?? decision), key, measures })
  }
  return [...rows.values()].map((row) =>
    row.code === 'lead-missing' && row.measures.length > 1
      ? { ...row, message: `${row.measures.length} 条措施没有印出牵头单位，指定后才能确认` }
      : row,
  )
}

function keyOf({ code, name, message, measures }: Decision): string {
  if (name !== null) return `${code} ${name}`
  return code === 'lead-missing' ? `${code} ${documentOf(measures[0]?.label)}` : `${message} ${measures[0]?.id ?? ''}`
}

/** 聊政发〔2021〕7号 附件一（一） → 聊政发〔2021〕7号 */
function documentOf(label = ''): string {
  return label.split(' ')[0] ?? ''
}

/** Where it stands, in two lines: the printed line and the clause. */
export function placeWords({ line, measures }: Decision): readonly string[] {
  const [first, ...more] = measures
  const where = first === undefined ? '' : more.length === 0 ? first.label : `${first.label} 等 ${more.length + 1} 条`
  return [...(line === null ? [] : [`第 ${line} 行`]), where].filter((word) => word !== '')
}
