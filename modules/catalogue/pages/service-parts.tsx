import { Cite, type Column, dayText, Notice, Table, useChinese, useLang, useMessages } from '@guangyue/platform/ui'
import type { ReactNode } from 'react'
import type { Cited } from '../cite.ts'
import type { ServiceView } from './services.view.ts'
import { termText } from './terms.ts'
import { words } from './words.ts'

type Material = ServiceView['item']['materials'][number]

export function Cites({ cites }: { readonly cites: readonly Cited[] }) {
  return (
    <span className="row cites">
      {cites.map(({ label, href }) => (
        <Cite key={label} href={href ?? undefined}>
          {label}
        </Cite>
      ))}
    </span>
  )
}

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <div className="sechead">
        <h2 id={id}>{title}</h2>
      </div>
      {children}
    </section>
  )
}

/** Which version is shown, what begins when, and what is still to be confirmed. */
export function Standing({ shown, next, hrefs, item }: ServiceView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const since = item.effective_from === null ? '' : dayText(item.effective_from, lang)
  return (
    <div className="stack standing">
      {shown !== 'now' && (
        <Notice tone="warn" title={say(`shown.${shown}`, { day: since })}>
          {shown !== 'ended' && (
            <p>
              <a href={hrefs.now}>{say('shown.now')}</a>
            </p>
          )}
        </Notice>
      )}
      {next && (
        <Notice title={say('next', { day: dayText(next.day, lang) })}>
          <p>
            <a href={next.href}>{say('next.see')}</a>
          </p>
        </Notice>
      )}
      {item.confirm.length > 0 && (
        <Notice tone="warn" title={say('confirm')}>
          <ul>
            {item.confirm.map(({ what, note }) => (
              <li key={`${what} ${note}`}>
                {say(`confirm.${what}`)}：<span lang={zh}>{note}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

export function Conditions({ conditions }: { readonly conditions: ServiceView['item']['conditions'] }) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <ul className="list list--ruled">
      {conditions.map(({ key, sentence, kind, basis }) => (
        <li key={key}>
          <span lang={zh}>{sentence}</span>
          <p className="meta row">
            <span>{say(`condition.${kind}`)}</span>
            <Cites cites={basis} />
          </p>
        </li>
      ))}
    </ul>
  )
}

export function Materials({ materials }: { readonly materials: readonly Material[] }) {
  const say = useMessages(words)
  const zh = useChinese()
  if (materials.length === 0) return <p>{say('material.none')}</p>
  const columns: readonly Column<Material>[] = [
    {
      key: 'name',
      head: say('material.name'),
      names: 'row',
      cell: ({ name }) => <span lang={zh}>{name}</span>,
    },
    { key: 'source', head: say('material.source'), cell: ({ source }) => say(`source.${source}`) },
    {
      key: 'note',
      head: say('material.note'),
      cell: ({ when, deferrable, byCommitment, note }) => {
        const said = [
          when !== null && say('material.sometimes'),
          deferrable !== null && say('material.deferrable'),
          byCommitment && say('material.commitment'),
        ].filter((word) => word !== false)
        return (
          (said.length > 0 || note !== null) && (
            <>
              {said.join('，')}
              {said.length > 0 && note !== null && '；'}
              {note !== null && <span lang={zh}>{note}</span>}
            </>
          )
        )
      },
    },
  ]
  return (
    <Table
      caption={say('materials')}
      captionShown="heard"
      columns={columns}
      rows={materials}
      keyOf={({ key }) => key}
    />
  )
}

interface TermRow {
  readonly name: string
  readonly length: string
  readonly basis: readonly Cited[]
}

export function Terms({ item, terms }: ServiceView) {
  const say = useMessages(words)
  const zh = useChinese()
  const { procedure, confirm } = item
  const mark = confirm.some(({ what }) => what === 'terms') ? `（${say('confirm.mark')}）` : ''
  const rows: readonly TermRow[] = [
    {
      name: say('terms.acceptance'),
      length: termText(say, procedure.acceptance.within) + mark,
      basis: terms.acceptance,
    },
    { name: say('terms.statutory'), length: termText(say, procedure.terms.statutory) + mark, basis: terms.decision },
    ...(procedure.terms.promised
      ? [{ name: say('terms.promised'), length: termText(say, procedure.terms.promised), basis: terms.decision }]
      : []),
    ...(procedure.extension
      ? [
          {
            name: say('terms.extension', { n: procedure.extension.times }),
            length: termText(say, procedure.extension.most),
            basis: terms.extension,
          },
        ]
      : []),
  ]
  return (
    <>
      <Table
        caption={say('terms')}
        captionShown="heard"
        keyOf={({ name }) => name}
        rows={rows}
        columns={[
          { key: 'name', head: say('terms.which'), names: 'row', cell: ({ name }) => name },
          { key: 'length', head: say('terms.length'), cell: ({ length }) => length },
          { key: 'basis', head: say('terms.basis'), cell: ({ basis }) => <Cites cites={basis} /> },
        ]}
      />
      {terms.grounds.length > 0 && (
        <>
          <p>{say('terms.stops')}</p>
          <ul>
            {terms.grounds.map(({ name, basis }) => (
              <li key={name}>
                <span lang={zh}>{name}</span> <Cites cites={basis} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
