import { PageTitle, useChinese, useMessages } from '@guangyue/platform/ui'
import { Fragment, type ReactNode } from 'react'
import { FlowChart, FlowList } from './flow-chart.tsx'
import { Cites, Conditions, Materials, Section, Standing, Terms } from './service-parts.tsx'
import type { ServiceView } from './services.view.ts'
import { words } from './words.ts'

/** The guide of an item: everything that whoever applies should know. */
export function ServicePage(view: ServiceView) {
  const say = useMessages(words)
  const zh = useChinese()
  const { item, flow, hrefs } = view
  return (
    <div className="wrap">
      <PageTitle title={<span lang={zh}>{item.name}</span>}>
        <span lang={zh}>{item.who}</span>
      </PageTitle>
      <p className="row">
        {hrefs.apply !== null && (
          <a className="btn btn--primary" href={hrefs.apply}>
            {say('apply')}
          </a>
        )}
        <a className="btn" href={hrefs.checklist}>
          {say('checklist.see')}
        </a>
        <a className="btn" href={hrefs.form}>
          {say('form.see')}
        </a>
      </p>
      <Standing {...view} />
      <div className="aside">
        <div>
          {item.conditions.length > 0 && (
            <Section id="conditions" title={say('conditions')}>
              <Conditions conditions={item.conditions} />
            </Section>
          )}
          <Section id="materials" title={say('materials')}>
            <Materials materials={item.materials} />
          </Section>
          <Section id="terms" title={say('terms')}>
            <Terms {...view} />
          </Section>
        </div>
        <aside aria-labelledby="facts">
          <h2 id="facts" className="contents__section">
            {say('facts')}
          </h2>
          <Facts {...view} />
        </aside>
      </div>
      <Section id="steps" title={say('steps')}>
        <FlowChart flow={flow} />
        <FlowList flow={flow} />
      </Section>
      <Section id="basis" title={say('basis')}>
        <Cites cites={item.basis} />
        {item.basis.some(({ href }) => href === null) && <p className="meta">{say('basis.not-held')}</p>}
      </Section>
    </div>
  )
}

function Facts({ item, body }: ServiceView) {
  const say = useMessages(words)
  const zh = useChinese()
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      say('body'),
      <span key="body" lang={zh}>
        {body}
      </span>,
    ],
    [
      say('kind'),
      <span key="kind" lang={zh}>
        {item.kind}
      </span>,
    ],
    [
      say('level'),
      <span key="level" lang={zh}>
        {item.level}
      </span>,
    ],
    [say('filter.for'), item.for.map((one) => say(`for.${one}`)).join('、')],
    [
      say('fee'),
      <span key="fee">
        <span lang={zh}>{item.fee.text}</span> <Cites cites={item.fee.basis} />
      </span>,
    ],
    [
      say('result'),
      <span key="result">
        <span lang={zh}>{item.result.name}</span>（{say(`result.${item.result.kind}`)}）
      </span>,
    ],
    [say('channels'), item.channels.map((one) => say(`channel.${one}`)).join('、')],
    [say('online'), say(`online.${item.online as 1}`)],
    [say('visits'), say('visits.n', { n: item.visits })],
    [say('window'), say(`window.${item.window}`)],
  ]
  return (
    <dl className="dl">
      {rows.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
