import { dayText, Notice, weekdayText } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, PageBody, PageHead, useAct, useCall, useMe } from '@guangyue/platform/ui/desk'
import { App, Button, DatePicker, Form, Popconfirm, TimePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { resetEndpoint } from '../demonstration/reset-api.ts'
import { moveTimeEndpoint, readTimeEndpoint } from '../new-city-api.ts'

/** Where the legal time of a demonstration stands, moving it, and beginning the demonstration anew. */
export function Screen() {
  const time = useCall(readTimeEndpoint)
  return (
    <>
      <PageHead title="演示时间" />
      <PageBody>
        <div className="stack" style={{ maxWidth: 560 }}>
          <Loaded query={time}>{({ today }) => <Move key={today} today={today} />}</Loaded>
          <Reset />
        </div>
      </PageBody>
    </>
  )
}

function Move({ today }: { readonly today: string }) {
  const { message } = App.useApp()
  const { playing } = useMe()
  const move = useAct(moveTimeEndpoint, { onDone: (to) => message.success(`法定时间已到${dayText(to.today)}`) })
  const send = ({ day, clock }: { day: Dayjs; clock: Dayjs }) =>
    move.mutate({ body: { day: day.format('YYYY-MM-DD'), clock: clock.format('HH:mm') } })
  return (
    <div className="stack">
      <p>
        现在的法定时间停在 <b>{dayText(today)}</b> 星期{weekdayText(today)}。
      </p>
      <Notice>
        <p>
          {playing === null
            ? '时限、提醒和效力都按法定时间计算。拨动后，到期的提醒随即发出；已办的事和已发的消息不会撤回。'
            : '演示正在逐日推演，法定时间由推演前移；推演结束后可以在这里拨动。'}
        </p>
      </Notice>
      <ErrorNotice error={move.error} />
      <Form
        layout="inline"
        requiredMark={false}
        initialValues={{ day: dayjs(today), clock: dayjs('09:00', 'HH:mm') }}
        onFinish={send}
      >
        <Form.Item name="day" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="clock" label="时刻" rules={[{ required: true, message: '请选择时刻' }]}>
          <TimePicker format="HH:mm" />
        </Form.Item>
        <Form.Item>
          <Button type="primary" htmlType="submit" loading={move.isPending} disabled={playing !== null}>
            拨到这一时刻
          </Button>
        </Form.Item>
      </Form>
    </div>
  )
}

/** Everything that was done in the demonstration is given up, with the accounts that were made in it. */
function Reset() {
  const reset = useAct(resetEndpoint, { refreshes: [], onDone: () => location.assign('/') })
  return (
    <section className="stack" aria-label="重置演示">
      <h2>重置演示</h2>
      <p>清空本城市演示中的全部数据，重新装入，并从第一天逐日推演。几秒后可用演示账号重新登录。</p>
      <ErrorNotice error={reset.error} />
      <div>
        <Popconfirm
          title="清空演示并从第一天重新推演？"
          description="演示中办过的事、建立的账号和会话都不再保留。"
          okText="清空并重新推演"
          cancelText="取消"
          onConfirm={() => reset.mutate({})}
        >
          <Button danger loading={reset.isPending}>
            重置演示
          </Button>
        </Popconfirm>
      </div>
    </section>
  )
}
