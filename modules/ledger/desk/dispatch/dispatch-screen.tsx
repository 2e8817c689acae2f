import '../ledger.css'
import './dispatch.css'
import { Loaded, PageBody, PageHead, useCall, useMay } from '@guangyue/platform/ui/desk'
import { listPeriodsEndpoint } from '../../dispatch/api.ts'
import { OfficeHead, OfficeView } from './office-view.tsx'
import { UnitView } from './unit-view.tsx'

/** 月调度: for a unit what it has to report, for the office and leaders how every unit stands. */
export function Screen() {
  const runs = useCall(listPeriodsEndpoint)
  const unit = useMay('ledger.report')
  const office = useMay('ledger.dispatch')
  return (
    <>
      <PageHead
        title="月调度"
        crumbs={[{ href: '/desk/ledger', label: '工作台账' }, { label: '月调度' }]}
        actions={office && runs.data !== undefined ? <OfficeHead runs={runs.data} /> : undefined}
      />
      <PageBody>
        <Loaded query={runs}>
          {(found) => (unit && !office ? <UnitView runs={found} /> : <OfficeView runs={found} />)}
        </Loaded>
      </PageBody>
    </>
  )
}
