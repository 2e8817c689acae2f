import { Cite, LegalClock, Light, Mark, MarkKey, Notice, Progress, Tabs } from '@guangyue/platform/ui'
import {
  ConfirmBar,
  FaultList,
  MiniCalendar,
  PageBody,
  PageHead,
  Problem,
  SavedTable,
  StaleDialog,
  TodoRow,
  TodoSection,
  useKeys,
  WorkbenchColumns,
} from '@guangyue/platform/ui/desk'
import { Button, DatePicker, Form, Input, Select } from 'antd'
import { useState } from 'react'

// Desk screens with invented rows, for looking at the frame and the shared parts.

/** A workbench. */
export function Workbench() {
  return (
    <>
      <PageHead title="7月6日 星期二" meta="今天 2 件到期，都在下面第一段" />
      <PageBody>
        <WorkbenchColumns
          aside={
            <>
              <div className="aside-block">
                <h2>7月调度</h2>
                <LegalClock
                  label="7月调度，5个工作日"
                  size="small"
                  legend="hidden"
                  today="2021-07-06"
                  lastDay="2021-07-08"
                  days={[
                    { date: '2021-07-02', kind: 'counted', number: 1 },
                    { date: '2021-07-03', kind: 'not-counted', why: '休' },
                    { date: '2021-07-04', kind: 'not-counted', why: '休' },
                    { date: '2021-07-05', kind: 'counted', number: 2 },
                    { date: '2021-07-06', kind: 'counted', number: 3 },
                    { date: '2021-07-07', kind: 'left', number: 4 },
                    { date: '2021-07-08', kind: 'left', number: 5 },
                  ]}
                />
              </div>
              <div className="aside-block">
                <h2>2021年7月</h2>
                <MiniCalendar
                  month="2021-07"
                  today="2021-07-06"
                  isOff={(day) => ['03', '04', '10', '11', '17', '18', '24', '25', '31'].includes(day.slice(8))}
                  due={{ '2021-07-06': 'due', '2021-07-08': 'last', '2021-07-13': 'due', '2021-07-31': 'last' }}
                />
              </div>
            </>
          }
        >
          <TodoSection title="今天" count={2}>
            <ul>
              <TodoRow
                state="near"
                word="今天 17:00"
                title="答复：企业反映窗口要求重复提交章程"
                href="/desk/board"
                meta="12345 转来　第5个工作日"
                action={<Button>答复</Button>}
              />
              <TodoRow
                state="overdue"
                word="逾期 6 天"
                title="登记全程电子化率达 99% 以上"
                href="/desk/board"
                meta={<Cite href="#c">附件一（一）</Cite>}
                action={<Button>修改</Button>}
              />
            </ul>
          </TodoSection>
        </WorkbenchColumns>
      </PageBody>
    </>
  )
}

const rows = Array.from({ length: 18 }, (_, place) => ({
  key: String(place),
  title: ['登记全程电子化率达 99% 以上', '建立建设用地区域评估制度', '推广不动产登记错误赔偿机制'][place % 3] ?? '',
  lead: '市行政审批局、市税务局',
  due: '6月30日',
  percent: (place * 37) % 100,
}))

/** A board of tasks. */
export function Board() {
  const [selected, setSelected] = useState<readonly string[]>(['1'])
  return (
    <>
      <PageHead
        title="工作台账"
        meta="2021年第6期公报　252 项　截至 7月6日 星期二"
        actions={
          <>
            <Button>导出</Button>
            <Button type="primary">读入新文件</Button>
          </>
        }
      />
      <PageBody>
        <Tabs
          label="任务分类"
          tabs={[
            { href: '/desk/board', label: '全部', count: 252, current: true },
            { href: '/desk/board?late', label: '逾期', count: 11 },
          ]}
        />
        <SavedTable
          name="gallery"
          rows={rows}
          keyOf={(row) => row.key}
          selected={selected}
          onSelect={setSelected}
          page={{ page: 1, pageSize: 18, total: 252 }}
          empty={{ title: '没有符合条件的任务' }}
          toolbar={
            <>
              <Input.Search placeholder="任务、条文、单位" aria-label="搜索" style={{ width: 240 }} />
              <Select placeholder="牵头单位" aria-label="牵头单位" options={[{ value: 'a', label: '市行政审批局' }]} />
            </>
          }
          columns={[
            { key: 'state', title: '状态', cell: () => <Light state="overdue">逾期 6 天</Light>, sortable: true },
            {
              key: 'title',
              title: '任务与出处',
              fixed: true,
              cell: (row) => (
                <>
                  <a className="board-title" href="/desk/review">
                    {row.title}
                  </a>
                  <span className="sub">附件一（一）</span>
                </>
              ),
            },
            { key: 'lead', title: '牵头', cell: (row) => row.lead },
            { key: 'due', title: '时限', cell: (row) => row.due },
            { key: 'percent', title: '进度', cell: (row) => <Progress percent={row.percent} state="overdue" /> },
          ]}
          card={(row) => (
            <>
              <Light state="overdue">逾期 6 天</Light>
              <div>
                <a className="board-title" href="/desk/review">
                  {row.title}
                </a>
              </div>
              <Progress percent={row.percent} />
            </>
          )}
        />
      </PageBody>
    </>
  )
}

