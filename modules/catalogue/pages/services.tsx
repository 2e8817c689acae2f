import {
  Cite,
  dayText,
  Empty,
  Field,
  PageTitle,
  SelectField,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import { Fragment } from 'react'
import type { FigureView } from '../figure-views.ts'
import type { ServicesView } from './services.view.ts'
import { termText } from './terms.ts'
import { words } from './words.ts'

/** All items in force, with filters, and the shares that documents set goals for. */
export function ServicesPage({ filter, bodies, kinds, items, inAll, figures }: ServicesView) {
  const say = useMessages(words)
  const zh = useChinese()
  const all = { value: '', label: say('filter.all') }
  const filtered = Object.values(filter).some((value) => value !== '')
  return (
    <div className="wrap">
      <PageTitle title={say('services')}>{say('services.lead')}</PageTitle>
      {inAll === 0 ? (
        <Empty title={say('services.empty')}>
          <p>{say('services.empty.next')}</p>
        </Empty>
      ) : (
        <>
          <form className="filters" action="/services" method="get">
            <Field name="q" label={say('filter.q')} defaultValue={filter.q} maxLength={50} />
            <SelectField name="body" label={say('filter.body')} defaultValue={filter.body} choices={[all, ...bodies]} />
            <SelectField
              name="kind"
              label={say('filter.kind')}
              defaultValue={filter.kind}
              choices={[all, ...kinds.map((kind) => ({ value: kind, label: kind }))]}
            />
            <SelectField
              name="for"
              label={say('filter.for')}
              defaultValue={filter.for}
              choices={[all, { value: 'person', label: say('for.person') }, { value: 'firm', label: say('for.firm') }]}
            />
            <button className="btn btn--primary" type="submit">
              {say('filter.go')}
            </button>
          </form>
          <p className="meta row" role="status">
            <span>{say('services.count', { n: items.length })}</span>
            {filtered && <a href="/services">{say('services.clear')}</a>}
          </p>
          {items.length === 0 && (
            <Empty title={say('services.none')}>
              <p>{say('services.none.next')}</p>
            </Empty>
          )}
          <ul className="list list--ruled">
            {items.map((item) => (
              <li key={item.href}>
                <a href={item.href} lang={zh}>
                  {item.name}
                </a>
                <p className="meta row">
                  <span lang={zh}>{item.body}</span>
                  <span lang={zh}>{item.kind}</span>
                  <span>
                    {termText(say, item.term)}
                    {item.termToConfirm && `（${say('confirm.mark')}）`}
                  </span>
                  <span>{say(`online.${item.online as 1}`)}</span>
                </p>
              </li>
            ))}
          </ul>
          <Figures figures={figures} />
        </>
      )}
    </div>
  )
}

function Figures({ figures }: { readonly figures: readonly FigureView[] }) {
  const say = useMessages(words)
  const lang = useLang()
  return (
    <section className="section" aria-labelledby="figures">
      <div className="sechead">
        <h2 id="figures">{say('figures')}</h2>
      </div>
      <dl className="dl">
        {figures.map(({ figure, have, of, percent, target, reached }) => (
          <Fragment key={figure}>
            <dt>{say(`figure.${figure}`)}</dt>
            <dd>
              <b className="num">{percent === null ? say('figure.none') : `${percent}%`}</b>{' '}
              <span className="meta">
                {say('figure.of', { have, of })}，{say(`figure.${figure}.what`)}
              </span>
              {target && (
                <p className="meta row">
                  <span>
                    {say('figure.target', { percent: target.percent })}
                    {target.by && say('figure.by', { day: dayText(target.by, lang) })}
                    {reached !== null && `　${say(reached ? 'figure.reached' : 'figure.short')}`}
                  </span>
                  {target.basis.map(({ label, href }) => (
                    <Cite key={label} href={href ?? undefined}>
                      {label}
                    </Cite>
                  ))}
                </p>
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
