import { Empty, PageTitle, Table, useChinese, useMessages } from '@guangyue/platform/ui'
import type { MineView } from './licence.view.ts'
import { Term } from './parts.tsx'
import { words } from './words.ts'

/** The licences that somebody holds. */
export function MyLicencesPage({ licences }: MineView) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <div className="wrap">
      <PageTitle title={say('mine')}>{say('mine.lead')}</PageTitle>
      {licences.length === 0 ? (
        <Empty title={say('mine.empty')}>
          <p>{say('mine.empty.next')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('mine')}
          captionShown="heard"
          keyOf={({ id }) => id}
          rows={licences}
          columns={[
            {
              key: 'number',
              head: say('number'),
              names: 'row',
              cell: ({ id, number }) => (
                <a href={`/licences/${id}`} lang={zh}>
                  {number}
                </a>
              ),
            },
            { key: 'holder', head: say('holder'), cell: ({ holder }) => <span lang={zh}>{holder}</span> },
            { key: 'state', head: say('state'), cell: ({ state }) => say(`state.${state}`) },
            { key: 'valid', head: say('valid'), cell: (row) => <Term {...row} /> },
          ]}
        />
      )}
    </div>
  )
}
