import '../ledger.css'
import './inspections.css'
import './print.css'
import { dayText, Empty } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import { findingLabels, kindLabels, listFindingsEndpoint } from '../../inspections/api.ts'
import { findingsIn } from './finding-address.ts'
import { basisWord } from './finding-row.tsx'
import type { Finding } from './shapes.ts'

/** 督导清单 as it is printed: an inspection after another, each finding with owner, term and state. */
export function Screen() {
  const filter = findingsIn(useSearchParams()[0])
  const found = useCall(listFindingsEndpoint, { query: filter })
  return (
    <>
      <PageHead
        title="打印督导清单"
        crumbs={[{ href: '/desk/ledger/inspections?show=findings', label: '督导清单' }, { label: '打印' }]}
        actions={
          <Button type="primary" onClick={() => print()}>
            打印
          </Button>
        }
      />
      <PageBody>
        <Loaded query={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="没有督查发现">
                <p>请回到督导清单，改换条件后再打印。</p>
              </Empty>
            ) : (
              <Sheet items={items} />
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function Sheet({ items }: { readonly items: readonly Finding[] }) {
  const { city, today, demo } = useMe()
  const groups = [...Map.groupBy(items, ({ inspectionId }) => inspectionId).values()]
  return (
    <article className="printsheet">
      <h2 className="printsheet__title">{city.name}督导清单</h2>
      <p className="printsheet__date">
        截至{dayText(today)}　共 {items.length} 条{demo && '　演示数据'}
      </p>
      {groups.map((rows) => (
        <section key={rows[0]?.inspectionId}>
          <h3>
            {rows[0]?.inspection}
            <span className="meta">　{rows[0] && kindLabels[rows[0].kind]}</span>
          </h3>
          <table className="table table--stack">
            <thead>
              <tr>
                <th scope="col">序号</th>
                <th scope="col">发现的问题</th>
                <th scope="col">依据</th>
                <th scope="col">责任单位</th>
                <th scope="col">整改期限</th>
                <th scope="col">状态</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((finding) => (
                <tr key={finding.id}>
                  <td>{finding.number}</td>
                  <td>{finding.text}</td>
                  <td>{basisWord(finding)}</td>
                  <td>{finding.unit.name}</td>
                  <td>{dayText(finding.due)}</td>
                  <td>
                    {findingLabels[finding.state]}
                    {finding.late && '（逾期）'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </article>
  )
}
