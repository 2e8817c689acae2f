import { Empty, monthText } from '@guangyue/platform/ui'
import {
  downloadHref,
  Loaded,
  TodoRow,
  TodoSection,
  useCall,
  useMe,
  WorkbenchColumns,
} from '@guangyue/platform/ui/desk'
import { exportPeriodEndpoint, listDutiesEndpoint, owing } from '../../dispatch/api.ts'
import { ExportLink } from '../export-link.tsx'
import { dueWord, lightOfReport, wordOfReport } from './report-words.ts'
import type { Duty, Runs } from './shapes.ts'

const limit = 200

/** 月调度 for a unit: what waits for its head and came up to it, which is little, then what it owes and has reported. */
export function UnitView({ runs }: { readonly runs: Runs }) {
  const { account } = useMe()
  const owed = useCall(listDutiesEndpoint, { query: { as: 'mine', states: [...owing], limit } })
  const head = account.roles.includes('head')
  return (
    <WorkbenchColumns aside={<Open runs={runs} />}>
      {head && <Listed title="等我签发" as="sign" action="签发" />}
      <Listed title="报到本单位，待并入" as="below" action="并入" />
      <Loaded query={owed}>
        {({ items, total }) => (
          <Duties
            title="本单位待报"
            duties={items}
            total={total}
            action="填报"
            empty="本单位现在没有要报的；开启新一期时会有消息"
          />
        )}
      </Loaded>
      <Listed title="本期已报" as="mine" states={['signed', 'merged', 'accepted', 'waived']} action="查看" />
    </WorkbenchColumns>
  )
}

function Open({ runs: { periods } }: { readonly runs: Runs }) {
  const open = periods.filter(({ closedOn }) => closedOn === null)
  return (
    <div className="aside-block">
      <h2>正在调度</h2>
      {open.length === 0 && <p className="meta">现在没有开启的调度期。</p>}
      <ul className="list">
        {open.map(({ id, scheme, month, due }) => (
          <li key={id}>
            {scheme}
            <span className="sub">
              {monthText(month)}，{dueWord({ due })}
            </span>
            <ExportLink href={downloadHref(exportPeriodEndpoint, { params: { id }, query: {} })}>
              导出本单位报告
            </ExportLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ListedProps {
  readonly title: string
  readonly as: 'mine' | 'sign' | 'below'
  readonly states?: readonly Duty['state'][]
  readonly action: string
}

function Listed({ title, as, states, action }: ListedProps) {
  const found = useCall(listDutiesEndpoint, { query: { as, states: states && [...states], limit } })
  return (
    <Loaded query={found}>
      {({ items, total }) => total > 0 && <Duties title={title} duties={items} total={total} action={action} />}
    </Loaded>
  )
}

interface DutiesProps {
  readonly title: string
  readonly duties: readonly Duty[]
  readonly total: number
  readonly action: string
  /** What is said where there are none. */
  readonly empty?: string
}

/** Reports in rows; one that is to be merged opens the lead's own. */
export function Duties({ title, duties, total, action, empty }: DutiesProps) {
  const { account } = useMe()
  return (
    <TodoSection title={title} count={total}>
      {duties.length === 0 && empty !== undefined && <Empty title={empty} />}
      <ul>
        {duties.map((duty) => {
          const to = `/desk/ledger/reports/${action === '并入' && duty.above !== null ? duty.above : duty.id}`
          return (
            <TodoRow
              key={duty.id}
              state={lightOfReport(duty)}
              word={wordOfReport(duty)}
              title={duty.title}
              href={to}
              meta={metaOf(duty, account.bodyId)}
              action={
                <a className="btn btn--sm" href={to} aria-label={`${action} ${duty.title}`}>
                  {action}
                </a>
              }
            />
          )
        })}
      </ul>
      {total > duties.length && <p className="meta">先列出 {duties.length} 份，办完后显示其余。</p>}
    </TodoSection>
  )
}

/** The own unit is not named. */
function metaOf(duty: Duty, own: string | null): string {
  const written = duty.draftedName === null ? [] : [`${duty.draftedName}起草`]
  const percent = duty.percent === null ? [] : [`完成 ${duty.percent}%`]
  const role = duty.role === 'lead' ? '牵头' : '配合'
  return [
    duty.cite.label,
    duty.unit.id === own ? role : `${duty.unit.name}（${role}）`,
    monthText(duty.month),
    dueWord(duty),
    ...written,
    ...percent,
  ].join('　')
}
