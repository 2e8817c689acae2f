import '../ledger.css'
import './inspections.css'
import './print.css'
import { dayText, Empty, Table } from '@guangyue/platform/ui'
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
          <Table<Finding>
            caption={rows[0]?.inspection}
            captionShown="heard"
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              { key: 'number', head: '序号', cell: ({ number }) => number },
              { key: 'text', head: '发现的问题', cell: ({ text }) => text, stacked: 'alone' },
              { key: 'basis', head: '依据', cell: (finding) => basisWord(finding) },
              { key: 'unit', head: '责任单位', cell: ({ unit }) => unit.name },
              { key: 'due', head: '整改期限', cell: ({ due }) => dayText(due) },
              {
                key: 'state',
                head: '状态',
                cell: ({ state, late }) => `${findingLabels[state]}${late ? '（逾期）' : ''}`,
              },
            ]}
          />
        </section>
      ))}
    </article>
  )
}
