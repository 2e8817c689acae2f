import { dayText, FileList, Notice, PageTitle, useChinese, useLang, useMessages } from '@guangyue/platform/ui'
import { Fragment } from 'react'
import type { VerifyView } from './verify.view.ts'
import { words } from './words.ts'

/** What holds of a signed issue, checked anew for whoever asks. */
export function VerifyPage(view: VerifyView) {
  const say = useMessages(words)
  return (
    <div className="wrap">
      <PageTitle title={say('verify.title', { label: view.label })}>{say('verify.lead')}</PageTitle>
      <div className="stack">
        <Notice tone={view.holds ? 'good' : 'bad'} title={say(view.holds ? 'verify.holds' : 'verify.fails')} />
        <Checks checks={view.checks} />
        <Printed view={view} />
        <Chain chain={view.chain} />
        <section className="section stack" aria-labelledby="offline">
          <h2 id="offline">{say('verify.offline')}</h2>
          <p>{say('verify.offline.text')}</p>
          <FileList files={[{ href: view.packageHref, name: say('verify.package') }, ...view.files]} />
        </section>
      </div>
    </div>
  )
}

function Checks({ checks }: Pick<VerifyView, 'checks'>) {
  const say = useMessages(words)
  return (
    <table className="table">
      <caption className="vh">{say('verify.what')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('verify.what')}</th>
          <th scope="col">{say('verify.result')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ name, holds }) => (
          <tr key={name}>
            <td>{say(`verify.${name}`)}</td>
            <td>
              <b>{say(holds ? 'verify.yes' : 'verify.no')}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Printed({ view }: { readonly view: VerifyView }) {
  const say = useMessages(words)
  const rows = [
    ['verify.contentHash', view.contentHash],
    ['verify.previous', view.previous ?? say('verify.first')],
    ['verify.head', `${say('verify.seal-number', { n: view.sealId })}　${view.seal}`],
    ['verify.own', view.hash],
    ['verify.sig', view.signature],
    ['verify.key', view.fingerprint],
  ] as const
  return (
    <section className="section stack" aria-labelledby="printed">
      <h2 id="printed">{say('verify.printed')}</h2>
      <dl className="dl">
        {rows.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{say(name)}</dt>
            <dd className="proof">{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

function Chain({ chain }: Pick<VerifyView, 'chain'>) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <section className="section stack" aria-labelledby="chain">
      <h2 id="chain">{say('verify.chain.title')}</h2>
      <ol className="list list--ruled" reversed>
        {chain.map((one) => (
          <li key={one.position}>
            {one.current ? <b lang={zh}>{one.label}</b> : <a href={one.href}>{one.label}</a>}
            <p className="meta row">
              <span>{say('verify.position', { n: one.position })}</span>
              <span>{dayText(one.signedOn, lang)}</span>
              <span>{say(one.holds ? 'verify.yes' : 'verify.no')}</span>
            </p>
            <p className="meta proof">{one.hash}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
