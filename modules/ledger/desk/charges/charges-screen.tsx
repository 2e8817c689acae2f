import '../ledger.css'
import { Empty, Table } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, PageBody, PageHead, useAct, useCall, useMay } from '@guangyue/platform/ui/desk'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { listChargesEndpoint, nameCommanderEndpoint } from '../../charges/api.ts'
import { ChargeDialog } from './charge-dialog.tsx'
import type { Charges } from './shapes.ts'

const blank = { post: '', bodies: [], holders: [] }

/** 分管与总指挥: which post answers for which units, who holds it, and which post commands each indicator. */
export function Screen() {
  const may = useMay('ledger.charge')
  const found = useCall(listChargesEndpoint)
  const [edited, edit] = useState<Charges['items'][number] | null>(null)
  return (
    <>
      <PageHead
        title="分管与总指挥"
        crumbs={[{ href: '/desk/ledger', label: '工作台账' }, { label: '分管与总指挥' }]}
        meta="逾期未报逐级上报到分管职务；总指挥是职务，不写人名"
        actions={may && <Button onClick={() => edit(blank)}>登记分管职务</Button>}
      />
      <PageBody>
        <Loaded query={found}>
          {(charges) => (
            <div className="stack">
              <Posts charges={charges} onEdit={may ? edit : undefined} />
              <Commanders charges={charges} />
              {edited !== null && <ChargeDialog charge={edited} charges={charges} onClose={() => edit(null)} />}
            </div>
          )}
        </Loaded>
      </PageBody>
    </>
  )
}

function Posts({
  charges: { items, open },
  onEdit,
}: {
  readonly charges: Charges
  readonly onEdit: ((charge: Charges['items'][number]) => void) | undefined
}) {
  if (items.length === 0) {
    return <Empty title="还没有登记分管关系">登记后，逾期未报的事项才能逐级上报。</Empty>
  }
  return (
    <section className="stack" aria-labelledby="posts-head">
      <h2 id="posts-head">分管职务</h2>
      <Table
        caption="分管职务及其单位"
        captionShown="heard"
        keyOf={({ post }) => post}
        rows={items}
        columns={[
          { key: 'post', head: '职务', names: 'row', cell: ({ post }) => <b className="nowrap">{post}</b> },
          { key: 'holders', head: '担任者', cell: ({ holders }) => namesOf(holders) || '暂无，上报时由督查室代转' },
          { key: 'bodies', head: '分管单位', cell: ({ bodies }) => namesOf(bodies) || '没有分管单位' },
          {
            key: 'edit',
            head: <span className="vh">办理</span>,
            stacked: 'alone',
            cell: (charge) =>
              onEdit && (
                <Button size="small" aria-label={`修改 ${charge.post}`} onClick={() => onEdit(charge)}>
                  修改
                </Button>
              ),
          },
        ]}
      />
      {open.length > 0 && <p className="meta">尚无分管职务的单位：{namesOf(open)}</p>}
    </section>
  )
}

function Commanders({ charges: { items, indicators } }: { readonly charges: Charges }) {
  const may = useMay('ledger.charge')
  const name = useAct(nameCommanderEndpoint, { refreshes: [listChargesEndpoint] })
  if (indicators.length === 0) return null
  return (
    <section className="stack" aria-labelledby="commanders-head">
      <h2 id="commanders-head">各指标总指挥</h2>
      <ErrorNotice error={name.error} />
      <Table
        caption="各指标的总指挥"
        captionShown="heard"
        keyOf={({ key }) => key}
        rows={indicators}
        columns={[
          { key: 'indicator', head: '指标', names: 'row', cell: ({ name: indicator }) => indicator },
          {
            key: 'commander',
            head: '总指挥',
            cell: ({ key, name: indicator, commander, named }) =>
              may ? (
                <Select
                  aria-label={`${indicator}的总指挥`}
                  style={{ width: 220 }}
                  allowClear={named}
                  placeholder="未定"
                  value={commander}
                  options={items.map(({ post }) => ({ value: post, label: post }))}
                  onChange={(post) =>
                    name.mutate({ params: { key }, body: { post: post ?? null, seen: named ? commander : null } })
                  }
                />
              ) : (
                (commander ?? '未定')
              ),
          },
          {
            key: 'basis',
            head: '依据',
            cell: ({ commander, named }) =>
              named ? '由督查室指定' : commander === null ? '牵头单位尚无任务或分管职务' : '随牵头单位的分管职务',
          },
        ]}
      />
    </section>
  )
}

function namesOf(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => name).join('、')
}
