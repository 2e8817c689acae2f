/** A fact's value as people read it: 是, 否, a number, 未登记; the ranks of indicators one by one. */
export function valueWord(value: unknown): string {
  if (value === null || value === undefined) return '未登记'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.length === 0 ? '没有' : value.map(rankWord).join('；')
  return String(value)
}

/** 获得电力 由第9名到第6名，目标第8名. */
function rankWord(item: Readonly<Record<string, unknown>>): string {
  const { 指标: name, 上年名次: before, 名次: rank, 目标名次: goal } = item
  if (rank === null) return `${name} 未登记`
  return `${name} 由第${before}名到第${rank}名${goal === null ? '' : `，目标第${goal}名`}`
}

/** 应报数 2，按时签报数 1: in the order in which the line's text names them. */
export function factWords(facts: Readonly<Record<string, unknown>>, text: string): string {
  return Object.entries(facts)
    .toSorted(([a], [b]) => text.indexOf(a) - text.indexOf(b))
    .map(([name, value]) => `${name} ${valueWord(value)}`)
    .join('，')
}
