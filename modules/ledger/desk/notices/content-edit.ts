import type { Content, Item, TableItem } from './shapes.ts'

type Body = Content['body']
type Cells = TableItem['table']

/** An empty item of a kind; a table starts with two columns and a row. */
export function newItem(kind: Item['kind']): Item {
  if (kind === 'text') return { kind, text: '' }
  if (kind === 'heading') return { kind, level: 1, heading: '', text: '' }
  return { kind, title: null, table: { head: ['', ''], rows: [['', '']], widths: null } }
}

/** The body with one item put in place of another. */
export function withItem(body: Body, at: number, item: Item): Body {
  return body.map((one, place) => (place === at ? item : one))
}

export function without(body: Body, at: number): Body {
  return body.filter((_, place) => place !== at)
}

/** One item a place up (-1) or down (1); unchanged at the ends. */
export function moved(body: Body, at: number, by: -1 | 1): Body {
  const [item, other] = [body[at], body[at + by]]
  if (item === undefined || other === undefined) return body
  return withItem(withItem(body, at, other), at + by, item)
}

export function withHead(table: Cells, column: number, text: string): Cells {
  return { ...table, head: table.head.map((cell, at) => (at === column ? text : cell)) }
}

export function withCell(table: Cells, { row, column }: { row: number; column: number }, text: string): Cells {
  const rows = table.rows.map((cells, at) =>
    at === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells,
  )
  return { ...table, rows }
}

export function withRow(table: Cells): Cells {
  return { ...table, rows: [...table.rows, table.head.map(() => '')] }
}

export function withoutRow(table: Cells, row: number): Cells {
  return { ...table, rows: table.rows.filter((_, at) => at !== row) }
}

/** A column more at the right, as wide as the others are on the whole. */
export function withColumn({ head, rows, widths }: Cells): Cells {
  const mean = widths === null ? null : widths.reduce((sum, width) => sum + width, 0) / widths.length
  return {
    head: [...head, ''],
    rows: rows.map((cells) => [...cells, '']),
    widths: widths === null || mean === null ? null : [...widths, mean],
  }
}

/** Without the last column; the first stays. */
export function withoutColumn(table: Cells): Cells {
  if (table.head.length === 1) return table
  const { head, rows, widths } = table
  return {
    head: head.slice(0, -1),
    rows: rows.map((cells) => cells.slice(0, -1)),
    widths: widths === null ? null : widths.slice(0, -1),
  }
}
