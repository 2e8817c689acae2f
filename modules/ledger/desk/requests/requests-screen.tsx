import '../ledger.css'
import './requests.css'
import { dayText, Empty, Icon, Notice, Tabs } from '@guangyue/platform/ui'
import { downloadHref, Loaded, PageBody, PageHead, useCall, useMay } from '@guangyue/platform/ui/desk'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import { exportRequestsEndpoint, listRequestsEndpoint } from '../../api.ts'
import { AnsweredRequests } from './answered-requests.tsx'
import { WaitingRequests } from './waiting-requests.tsx'

const here = '/desk/ledger/requests'

/** 分解与延期审批: what waits for the office, what it answered; a unit sees what it asked. */
export function Screen() {
  const [search] = useSearchParams()
  const state = search.get('state') === 'answered' ? 'answered' : 'waiting'
  const answers = useMay('ledger.steer')
  const found = useCall(listRequestsEndpoint, { query: { state } })
  return (
    <>
      <PageHead
        title="分解与延期审批"
        crumbs={[{ href: '/desk/ledger', label: '工作台账' }, { label: '分解与延期审批' }]}
        meta={answers ? '晚于或低于上级任务的分解，以及延期，批准后才生效' : '本单位提出的分解与延期申请'}
        actions={
          <a className="btn btn--sm" download href={downloadHref(exportRequestsEndpoint, { query: { state } })}>
            <Icon name="i-down" />
            导出
          </a>
        }
      />
      <PageBody>
        <Tabs
          label="申请"
          tabs={[
            { href: here, label: '待批', current: state === 'waiting' },
            { href: `${here}?state=answered`, label: '已答复', current: state === 'answered' },
          ]}
        />
        <Loaded query={found}>
          {({ items, lateParts }) => (
            <div className="stack requestspage">
              <LateParts items={lateParts} />
              {state === 'waiting' ? <WaitingRequests items={items} /> : <AnsweredRequests items={items} />}
              {items.length === 0 && (
                <Empty title={state === 'waiting' ? '没有待批的申请' : '还没有答复过申请'}>
                  <p>牵头单位分解任务时晚于或低于任务本身，或申请延期，会列在这里。</p>
                </Empty>
              )}
            </div>
          )}
        </Loaded>
      </PageBody>
    </>
  )
}

type LatePart = z.output<typeof listRequestsEndpoint.reply>['lateParts'][number]

function LateParts({ items }: { readonly items: readonly LatePart[] }) {
  if (items.length === 0) return null
  return (
    <Notice tone="warn" title={`${items.length} 项分解任务晚于上级任务，没有批准`}>
      <p>上级任务的时限提前后，请更正分解任务的时限；同意晚于上级任务的，在更正中写明原因。</p>
      <ul className="list">
        {items.map(({ id, title, leads, due, above }) => (
          <li key={id}>
            <a href={`/desk/ledger/tasks/${id}`}>{title}</a>　{leads.join('、')}　时限{dayText(due)}，上级任务
            {above.due === null ? '' : dayText(above.due)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
