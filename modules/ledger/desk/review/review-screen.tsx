import '../ledger.css'
import { Empty, Progress } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, PageBody, PageHead, useCall, useKeys, Waiting } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { getMeasureEndpoint } from '../../api.ts'
import type { DraftItem } from '../shapes.ts'
import { ConfirmClear } from './confirm-clear.tsx'
import { DecisionList } from './decision-list.tsx'
import { KeysHelp } from './keys-help.tsx'
import { MeasureList } from './measure-list.tsx'
import { MeasureReview } from './measure-review.tsx'
import { neighboursOf } from './review-keys.ts'
import { useDrafts } from './use-drafts.ts'
import { type Scope, useScope } from './use-scope.ts'

/** 核对台账草稿: faults first, then clause beside draft, one measure after another. */
export function Screen() {
  const { scope, goTo, showOnly } = useScope()
  const { pages, items, counts } = useDrafts(scope)
  const [opened, setOpened] = useState<'list' | 'help' | null>(null)
  const first = firstOf(items)
  const current = scope.measure ?? first
  // The address names the measure from the start, so that it stays on the screen when the list changes under it.
  useEffect(() => {
    if (scope.measure === null && first !== null) goTo(first)
  })
  const clear = counts?.clear ?? 0
  const toggle = () => showOnly(scope.show === 'faulty' ? 'all' : 'faulty')
  return (
    <>
      <PageHead
        title="核对台账草稿"
        crumbs={crumbsOf(scope, items)}
        meta={
          counts && (
            <>
              <span>{counts.all} 条措施</span>
              <span>已核 {counts.confirmed}</span>
              <span>待核 {counts.waiting}</span>
              <span>有疑 {counts.faulty}</span>
              <Progress percent={counts.all === 0 ? 0 : (counts.confirmed / counts.all) * 100} state="done" />
            </>
          )
        }
        actions={
          <>
            <Button onClick={() => setOpened('list')}>措施清单</Button>
            <Button
              type={scope.show === 'faulty' ? 'primary' : 'default'}
              ghost={scope.show === 'faulty'}
              aria-pressed={scope.show === 'faulty'}
              onClick={toggle}
            >
              只看有疑
            </Button>
            <ConfirmClear scope={scope} items={items} clear={clear} />
          </>
        }
      />
      <PageBody>
        <DecisionList scope={scope} clear={clear} onGo={goTo} />
        <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
        {pages.isPending ? (
          <Waiting />
        ) : current === null ? (
          <Nothing scope={scope} onAll={() => showOnly('all')} />
        ) : (
          <One
            id={current}
            items={items}
            onGo={goTo}
            screenKeys={{ l: () => setOpened('list'), f: toggle, '?': () => setOpened('help') }}
          />
        )}
      </PageBody>
      <MeasureList
        items={items}
        current={current}
        show={scope.show}
        open={opened === 'list'}
        more={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
        onShow={showOnly}
        onGo={goTo}
        onClose={() => setOpened(null)}
      />
      <KeysHelp open={opened === 'help'} onClose={() => setOpened(null)} />
    </>
  )
}

interface OneProps {
  readonly id: string
  readonly items: readonly DraftItem[]
  readonly onGo: (measure: string) => void
  readonly screenKeys: Readonly<Record<string, () => void>>
}

function One({ id, items, onGo, screenKeys }: OneProps) {
  const measure = useCall(getMeasureEndpoint, { params: { id } })
  return (
    <Loaded query={measure}>
      {(data) => (
        <MeasureReview
          key={data.id}
          measure={data}
          neighbours={neighboursOf(items, data.id)}
          total={items.length}
          onGo={onGo}
          screenKeys={screenKeys}
        />
      )}
    </Loaded>
  )
}

function Nothing({ scope, onAll }: { readonly scope: Scope; readonly onAll: () => void }) {
  useKeys({ f: onAll })
  if (scope.show !== 'all') {
    return (
      <Empty title={scope.show === 'faulty' ? '没有有疑的措施了' : '这里没有措施'}>
        <p>
          <Button onClick={onAll}>看全部措施</Button>
        </p>
      </Empty>
    )
  }
  return (
    <Empty title="没有待核对的草稿">
      <p>
        读入一期公报、从表格导入或手工登记后，拟出的任务会先到这里。<a href="/desk/ledger">回到工作台账</a>
      </p>
    </Empty>
  )
}

function firstOf(items: readonly DraftItem[]): string | null {
  return (items.find(({ state }) => state === 'draft') ?? items[0])?.id ?? null
}

function crumbsOf({ document }: Scope, items: readonly DraftItem[]) {
  const [first] = items
  return [
    { href: '/desk/ledger', label: '工作台账' },
    ...(document && first ? [{ href: `/desk/ledger?document=${document}`, label: first.cite.document }] : []),
    { label: '核对草稿' },
  ]
}
