import '../ledger.css'
import './overview.css'
import { ErrorNotice, useCall } from '@guangyue/platform/ui/desk'
import { ownChargeEndpoint } from '../../overview/api.ts'
import { Indicators } from './indicators-screen.tsx'
import { UnitFigures } from './unit-figures.tsx'

/** On a leader's workbench: the indicators that the posts held command, and the units that they answer for. */
export function OwnCharge() {
  const { data, error, refetch } = useCall(ownChargeEndpoint)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.posts.length === 0) return null
  const { posts, indicators } = data
  const units = data.units.filter(({ all, missing }) => all + missing > 0)
  const idle = data.units.length - units.length
  return (
    <>
      {indicators.length > 0 && (
        <section className="stack owncharge" aria-labelledby="own-indicators">
          <h2 id="own-indicators">
            任总指挥的指标 <span>{indicators.length}</span>
          </h2>
          <Indicators items={indicators} />
        </section>
      )}
      {units.length > 0 && (
        <section className="stack owncharge" aria-labelledby="own-units">
          <h2 id="own-units">
            分管的单位 <span>{posts.join('、')}</span>
          </h2>
          <UnitFigures units={units} caption="分管的单位" />
          {idle > 0 && <p className="meta">其余 {idle} 个分管单位没有牵头任务。</p>}
        </section>
      )}
      <p>
        <a href="/desk/ledger/overview">全局：逾期、缺报与原因</a>
      </p>
    </>
  )
}
