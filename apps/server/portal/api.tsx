import { PageTitle, useMessages } from '@guangyue/platform/ui'
import type { ApiView, Operation } from './api.view.ts'
import { portal } from './messages.ts'

/** Every operation of the interface, each closed up to its line until it is asked for. */
export function ApiPage({ operations, groups }: ApiView) {
  const say = useMessages(portal)
  return (
    <div className="stack">
      <PageTitle title={say('api.title')}>
        {say('api.lead', { n: operations })} <a href="/api/openapi.json">/api/openapi.json</a>
      </PageTitle>
      <p>{say('api.sign-in')}</p>
      <nav aria-label={say('api.modules')}>
        <ul className="row">
          {groups.map(({ name, title, operations: own }) => (
            <li key={name}>
              <a href={`#${name}`}>{title}</a> <span className="num">{own.length}</span>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ name, title, operations: own }) => (
        <section key={name} aria-labelledby={name}>
          <div className="sechead">
            <h2 id={name}>{title}</h2>
          </div>
          {own.map((operation) => (
            <Entry key={operation.id} operation={operation} />
          ))}
        </section>
      ))}
    </div>
  )
}

function Entry({ operation }: { readonly operation: Operation }) {
  const say = useMessages(portal)
  const { id, method, path, summary, may, sends, gives } = operation
  return (
    <details className="operation" id={id}>
      <summary>
        <code>
          <span className="operation__method">{method}</span> {path}
        </code>{' '}
        <span lang="zh-CN">{summary}</span>
      </summary>
      <dl>
        <dt>{say('api.may')}</dt>
        <dd>{may === 'anyone' || may === 'signed-in' ? say(`api.may.${may}`) : <code>{may}</code>}</dd>
        <dt>{say('api.sends')}</dt>
        {sends.length === 0 && <dd>{say('api.sends.none')}</dd>}
        {sends.map(({ name, type, place, required }) => (
          <dd key={`${place}/${name}`}>
            <code>{name}</code> <code>{type}</code>{' '}
            <span className="meta">
              {say(`api.in.${place}`)}
              {required && ` · ${say('api.required')}`}
            </span>
          </dd>
        ))}
        <dt>{say('api.gives')}</dt>
        <dd>
          <code>{gives}</code>
        </dd>
      </dl>
    </details>
  )
}
