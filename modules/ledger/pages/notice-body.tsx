import type { BodyItem } from '@guangyue/kernel/official-document'
import { numbersOf } from './notice-numbers.ts'

/** What a notice says, as it is printed: headings counted, tables ruled. On the public page and on the desk. */
export function NoticeBody({ body }: { readonly body: readonly BodyItem[] }) {
  const numbers = numbersOf(body)
  return body.map((item, at) => {
    // The text never changes while it is shown, so places are keys.
    const key = `${at}`
    if (item.kind === 'text') return <p key={key}>{item.text}</p>
    if (item.kind === 'heading') {
      return (
        <p key={key}>
          <b>
            {numbers[at]}
            {item.heading}
          </b>
          {item.text !== '' && `${/[。！？：]$/.test(item.heading) ? '' : '。'}${item.text}`}
        </p>
      )
    }
    return <BodyTable key={key} item={item} />
  })
}

function BodyTable({ item: { title, table } }: { readonly item: Extract<BodyItem, { kind: 'table' }> }) {
  return (
    <table className="table table--stack">
      {title !== null && <caption>{title}</caption>}
      <thead>
        <tr>
          {table.head.map((head, column) => (
            <th key={`${column} ${head}`} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={`${at} ${row[0]}`}>
            {row.map((cell, column) => (
              <td key={`${column} ${table.head[column]}`}>
                <span className="key" aria-hidden="true">
                  {table.head[column]}
                </span>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
