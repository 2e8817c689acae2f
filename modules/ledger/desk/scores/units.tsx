import { Light, Table } from '@guangyue/platform/ui'
import { useSearchParams } from 'react-router'
import type { Scores } from './shapes.ts'
import { UnitLines } from './unit-lines.tsx'

/** Units in the order of their totals; the one that is opened stands below with its lines. */
export function Units({ scores }: { readonly scores: Scores }) {
  const [params] = useSearchParams()
  const { units, objections, period } = scores
  const only = units.length === 1 ? units[0] : undefined
  const opened = units.find(({ unit }) => unit.id === params.get('unit')) ?? only
  const openOf = (id: string) => objections.filter(({ bodyId, state }) => bodyId === id && state === 'open').length
  return (
    <>
      {!only && (
        <section className="stack" aria-labelledby="units-head">
          <h2 id="units-head">各单位得分　{units.length}</h2>
          <Table
            caption="各单位得分，按合计排列"
            captionShown="heard"
            keyOf={({ unit }) => unit.id}
            rows={units}
            columns={[
              {
                key: 'unit',
                head: '单位',
                names: 'row',
                cell: ({ unit }) => <a href={`/desk/ledger/scores?period=${period.id}&unit=${unit.id}`}>{unit.name}</a>,
              },
              { key: 'total', head: '合计', align: 'right', cell: ({ total }) => total },
              { key: 'talk', head: '约谈', cell: ({ talk }) => talk && <Light state="overdue">约谈</Light> },
              {
                key: 'pending',
                head: '待定',
                cell: ({ pending }) => countWord(pending),
              },
              {
                key: 'corrected',
                head: '更正或后定',
                cell: ({ lines }) => countWord(lines.filter(({ corrected }) => corrected).length),
              },
              { key: 'objections', head: '待答复异议', cell: ({ unit }) => countWord(openOf(unit.id)) },
            ]}
          />
        </section>
      )}
      {opened && <UnitLines key={opened.unit.id} scores={scores} unit={opened} shown={!only} />}
    </>
  )
}

function countWord(count: number): string {
  return count === 0 ? '' : `${count} 项`
}
