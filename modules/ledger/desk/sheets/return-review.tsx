import { Empty, Notice } from '@guangyue/platform/ui'
import { ConfirmBar, ErrorNotice, useAct } from '@guangyue/platform/ui/desk'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { applyReturnEndpoint, getReturnEndpoint } from '../../api.ts'
import { countKinds, type Difference, kindWords, openItems, type ReturnItem } from './return-choice.ts'

/** The differences of a returned sheet; what is chosen is taken over at once. */
export function ReturnReview({ difference }: { readonly difference: Difference }) {
  const { items, fileName, unchanged } = difference
  const open = openItems(items)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const apply = useAct(applyReturnEndpoint, { refreshes: [getReturnEndpoint], onDone: () => setChosen([]) })
  const send = (taken: 'all' | string[]) => apply.mutate({ params: { id: difference.id }, body: { items: taken } })
  return (
    <>
      <p className="meta">
        {fileName}　没有改动的 {unchanged} 行
        {countKinds(items).map(({ kind, count }) => `　${kindWords[kind]} ${count}`)}
      </p>
      <ErrorNotice error={apply.error} />
      {apply.data && (
        <Notice tone="good" title={`已采纳：改动 ${apply.data.changed} 项，新增 ${apply.data.added} 项`}>
          {apply.data.leftStale > 0 && <p>{apply.data.leftStale} 项在此期间被别人改过，没有覆盖。</p>}
        </Notice>
      )}
      {items.length === 0 ? (
        <Empty title="表中没有任何改动">
          <a href="/desk/ledger">回到工作台账</a>
        </Empty>
      ) : (
        <ul className="returnlist">
          {countKinds(items).flatMap(({ kind }) =>
            items
              .filter((item) => item.kind === kind)
              .map((item) => (
                <li key={item.id}>
                  <Item
                    item={item}
                    chosen={chosen.includes(item.id)}
                    onChoose={() =>
                      setChosen(chosen.includes(item.id) ? chosen.filter((id) => id !== item.id) : [...chosen, item.id])
                    }
                  />
                </li>
              )),
          )}
        </ul>
      )}
      {open.length > 0 && (
        <ConfirmBar said={`可采纳 ${open.length} 项，已选 ${chosen.length} 项。采纳后记入各任务的经过。`}>
          <Button disabled={chosen.length === 0} loading={apply.isPending} onClick={() => send([...chosen])}>
            采纳选中的 {chosen.length} 项
          </Button>
          <Button type="primary" size="large" loading={apply.isPending} onClick={() => send('all')}>
            全部采纳
          </Button>
        </ConfirmBar>
      )}
    </>
  )
}

interface ItemProps {
  readonly item: ReturnItem
  readonly chosen: boolean
  readonly onChoose: () => void
}

const looks = {
  changed: 'tag--azure',
  added: 'tag--green',
  stale: 'tag--amber',
  faulty: 'tag--red',
  missing: '',
} as const

function Item({ item, chosen, onChoose }: ItemProps) {
  const { kind, title, row, fields, message, acceptable, accepted, taskId } = item
  const open = acceptable && !accepted
  return (
    <article>
      <div className="row">
        {open && <Checkbox checked={chosen} aria-label={`采纳 ${title}`} onChange={onChoose} />}
        <span className={`tag ${looks[kind]}`}>{accepted ? '已采纳' : kindWords[kind]}</span>
        {taskId === null ? (
          <b className="song">{title}</b>
        ) : (
          <a className="board-title" href={`/desk/ledger/tasks/${taskId}`}>
            {title}
          </a>
        )}
        {row !== null && <span className="meta">第 {row} 行</span>}
      </div>
      {message !== null && <p className="warnline">{message}</p>}
      {fields.length > 0 && (
        <dl className="difference">
          {fields.map(({ field, label, now, sheet }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                {now !== '' && <del>{now}</del>} <ins>{sheet === '' ? '（清空）' : sheet}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}
