import { SavedTable, useMe } from '@guangyue/platform/ui/desk'
import type { ReactNode } from 'react'
import { FindingTag, FindingTitle, TermDay } from './finding-row.tsx'
import type { Finding } from './shapes.ts'

interface FindingsTableProps {
  readonly items: readonly Finding[]
  /** Over several inspections, each row says of which. */
  readonly across?: 'inspections'
  readonly toolbar?: ReactNode
  readonly todo: ReactNode
}

/** Findings as rows; on a telephone as cards. */
export function FindingsTable({ items, across, toolbar, todo }: FindingsTableProps) {
  const { today } = useMe()
  return (
    <SavedTable<Finding>
      name={across ? 'ledger.findings' : 'ledger.inspection-findings'}
      rows={items}
      keyOf={({ id }) => id}
      toolbar={toolbar}
      columns={[
        { key: 'state', title: '状态', width: 136, fixed: true, cell: (finding) => <FindingTag {...finding} /> },
        { key: 'text', title: '发现与依据', fixed: true, cell: (finding) => <FindingTitle finding={finding} /> },
        { key: 'unit', title: '责任单位', cell: ({ unit }) => unit.name },
        { key: 'due', title: '整改期限', cell: (finding) => <TermDay finding={finding} today={today} /> },
        ...(across
          ? [
              {
                key: 'inspection',
                title: '督查活动',
                cell: ({ inspectionId, inspection }: Finding) => (
                  <a href={`/desk/ledger/inspections/${inspectionId}`}>{inspection}</a>
                ),
              },
            ]
          : []),
      ]}
      card={(finding) => (
        <>
          <div className="row row--between">
            <FindingTag {...finding} />
            <span className="meta">{finding.unit.name}</span>
          </div>
          <FindingTitle finding={finding} />
          <div className="row row--between meta">
            <span>整改期限</span>
            <span>
              <TermDay finding={finding} today={today} />
            </span>
          </div>
        </>
      )}
      empty={{ title: '没有督查发现', todo }}
    />
  )
}
