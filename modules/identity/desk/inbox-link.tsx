import { useCall } from '@guangyue/platform/ui/desk'
import { meEndpoint } from '../api.ts'

/** The way to one's messages, with how many are unread; asked again when somebody comes back to the window. */
export function InboxLink({ onGo }: { readonly onGo?: () => void }) {
  const me = useCall(meEndpoint)
  const unread = me.data?.unread ?? 0
  return (
    <a href="/desk/inbox" onClick={onGo} aria-label={unread === 0 ? '消息，没有未读' : `消息，${unread} 条未读`}>
      消息{unread > 0 && <span className="unread">{unread > 99 ? '99+' : unread}</span>}
    </a>
  )
}
