import { Button, Input } from 'antd'
import { withCell, withColumn, withHead, withoutColumn, withoutRow, withRow } from './content-edit.ts'
import type { TableItem } from './shapes.ts'

interface TableEditorProps {
  readonly name: string
  readonly item: TableItem
  readonly onChange: (item: TableItem) => void
}

/** A table cell by cell. Wider than a telephone, it is moved sideways within itself. */
export function TableEditor({ name, item, onChange }: TableEditorProps) {
  const { table } = item
  const put = (next: TableItem['table']) => onChange({ ...item, table: next })
  return (
    <div className="stack">
      <Input
        aria-label={`${name}表题`}
        maxLength={100}
        placeholder="表题，可不填"
        value={item.title ?? ''}
        onChange={(event) => onChange({ ...item, title: event.target.value === '' ? null : event.target.value })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className="noticetable" aria-label={`${name}单元格`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.head.map((cell, column) => (
                <th key={column} scope="col">
                  <Input
                    aria-label={`${name}表头第 ${column + 1} 列`}
                    value={cell}
                    onChange={(event) => put(withHead(table, column, event.target.value))}
                  />
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={column}>
                    <Input.TextArea
                      autoSize
                      aria-label={`${name}第 ${row + 1} 行第 ${column + 1} 列`}
                      value={cell}
                      onChange={(event) => put(withCell(table, { row, column }, event.target.value))}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    size="small"
                    type="text"
                    aria-label={`删除${name}第 ${row + 1} 行`}
                    onClick={() => put(withoutRow(table, row))}
                  >
                    删除
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="row">
        <Button size="small" onClick={() => put(withRow(table))}>
          加一行
        </Button>
        <Button size="small" disabled={table.head.length >= 8} onClick={() => put(withColumn(table))}>
          加一列
        </Button>
        <Button size="small" disabled={table.head.length === 1} onClick={() => put(withoutColumn(table))}>
          去掉末列
        </Button>
      </p>
    </div>
  )
}
