import { dayText, Notice, weekdayText } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, PageBody, PageHead, useAct, useCall } from '@guangyue/platform/ui/desk'
import { App, Button, DatePicker, Form, TimePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { moveTimeEndpoint, readTimeEndpoint } from '../new-city-api.ts'

/** Where the legal time of a demonstration stands, and moving it. */
export function Screen() {
  const time = useCall(readTimeEndpoint)
  return (
    <>
      <PageHead title="演示时间" />
      <PageBody>
        <Loaded query={time}>{({ today }) => <Move key={today} today={today} />}</Loaded>
      </PageBody>
    </>
  )
}

function Move({ today }: { readonly today: string }) {
  const { message } = App.useApp()
  const move = useAct(moveTimeEndpoint, { onDone: (to) => message.success(`法定时间已到${dayText(to.today)}`) })
  const send = ({ day, clock }: { day: Dayjs; clock: Dayjs }) =>
    move.mutate({ body: { day: day.format('YYYY-MM-DD'), clock: clock.format('HH:mm') } })
  return (
    <div className="stack" style={{ maxWidth: 560 }}>
      <p>
        现在的法定时间停在 <b>{dayText(today)}</b> 星期{weekdayText(today)}。
      </p>
      <Notice>
        <p>时限、提醒和效力都按法定时间计算。拨动后，到期的提醒随即发出；已办的事和已发的消息不会撤回。</p>
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
          <Button type="primary" htmlType="submit" loading={move.isPending}>
            拨到这一时刻
          </Button>
        </Form.Item>
      </Form>
    </div>
  )
}
