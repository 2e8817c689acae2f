import { momentText, Notice, PageTitle, Table, useChinese, useMessages } from '@guangyue/platform/ui'
import type { LicenceView } from './licence.view.ts'
import { Facts } from './parts.tsx'
import { words } from './words.ts'

/** A licence for its holder: its code, what is shown to whoever scans it, and who looked. */
export function LicencePage(view: LicenceView) {
  const say = useMessages(words)
  return (
    <div className="wrap stack">
      <PageTitle title={view.name}>{view.issuer}</PageTitle>
      <Notice tone={view.state === 'valid' ? 'good' : 'bad'} title={say(`state.${view.state}`)} />
      <Facts {...view} />
      <p>
        <img src={view.qr} alt={say('qr')} width={220} height={220} />
      </p>
      <p className="row">
        <a href={view.verifyHref}>{say('qr.open')}</a>
        <a href={`/licences/${view.id}/licence.json`}>{say('file')}</a>
      </p>
      <Release view={view} />
      <Showings showings={view.showings} />
    </div>
  )
}

function Release({ view: { id, fields, until } }: { readonly view: LicenceView }) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <section className="section stack" aria-labelledby="release">
      <h2 id="release">{say('release')}</h2>
      <p>
        {until === null ? say('release.none') : say('release.until', { until: momentText(until, 'Asia/Shanghai') })}
      </p>
      <form method="post" action={`/licences/${id}/release`} className="stack">
        <p>{say('release.lead')}</p>
        {fields.map(({ name, value, shown }, at) => (
          <label key={name} className="row">
            <input type="checkbox" name={`field${at}`} value={name} defaultChecked={shown} />
            <span lang={zh}>
              {name}：{value}
            </span>
          </label>
        ))}
        <label className="row">
          <span>{say('release.days')}</span>
          <input className="input" type="number" name="days" min={1} max={30} defaultValue={7} required />
        </label>
        <p>
          <button className="btn btn--main" type="submit">
            {say('release.go')}
          </button>
        </p>
      </form>
      {until !== null && (
        <form method="post" action={`/licences/${id}/withdraw`}>
          <button className="btn" type="submit">
            {say('release.withdraw')}
          </button>
        </form>
      )}
    </section>
  )
}

function Showings({ showings }: Pick<LicenceView, 'showings'>) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <section className="section stack" aria-labelledby="showings">
      <h2 id="showings">{say('showings')}</h2>
      {showings.length === 0 ? (
        <p>{say('showings.none')}</p>
      ) : (
        <Table
          caption={say('showings')}
          captionShown="heard"
          keyOf={({ id }) => id}
          rows={showings}
          columns={[
            { key: 'at', head: say('showings.at'), names: 'row', cell: ({ at }) => momentText(at, 'Asia/Shanghai') },
            { key: 'who', head: say('showings.who'), cell: ({ who }) => <span lang={zh}>{who}</span> },
            {
              key: 'what',
              head: say('showings.what'),
              cell: ({ what }) => <span lang={zh}>{what === '' ? say('showings.state') : what}</span>,
            },
          ]}
        />
      )}
    </section>
  )
}
