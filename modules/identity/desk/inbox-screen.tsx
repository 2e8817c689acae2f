import { Empty } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, PageBody, PageHead, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { meEndpoint } from '../api.ts'
import { type InboxMessage, listInboxEndpoint, readInboxEndpoint } from '../inbox/api.ts'
import { whenText } from './moments.ts'

/** One's messages, newest first; those not read are bold and say so. */
export function Screen() {
  const [befores, setBefores] = useState<readonly number[]>([])
  const before = befores.at(-1)
  const inbox = useCall(listInboxEndpoint, { query: { before } })
  const read = useAct(readInboxEndpoint, { refreshes: [listInboxEndpoint, meEndpoint] })
  const unread = inbox.data?.unread ?? 0
  return (
    <>
      <PageHead
        title="消息"
        meta={<span>{unread === 0 ? '全部已读' : `${unread} 条未读`}</span>}
        actions={
          <Button disabled={unread === 0} loading={read.isPending} onClick={() => read.mutate({ body: { ids: null } })}>
            全部标为已读
          </Button>
        }
      />
      <PageBody>
        <ErrorNotice error={read.error} />
        <Loaded query={inbox}>
          {({ messages }) =>
            messages.length === 0 ? (
              <Empty title="没有消息">任务交办、退回、将到期时，会在这里告诉您。</Empty>
            ) : (
              <>
                <ul className="cards" style={{ maxWidth: 760 }}>
                  {messages.map((message) => (
                    <Message
                      key={message.id}
                      message={message}
                      onRead={() => read.mutate({ body: { ids: [message.id] } })}
                    />
                  ))}
                </ul>
                <p className="pages">
                  {befores.length > 0 && <Button onClick={() => setBefores(befores.slice(0, -1))}>较新的</Button>}
                  {messages.length === 50 && (
                    <Button onClick={() => setBefores([...befores, messages.at(-1)?.number ?? 1])}>较早的</Button>
                  )}
                </p>
              </>
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function Message({ message, onRead }: { readonly message: InboxMessage; readonly onRead: () => void }) {
  const { title, body, href, writtenAt, readAt } = message
  const fresh = readAt === null
  const markRead = () => {
    if (fresh) onRead()
  }
  return (
    <li>
      <div className="row row--between">
        {href === null ? (
          <span style={{ fontWeight: fresh ? 700 : 400 }}>{title}</span>
        ) : (
          <a href={href} onClick={markRead} style={{ fontWeight: fresh ? 700 : 400 }}>
            {title}
          </a>
        )}
        <span className="row meta">
          {fresh && <span>未读</span>}
          <time className="num" dateTime={writtenAt}>
            {whenText(writtenAt)}
          </time>
        </span>
      </div>
      <p>{body}</p>
      {fresh && (
        <Button size="small" style={{ marginTop: 6 }} aria-label={`标为已读：${title}`} onClick={markRead}>
          标为已读
        </Button>
      )}
    </li>
  )
}