/** A review of a draft beside its source, with an edit that came too late. */
export function Review() {
  const [stale, setStale] = useState<unknown>(null)
  useKeys({ s: () => setStale(staleEdit) })
  return (
    <>
      <PageHead
        title="核对台账草稿"
        crumbs={[{ href: '/desk/board', label: '工作台账' }, { label: '核对台账草稿' }]}
        meta={<Progress percent={19} />}
      />
      <PageBody>
        <FaultList
          title="读入时有 2 处需要您决定"
          aside="其余 196 条已逐字对上原文"
          faults={[
            {
              key: '1',
              where: '第 455 行',
              message: '「市交通局」不在机构名录中。',
              actions: (
                <>
                  <Button>认作市交通运输局</Button>
                  <Button type="link">另选</Button>
                </>
              ),
            },
            { key: '2', where: '第 267—269 行', message: '责任部门「相关园区管理部门」对应多家单位，需指定。' },
          ]}
        />
        <div className="review">
          <section className="review__pane" aria-label="原文">
            <div className="review__head">
              <h2>原文　附件一（一）</h2>
              <MarkKey />
            </div>
            <div className="src">
              <p>
                <span className="ln">151</span>
                <Mark kind="dead" number="①">
                  6月底前
                </Mark>
                ，全面实现电子印章赠送；牵头部门：
                <Mark kind="lead" current>
                  市行政审批局、市税务局
                </Mark>
                ；责任部门：<Mark kind="supp">市市场监管局、市公安局，各县（市、区）人民政府</Mark>
              </p>
            </div>
          </section>
          <section className="review__pane" aria-label="草稿">
            <div className="review__head">
              <h2>草稿　拆为 2 项任务</h2>
            </div>
            <article className="draft draft--cur">
              <Form layout="vertical" size="small">
                <Form.Item label="任务" htmlFor="title">
                  <Input id="title" defaultValue="全程电子化登记" />
                </Form.Item>
                <Form.Item label="时限" htmlFor="due" validateStatus="error" help="6月没有31日">
                  <DatePicker id="due" />
                </Form.Item>
                <Form.Item label="牵头" htmlFor="lead">
                  <Select id="lead" mode="multiple" defaultValue={['市税务局']} options={[{ value: '市税务局' }]} />
                </Form.Item>
              </Form>
            </article>
            <Notice tone="warn" title="原文未写时限，按月报送。" />
          </section>
        </div>
        <StaleDialog
          error={stale}
          fields={[
            { key: 'title', label: '任务' },
            { key: 'due', label: '时限' },
          ]}
          onSave={() => setStale(null)}
          onBack={() => setStale(null)}
        />
      </PageBody>
      <ConfirmBar
        said={
          <>
            <b>附件一（一）</b>　2 项已核 1 项，还有 1 处错误要改
          </>
        }
        keys={[{ keys: ['J', 'K'], does: '上下条' }]}
      >
        <Button>退回拆分</Button>
        <Button type="primary" size="large">
          确认本条并到下一条 <kbd>Ctrl ↵</kbd>
        </Button>
      </ConfirmBar>
    </>
  )
}

const staleEdit = new Problem({
  type: '/errors#db.stale-version',
  title: '您打开之后，这里已被别人修改',
  status: 409,
  code: 'db.stale-version',
  kept: '您填写的内容没有丢，也没有覆盖别人的修改',
  data: {
    yours: { title: '全程电子化登记', due: '2021-06-30' },
    current: { title: '全程电子化登记率达99%', due: '2021-07-31', version: 4 },
  },
})
