import { Loaded, useCall } from '@guangyue/platform/ui/desk'
import { Select } from 'antd'
import { useState } from 'react'
import { compareTextsEndpoint } from '../api.ts'

/** What changed between two texts of a document, the newest two unless others are chosen. */
export function Differences({ id, versions }: { readonly id: string; readonly versions: readonly number[] }) {
  const [to = 1, before = 1] = versions
  const [from, setFrom] = useState(before)
  const query = useCall(compareTextsEndpoint, { params: { id }, query: { from, to } })
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">版本差别</h2>
      <p className="row">
        <label htmlFor="from">现行第 {to} 版，对照</label>
        <Select
          id="from"
          value={from}
          onChange={setFrom}
          options={versions.slice(1).map((version) => ({ value: version, label: `第 ${version} 版` }))}
        />
      </p>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p>两版的条文相同，差别在标题、日期等处。</p>
          ) : (
            <table className="table">
              <caption>{rows.length} 处不同</caption>
              <thead>
                <tr>
                  <th scope="col">条文</th>
                  <th scope="col">第 {from} 版</th>
                  <th scope="col">第 {to} 版</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.path.join('/')}>
                    <th scope="row">{row.path.join('')}</th>
                    <td className="song">{row.before ?? '（没有这一条）'}</td>
                    <td className="song">{row.after ?? '（删去）'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  )
}
