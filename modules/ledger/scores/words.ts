/** A fact's value as people read it: 是, 否, a number, 未登记. */
export function valueWord(value: unknown): string {
  if (value === null || value === undefined) return '未登记'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return String(value)
}

/** 应报数 2，按时签报数 1: in the order in which the line's text names them. */
export function factWords(facts: Readonly<Record<string, unknown>>, text: string): string {
  return Object.entries(facts)
    .toSorted(([a], [b]) => text.indexOf(a) - text.indexOf(b))
    .map(([name, value]) => `${name} ${valueWord(value)}`)
    .join('，')
}
