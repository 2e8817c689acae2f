import { momentText, Notice, PageTitle, useChinese, useMessages } from '@guangyue/platform/ui'
import { Fragment } from 'react'
import type { VerifyView } from './licence.view.ts'
import { Facts } from './parts.tsx'
import { words } from './words.ts'

/** How a licence stands now, for whoever scanned its code. */
export function VerifyLicencePage({ at, licence }: VerifyView) {
  const say = useMessages(words)
  const zh = useChinese()
  const when = say('verify.at', { at: momentText(at, 'Asia/Shanghai') })
  if (!licence) {
    return (
      <div className="wrap stack">
        <PageTitle title={say('verify')}>{when}</PageTitle>
        <Notice tone="bad" title={say('verify.none')}>
          <p>{say('verify.none.why')}</p>
        </Notice>
      </div>
    )
  }
  const good = licence.state === 'valid' && licence.signed
  return (
    <div className="wrap stack">
      <PageTitle title={licence.name}>{when}</PageTitle>
      <Notice tone={good ? 'good' : 'bad'} title={say(`state.${licence.state}`)}>
        <p>{say(licence.signed ? 'verify.signed' : 'verify.touched')}</p>
      </Notice>
      <Facts {...licence} />
      {licence.fields.length > 0 && (
        <dl className="dl">
          {licence.fields.map(({ name, value }) => (
            <Fragment key={name}>
              <dt lang={zh}>{name}</dt>
              <dd lang={zh}>{value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      <p className="meta">{say('verify.hidden')}</p>
      <p>
        <a href="/licences/keys.json">{say('verify.keys')}</a>
      </p>
    </div>
  )
}
