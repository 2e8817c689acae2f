import '../ledger.css'
import { Empty } from '@guangyue/platform/ui'
import { downloadHref, ErrorNotice, Loaded, PageBody, PageHead, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { exportFollowsEndpoint, listFollowsEndpoint, unfollowEndpoint } from '../../follows/api.ts'
import { ExportLink } from '../export-link.tsx'

/** 我的关注: the tasks and clauses of whose changes one is told. */
export function Screen() {
  const found = useCall(listFollowsEndpoint)
  const unfollow = useAct(unfollowEndpoint)
  return (
    <>
      <PageHead
        title="我的关注"
        meta="任务的状态、时限、责任单位、进展和公开范围有变化时给您发消息"
        actions={
          found.data !== undefined &&
          found.data.items.length > 0 && <ExportLink href={downloadHref(exportFollowsEndpoint, {})} />
        }
      />
      <PageBody>
        <ErrorNotice error={unfollow.error} />
        <Loaded query={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="还没有关注">
                <p>在任务页点“关注”，可以关注一项任务，或一条条文的全部任务。</p>
              </Empty>
            ) : (
              <ul className="list list--ruled">
                {items.map(({ kind, id, title, label, href }) => (
                  <li key={id} className="row row--between">
                    <span>
                      {href === null ? (
                        <span className="meta">现在不能查看</span>
                      ) : (
                        <>
                          <a className="board-title" href={href}>
                            {title}
                          </a>
                          <span className="sub">
                            {kind === 'clause' ? '条文　' : '任务　'}
                            {label}
                          </span>
                        </>
                      )}
                    </span>
                    <Button
                      size="small"
                      aria-label={`取消关注${title ?? ''}`}
                      onClick={() => unfollow.mutate({ params: { kind, id } })}
                    >
                      取消关注
                    </Button>
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
