import { type Column, dayText, Table } from '@guangyue/platform/ui'
import { boardHref } from '../board/board-filter.ts'
import type { Overview } from './shapes.ts'

interface UnitFiguresProps {
  readonly units: Overview['units']
  readonly caption: string
}

const missingColumn: Column<Overview['units'][number]> = {
  key: 'missing',
  head: '缺报',
  align: 'right',
  cell: ({ missing }) => missing > 0 && missing,
}

/** What each unit leads, what of it is late and since when, and the reports that it owes. */
export function UnitFigures({ units, caption }: UnitFiguresProps) {
  return (
    <Table
      caption={caption}
      captionShown="heard"
      rows={units}
      keyOf={({ unit }) => unit.id}
      columns={[
        {
          key: 'unit',
          head: '单位',
          names: 'row',
          cell: ({ unit }) => <a href={boardHref({ body: unit.id })}>{unit.name}</a>,
        },
        {
          key: 'all',
          head: '牵头',
          align: 'right',
          cell: ({ unit, all }) => all > 0 && <a href={boardHref({ body: unit.id, as: 'lead' })}>{all}</a>,
        },
        {
          key: 'late',
          head: '逾期',
          align: 'right',
          cell: ({ unit, late }) =>
            late > 0 && <a href={boardHref({ body: unit.id, as: 'lead', light: 'red' })}>{late}</a>,
        },
        {
          key: 'since',
          head: '最久的应于',
          cell: ({ since }) => since && <span className="nowrap">{dayText(since)}</span>,
        },
        ...(units.some(({ missing }) => missing > 0) ? [missingColumn] : []),
      ]}
    />
  )
}
