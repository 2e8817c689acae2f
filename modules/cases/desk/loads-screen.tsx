import { dayText, Empty, StateBar, Table } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { caseLoadsEndpoint } from '../api.ts'

/** How much waits for whom, and how late it is, on one page. */
export function Screen() {
  const query = useCall(caseLoadsEndpoint)
  return (
    <>
      <PageHead title="办件负荷" />
      <PageBody>
        <Loaded query={query}>
          {({ items, withApplicants }) => {
            const sum = (key: 'waiting' | 'overdue' | 'near') => items.reduce((all, row) => all + row[key], 0)
            return items.length === 0 ? (
              <Empty title="没有等着办理的办件">{withApplicants > 0 && `${withApplicants} 件在等申请人补正。`}</Empty>
            ) : (
              <>
                <p className="row">
                  <span>
                    各单位待办 <b>{sum('waiting')}</b> 件次
                  </span>
                  <span>
                    逾期 <b>{sum('overdue')}</b>
                  </span>
                  <span>
                    临期 <b>{sum('near')}</b>
                  </span>
                  <span>
                    等申请人补正 <b>{withApplicants}</b> 件
                  </span>
                </p>
                <Table
                  caption="各单位的待办办件，逾期多的在前"
                  keyOf={({ unit }) => unit}
                  rows={items}
                  columns={[
                    { key: 'unit', head: '单位', names: 'row', cell: ({ unit }) => unit },
                    { key: 'waiting', head: '待办', align: 'right', cell: ({ waiting }) => waiting },
                    { key: 'overdue', head: '逾期', align: 'right', cell: ({ overdue }) => overdue },
                    { key: 'near', head: '临期', align: 'right', cell: ({ near }) => near },
                    { key: 'onTime', head: '正常', align: 'right', cell: ({ onTime }) => onTime },
                    { key: 'suspended', head: '中止', align: 'right', cell: ({ suspended }) => suspended },
                    {
                      key: 'first',
                      head: '最早的期限',
                      cell: ({ firstDay }) => firstDay !== null && dayText(firstDay),
                    },
                    {
                      key: 'bar',
                      head: '构成',
                      cell: ({ overdue, near, onTime, suspended }) => (
                        <StateBar size="small" counts={{ overdue, near, 'on-time': onTime, suspended }} />
                      ),
                    },
                  ]}
                />
              </>
            )
          }}
        </Loaded>
      </PageBody>
    </>
  )
}
