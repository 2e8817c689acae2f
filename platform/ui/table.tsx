import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Figures stand to the right. */
  readonly align?: 'right'
  /** The cell that names its row, read out with every other cell of it. */
  readonly names?: 'row'
  /** On a phone the head stands before the cell; `alone` leaves it out where the cell speaks for itself. */
  readonly stacked?: 'alone'
}

interface TableProps<Row> {
  /** What the table holds; shown above it, or only heard. */
  readonly caption: ReactNode
  readonly captionShown?: 'shown' | 'heard'
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/** Ruled rows, figures to the right. On a phone each row becomes a short list with its column heads. */
export function Table<Row>({ caption, captionShown = 'shown', columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table className="table table--stack">
      <caption className={captionShown === 'heard' ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, align }) => (
            <th key={key} scope="col" className={align === 'right' ? 'r' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const look = column.align === 'right' ? 'r num' : undefined
  const own = column.cell(row)
  // a cell that says nothing stays empty, and is left out on a phone
  const content = own !== null && own !== undefined && own !== false && own !== '' && (
    <>
      {column.stacked !== 'alone' && column.names !== 'row' && (
        <span className="key" aria-hidden="true">
          {column.head}
        </span>
      )}
      {own}
    </>
  )
  if (column.names === 'row') {
    return (
      <th scope="row" className={look}>
        {content}
      </th>
    )
  }
  return <td className={look}>{content}</td>
}
