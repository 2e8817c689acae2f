import {
  dayText,
  Empty,
  Light,
  momentText,
  PageTitle,
  Table,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import type { MyCasesView } from './case.view.ts'
import { words } from './words.ts'

/** What somebody applied for, and the forms that they have not submitted. */
export function MyCasesPage({ items, drafts, next }: MyCasesView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <div className="wrap">
      <PageTitle title={say('mine')}>
        {say('mine.lead')} <a href="/licences">{say('mine.licences')}</a>
      </PageTitle>
      {drafts.length > 0 && (
        <section className="section" aria-labelledby="drafts">
          <div className="sechead">
            <h2 id="drafts">{say('mine.drafts')}</h2>
          </div>
          <ul className="list list--ruled">
            {drafts.map(({ id, code, place, item, savedAt }) => (
              <li key={id} className="row row--between">
                <a href={`/desk/${place === 'window' ? 'window' : 'apply'}/${code}?draft=${id}`} lang={zh}>
                  {item}
                </a>
                <span className="meta">{say('mine.drafts.saved', { when: momentText(savedAt, 'Asia/Shanghai') })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {items.length === 0 ? (
        <Empty title={say('mine.empty')}>
          <p>{say('mine.empty.next')}</p>
          <p>
            <a className="btn" href="/services">
              {say('mine.services')}
            </a>
          </p>
        </Empty>
      ) : (
        <Table
          caption={say('mine')}
          captionShown="heard"
          keyOf={({ id }) => id}
          rows={items}
          columns={[
            {
              key: 'item',
              head: say('item'),
              names: 'row',
              cell: ({ id, item }) => (
                <a href={`/cases/${id}`} lang={zh}>
                  {item}
                </a>
              ),
            },
            { key: 'number', head: say('number'), cell: ({ number }) => <span className="mono">{number}</span> },
            { key: 'party', head: say('party'), cell: ({ party }) => <span lang={zh}>{party}</span> },
            {
              key: 'stage',
              head: say('stage'),
              cell: ({ light, stage }) => (
                <Light state={light}>
                  <span lang={zh}>{stage}</span>
                </Light>
              ),
            },
            {
              key: 'until',
              head: say('until'),
              cell: ({ lastDay }) => lastDay !== null && say('until.day', { day: dayText(lastDay, lang) }),
            },
          ]}
        />
      )}
      {next !== null && (
        <p>
          <a className="btn" href={`/cases?before=${next}`}>
            {say('mine.more')}
          </a>
        </p>
      )}
    </div>
  )
}
