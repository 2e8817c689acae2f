import '../ledger.css'
import './scores.css'
import { Cite, dayText, Empty, Table } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall, useMay } from '@guangyue/platform/ui/desk'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { countedFacts, listScoreRulesEndpoint, rankedFact, statedFacts } from '../../scores/api.ts'
import { RulesForm } from './rules-form.tsx'
import { kindLabels } from './score-words.ts'
import type { Rules } from './shapes.ts'

/** 考评规则: how points come about and on what they rest, in every version; the office sets the next. */
export function Screen() {
  const found = useCall(listScoreRulesEndpoint)
  const may = useMay('ledger.score')
  const [editing, edit] = useState(false)
  return (
    <>
      <PageHead
        title="考评规则"
        crumbs={[{ href: '/desk/ledger/scores', label: '考评' }, { label: '考评规则' }]}
        meta="新的一版用于此后公布的考评；已公布的分数不变"
        actions={
          may &&
          found.data &&
          !editing && (
            <Button type="primary" onClick={() => edit(true)}>
              {found.data.versions.length === 0 ? '制定规则' : '修改规则'}
            </Button>
          )
        }
      />
      <PageBody>
        <Loaded query={found}>
          {({ versions }) =>
            editing ? (
              <div className="rules">
                <RulesForm newest={versions[0] ?? null} onClose={() => edit(false)} />
                <Facts />
              </div>
            ) : (
              <Versions versions={versions} />
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function Versions({ versions }: { readonly versions: readonly Rules[] }) {
  const [number, choose] = useState<number | null>(null)
  const shown = versions.find((one) => one.number === number) ?? versions[0]
  if (!shown) return <Empty title="还没有考评规则">写明每一项怎样计分、依据哪一条，才能公布考评。</Empty>
  return (
    <div className="stack">
      {versions.length > 1 && (
        <Select
          aria-label="规则的版次"
          style={{ width: 240 }}
          value={shown.number}
          options={versions.map((one, at) => ({
            value: one.number,
            label: `第 ${one.number} 版${at === 0 ? '（现行）' : ''}`,
          }))}
          onChange={choose}
        />
      )}
      <p>
        第 {shown.number} 版，{shown.decidedName} {dayText(shown.decidedOn)}决定：{shown.reason}
      </p>
      <Table
        caption={`考评规则第 ${shown.number} 版`}
        captionShown="heard"
        keyOf={({ key }) => key}
        rows={shown.lines}
        columns={[
          { key: 'title', head: '项目', names: 'row', cell: ({ title }) => <b>{title}</b> },
          { key: 'kind', head: '结果', cell: ({ kind }) => kindLabels[kind] },
          { key: 'text', head: '算法', cell: ({ text }) => <code>{text}</code> },
          { key: 'basis', head: '依据', cell: ({ basis }) => basis !== null && <Cite>{basis}</Cite> },
          {
            key: 'office',
            head: '分值',
            cell: ({ officePoints, kind }) =>
              officePoints ? '条文没有写明，由督查室决定' : kind === 'points' ? '条文写明' : '',
          },
        ]}
      />
    </div>
  )
}

/** The words that a line may read. */
function Facts() {
  return (
    <aside className="stack" aria-label="可以使用的事实">
      <h2>可以使用的事实</h2>
      <p className="meta">台账在截止时统计</p>
      <ul>
        {countedFacts.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className="meta">督查室登记并写明出处</p>
      <ul>
        {statedFacts.map((name) => (
          <li key={name}>{name}</li>
        ))}
        <li>
          {rankedFact}
          <span className="sub">
            本单位牵头的各指标，每个有上年名次、名次、目标名次，如 <code>count(省评指标[名次 &lt;= 目标名次])</code>
          </span>
        </li>
      </ul>
      <p className="meta">没有登记而又用到的，这一项待定，不当作 0。</p>
      <p className="meta">
        写法如 <code>if 应报数 = 0 then 0 else round half up(30 * 按时签报数 / 应报数, 2)</code>；约谈写条件，如
        <code> 全省排名靠后 and 造成不良影响</code>。
      </p>
    </aside>
  )
}
