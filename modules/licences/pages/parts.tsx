import { dayText, useChinese, useLang, useMessages } from '@guangyue/platform/ui'
import { Fragment, type ReactNode } from 'react'
import type { LicenceView } from './licence.view.ts'
import { words } from './words.ts'

/** The first and the last day, or the first alone where no last is stated. */
export function Term({ validFrom, validTo }: Pick<LicenceView, 'validFrom' | 'validTo'>) {
  const say = useMessages(words)
  const lang = useLang()
  const from = dayText(validFrom, lang)
  return validTo === null ? say('valid.from', { from }) : say('valid.days', { from, to: dayText(validTo, lang) })
}

/** What a licence says of itself. */
export function Facts(
  props: Pick<LicenceView, 'number' | 'name' | 'holder' | 'holderCode' | 'issuer' | 'validFrom' | 'validTo'>,
) {
  const say = useMessages(words)
  const zh = useChinese()
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say('number'), props.number],
    [say('holder'), props.holder],
    [say('holderCode'), props.holderCode],
    [say('issuer'), props.issuer],
  ]
  return (
    <dl className="dl">
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd lang={zh}>{value}</dd>
        </Fragment>
      ))}
      <dt>{say('valid')}</dt>
      <dd>
        <Term {...props} />
      </dd>
    </dl>
  )
}
