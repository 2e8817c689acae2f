import { dayText, momentText, Notice, PageTitle, useChinese, useLang, useMessages } from '@guangyue/platform/ui'
import type { ReceiptView } from './case.view.ts'
import { words } from './words.ts'

/** The receipt of a submission: its number, and what happens next. To be kept or printed. */
export function ReceiptPage({ view, government }: ReceiptView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const acceptance = view.clocks.find(({ kind }) => kind === 'acceptance')
  const submitted = view.events[0]
  return (
    <div className="wrap receipt">
      <PageTitle
        title={
          <>
            <span lang={zh}>{view.item}</span>　{say('receipt')}
          </>
        }
      >
        {say('receipt.lead', { government })}
      </PageTitle>
      <Notice tone="good" title={say('receipt.done')}>
        <p className="mono receipt__number">{view.number}</p>
      </Notice>
      <dl className="dl">
        <dt>{say('party')}</dt>
        <dd lang={zh}>{view.party.name}</dd>
        <dt>{say('code')}</dt>
        <dd className="mono">{view.party.code}</dd>
        <dt>{say('submitted')}</dt>
        <dd>{momentText(view.submittedAt, 'Asia/Shanghai')}</dd>
        <dt>{say('channel')}</dt>
        <dd>
          {say(`channel.${view.channel}`)} <span lang={zh}>{view.channel === 'window' ? submitted?.who : ''}</span>
        </dd>
        <dt>{say('body')}</dt>
        <dd lang={zh}>{view.body}</dd>
        <dt>{say('materials')}</dt>
        <dd>
          {view.materials.every(({ files }) => files.length === 0) && say('materials.none')}
          <ul lang={zh}>
            {view.materials.flatMap(({ key, name, files }) =>
              files.length === 0
                ? []
                : [<li key={key}>{`${name}（${files.map((file) => file.name).join('、')}）`}</li>],
            )}
          </ul>
        </dd>
      </dl>
      <section className="section" aria-labelledby="next">
        <div className="sechead">
          <h2 id="next">{say('next')}</h2>
        </div>
        {acceptance?.lastDay && (
          <p>{say('receipt.next', { who: view.body, day: dayText(acceptance.lastDay, lang) })}</p>
        )}
        <p>{say('receipt.follow')}</p>
        <p>
          <a
            className="btn btn--primary"
            href={view.role === 'applicant' ? `/cases/${view.id}` : `/desk/cases/${view.id}`}
          >
            {say('receipt.case')}
          </a>
        </p>
      </section>
    </div>
  )
}
