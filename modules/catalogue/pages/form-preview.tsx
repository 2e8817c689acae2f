import { type Column, PageTitle, Table, useChinese, useMessages } from '@guangyue/platform/ui'
import { Section, Standing } from './service-parts.tsx'
import type { ServiceView } from './services.view.ts'
import { words } from './words.ts'

type Field = ServiceView['item']['form'][number]['fields'][number]

/** What the form asks, page by page; nothing can be filled in here. */
export function FormPage(view: ServiceView) {
  const say = useMessages(words)
  const zh = useChinese()
  const { item } = view
  const columns: readonly Column<Field>[] = [
    {
      key: 'field',
      head: say('form.field'),
      names: 'row',
      cell: ({ key }) => <span lang={zh}>{key}</span>,
    },
    {
      key: 'type',
      head: say('form.type'),
      cell: ({ type, unit, choices }) => (
        <>
          {say(`type.${type}`)}
          {unit !== undefined && <span lang={zh}>（{unit}）</span>}
          {choices !== undefined && <span lang={zh}>：{choices.join('、')}</span>}
        </>
      ),
    },
    {
      key: 'how',
      head: say('form.how'),
      cell: ({ required, when, repeats, hint }) => (
        <>
          {[
            say(required ? 'form.required' : 'form.optional'),
            when !== null && say('flow.sometimes'),
            repeats && say('form.repeats'),
          ]
            .filter((word) => word !== false)
            .join('，')}
          {hint !== undefined && <span lang={zh}>；{hint}</span>}
        </>
      ),
    },
  ]
  return (
    <div className="wrap">
      <PageTitle
        title={
          <>
            <span lang={zh}>{item.name}</span>　{say('form')}
          </>
        }
      >
        {say('form.lead')}
      </PageTitle>
      <Standing {...view} />
      {item.form.map((page, at) => (
        <Section key={page.key} id={`page-${at + 1}`} title={`${say('form.page', { n: at + 1 })}　${page.title}`}>
          {(page.repeats || page.when !== null) && (
            <p className="meta">
              {[page.repeats && say('form.repeats'), page.when !== null && say('flow.sometimes')]
                .filter((word) => word !== false)
                .join('，')}
            </p>
          )}
          <Table
            caption={page.title}
            captionShown="heard"
            columns={columns}
            rows={page.fields}
            keyOf={({ key }) => key}
          />
        </Section>
      ))}
    </div>
  )
}
