import { momentText, Table } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, PageBody, PageHead, useAct, useCall } from '@guangyue/platform/ui/desk'
import { App, Button } from 'antd'
import { listFailedJobsEndpoint, retryJobEndpoint } from '../failed-jobs-api.ts'

/** Work behind events that is tried no more, each with its fault, and starting it again. */
export function Screen() {
  const failed = useCall(listFailedJobsEndpoint)
  const { message } = App.useApp()
  const retry = useAct(retryJobEndpoint, {
    onDone: () => message.success('已重新办理；仍未办成时会再发消息'),
    refreshes: [listFailedJobsEndpoint],
  })
  return (
    <>
      <PageHead title="后台处理" />
      <PageBody>
        <ErrorNotice error={retry.error} />
        <Loaded query={failed}>
          {({ jobs }) =>
            jobs.length === 0 ? (
              <div className="empty">
                <b>没有停下的后台处理</b>
                <p>公报读入、生成任务、发送消息等在后台进行，失败时自动重试；重试多次仍未办成的列在这里。</p>
              </div>
            ) : (
              <Table
                caption="不再自动重试的后台处理"
                keyOf={({ id }) => id}
                rows={jobs}
                columns={[
                  {
                    key: 'at',
                    head: '最后一次',
                    cell: ({ failedAt }) => <span className="num">{momentText(failedAt, 'Asia/Shanghai')}</span>,
                  },
                  { key: 'event', head: '事件', names: 'row', cell: ({ event }) => event },
                  { key: 'module', head: '模块', cell: ({ module }) => module },
                  { key: 'fault', head: '原因', cell: ({ fault }) => fault },
                  { key: 'tries', head: '次数', cell: ({ tries }) => <span className="num">{tries}</span> },
                  {
                    key: 'act',
                    head: <span className="vh">办理</span>,
                    stacked: 'alone',
                    cell: ({ id, event }) => (
                      <Button
                        size="small"
                        aria-label={`重新办理 ${event}`}
                        loading={retry.isPending}
                        onClick={() => retry.mutate({ params: { id } })}
                      >
                        重新办理
                      </Button>
                    ),
                  },
                ]}
              />
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}
