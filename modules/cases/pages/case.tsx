import { dayText, Light, momentText, Notice, PageTitle, useChinese, useLang, useMessages } from '@guangyue/platform/ui'
import { Fragment, type ReactNode } from 'react'
import type { CaseView } from './case.view.ts'
import { Clocks, FormValues, Happened, MaterialList, Next, Part } from './case-parts.tsx'
import { words } from './words.ts'

/** The applicant's page of a case. It works with scripts off. */
export function CasePage(view: CaseView) {
  const say = useMessages(words)
  const zh = useChinese()
  const { number, item, party, stage, light, may } = view
  return (
    <div className="wrap casepage">
      <PageTitle title={<span lang={zh}>{item}</span>}>
        <span lang={zh}>{party.name}</span>　{say('number')} <span className="mono">{number}</span>
      </PageTitle>
      <p className="row">
        <Light state={light} size="large">
          <span lang={zh}>{stage}</span>
        </Light>
        <a className="btn btn--sm" href={`/cases/${view.id}/receipt`}>
          {say('receipt.see')}
        </a>
      </p>
      <div className="aside">
        <div>
          <Supplement {...view} />
          <Part id="next" title={say('next')}>
            <Next {...view} />
          </Part>
          {view.clocks.length > 0 && (
            <Part id="clocks" title={say('clocks')}>
              <Clocks {...view} />
            </Part>
          )}
          <Part id="events" title={say('events')}>
            <Happened events={view.events} />
          </Part>
          <Part id="materials" title={say('materials')}>
            <MaterialList {...view} />
          </Part>
          <Part id="form" title={say('form')}>
            <p className="meta">{say('form.masked')}</p>
            <FormValues pages={view.pages} />
          </Part>
          {may.some(({ type }) => type === 'withdraw') && <Withdraw id={view.id} />}
        </div>
        <aside aria-labelledby="facts">
          <h2 id="facts" className="contents__section">
            {say('facts')}
          </h2>
          <Facts {...view} />
        </aside>
      </div>
    </div>
  )
}

function Supplement({ id, lacking, may, phase }: CaseView) {
  const say = useMessages(words)
  const zh = useChinese()
  if (phase !== 'supplementing') return null
  return (
    <Notice tone="warn" title={say('supplement', { n: lacking.length })}>
      <ol lang={zh}>
        {lacking.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <p>{say('supplement.once')}</p>
      {may.some(({ type }) => type === 'supplement') && (
        <p>
          <a className="btn btn--primary" href={`/desk/cases/${id}/supplement`}>
            {say('supplement.go')}
          </a>
        </p>
      )}
    </Notice>
  )
}

function Facts(view: CaseView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const chinese = (text: string) => <span lang={zh}>{text}</span>
  const { decision } = view
  const rows: readonly (readonly [string, ReactNode])[] = [
    ...(decision === null
      ? []
      : [
          [
            say('decision'),
            <Fragment key="decision">
              <b lang={zh}>{decision.name}</b>
              <br />
              {say('decision.on', { day: dayText(decision.on, lang) })}
              {decision.words !== '' && <p lang={zh}>{decision.words}</p>}
            </Fragment>,
          ] as const,
        ]),
    [
      say('item'),
      <a key="item" href={view.itemHref}>
        {chinese(view.item)}
      </a>,
    ],
    [say('body'), chinese(view.body)],
    [say('party'), chinese(view.party.name)],
    [
      say('code'),
      <span key="code" className="mono">
        {view.party.code}
      </span>,
    ],
    [
      say('phone'),
      <span key="phone" className="mono">
        {view.party.phone}
      </span>,
    ],
    [say('submitted'), momentText(view.submittedAt, 'Asia/Shanghai')],
    [say('channel'), say(`channel.${view.channel}`)],
    [say('result'), chinese(view.result)],
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

function Withdraw({ id }: { readonly id: string }) {
  const say = useMessages(words)
  return (
    <details className="casewithdraw">
      <summary>{say('withdraw')}</summary>
      <form className="form" method="post" action={`/cases/${id}/withdraw`}>
        <p>{say('withdraw.lead')}</p>
        <label className="field__label" htmlFor="reasons">
          {say('withdraw.why')}
        </label>
        <textarea className="input textarea" id="reasons" name="reasons" rows={3} maxLength={2000} />
        <p>
          <button className="btn" type="submit">
            {say('withdraw')}
          </button>
        </p>
      </form>
    </details>
  )
}
