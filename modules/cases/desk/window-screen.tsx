import { Empty } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { windowItemsEndpoint } from '../api/apply.ts'

/** What this window takes in for people who come. */
export function Screen() {
  const query = useCall(windowItemsEndpoint)
  return (
    <>
      <PageHead title="窗口收件" />
      <PageBody>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="本窗口没有收件的事项">事项的受理单位和办理渠道在事项库中设定。</Empty>
            ) : (
              <ul className="list list--ruled">
                {items.map(({ code, name, kind }) => (
                  <li key={code} className="row row--between">
                    <a href={`/desk/window/${code}`}>{name}</a>
                    <span className="meta">{kind}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}
