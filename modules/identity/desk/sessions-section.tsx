import { Table } from '@guangyue/platform/ui'
import { ErrorNotice, useAct } from '@guangyue/platform/ui/desk'
import { Button, Popconfirm } from 'antd'
import { endOtherSessionsEndpoint, endSessionEndpoint, type Session } from '../own/api.ts'
import { whenText } from './moments.ts'
import { Section } from './section.tsx'

/** Where one is signed in; each can be ended, this one by signing out. */
export function SessionsSection({ sessions }: { readonly sessions: readonly Session[] }) {
  const end = useAct(endSessionEndpoint)
  const endOthers = useAct(endOtherSessionsEndpoint)
  return (
    <Section
      title="登录的设备"
      actions={
        sessions.length > 1 && (
          <Popconfirm title="退出其他所有设备？" okText="退出" cancelText="取消" onConfirm={() => endOthers.mutate({})}>
            <Button loading={endOthers.isPending}>退出其他设备</Button>
          </Popconfirm>
        )
      }
    >
      <ErrorNotice error={end.error ?? endOthers.error} />
      <Table
        caption="登录的设备"
        captionShown="heard"
        keyOf={({ id }) => id}
        rows={sessions}
        columns={[
          {
            key: 'device',
            head: '设备',
            names: 'row',
            cell: ({ device, current }) => (current ? `${device}（本机）` : device),
          },
          { key: 'since', head: '登录于', cell: ({ since }) => <span className="num">{whenText(since)}</span> },
          {
            key: 'seen',
            head: '最近使用（约）',
            cell: ({ seenAt }) => <span className="num">{whenText(seenAt)}</span>,
          },
          {
            key: 'act',
            head: <span className="vh">办理</span>,
            stacked: 'alone',
            cell: ({ id, device, current }) =>
              current ? null : (
                <Button size="small" aria-label={`退出 ${device}`} onClick={() => end.mutate({ params: { id } })}>
                  退出
                </Button>
              ),
          },
        ]}
      />
    </Section>
  )
}
