import {
  Chart,
  Cite,
  type ClockDay,
  Empty,
  Explanation,
  Field,
  FileList,
  Formula,
  Hits,
  LegalClock,
  Light,
  lightStates,
  Mark,
  MarkKey,
  Notice,
  PageTitle,
  Pagination,
  Phrases,
  ProblemNotice,
  Progress,
  Quote,
  Seal,
  SelectField,
  Table,
  Tabs,
  Timeline,
} from '@guangyue/platform/ui'
import type { ReactNode } from 'react'

/** Every shared component with invented figures, for looking at. */
export function Components() {
  return (
    <>
      <PageTitle title={<Phrases phrases={['全部构件', '一处看齐']} />}>只供观看，不随程序发布。数字为虚构。</PageTitle>
      <Part title="状态">
        <p className="row">
          {lightStates.map((state) => (
            <Light key={state} state={state} />
          ))}
          <Light state="overdue" size="large">
            逾期 6 天
          </Light>
          <Progress percent={64} />
          <Progress percent={96} state="overdue" />
          <Progress percent={100} state="done" />
        </p>
      </Part>
      <Part title="时钟">
        <LegalClock label="督办时钟，10个工作日" days={strip} today="2021-07-06" lastDay="2021-07-16" />
      </Part>
      <Part title="时钟，超期">
        <LegalClock label="答复时限" days={over} today="2021-07-20" lastDay="2021-07-16" provisional />
      </Part>
      <Part title="时钟，月">
        <LegalClock label="一个月" days={month} today="2021-07-06" lastDay="2021-07-31" legend="hidden" />
      </Part>
      <Part title="出处与引文">
        <Quote source={<Cite href="#c">岳政发〔2021〕7号 附件一（一）</Cite>}>
          六月底前，企业登记全程电子化率不低于百分之九十九。
        </Quote>
        <p>
          <Cite>市长批示 2021年6月3日（原文未存）</Cite>
        </p>
      </Part>
      <Part title="原文标记">
        <MarkKey />
        <p className="song">
          <Mark kind="dead" number="①">
            6月底前
          </Mark>
          ，全面实现电子印章免费赠送，
          <Mark kind="goal">全程电子化率达99%以上</Mark>。（
          <Mark kind="lead" current>
            市行政审批局
          </Mark>
          牵头，
          <Mark kind="supp">市公安局、市税务局，各县（市、区）人民政府</Mark>配合）
        </p>
        <p className="song">
          <Hits text="企业开办一窗通平台" ranges={[{ start: 2, end: 4 }]} />
        </p>
      </Part>
      <Part title="提示">
        <Notice title="《办法》8月1日起施行，现在可以预填。">9月30日截止。</Notice>
        <Notice tone="warn" title="还差一件：贷款结清证明。" />
        <Notice tone="good" title="已确认 37 条。" />
        <ProblemNotice
          problem={{
            title: '文件没有文字，可能是扫描件',
            kept: '没有保存任何内容',
            todo: '上传文字版（txt、docx 或可选中文字的 pdf）',
          }}
        />
        <Empty title="暂无督查发现">明察暗访核实后列在这里。</Empty>
      </Part>
      <Part title="表单">
        <div className="form">
          <Field name="username" label="用户名" hint="由管理员设定" autoComplete="off" />
          <Field
            name="due"
            label="时限"
            defaultValue="2021-06-31"
            error="6月没有31日。「6月底前」通常记作 2021-06-30。"
          />
          <SelectField name="kind" label="种类" choices={[{ value: 'a', label: '双牵头，合并报送' }]} />
          <p className="row">
            <button className="btn btn--primary" type="button">
              提交
            </button>
            <button className="btn" type="button">
              取消
            </button>
            <button className="btn btn--quiet btn--sm" type="button">
              另选
            </button>
          </p>
        </div>
      </Part>
      <Part title="表">
        <Tabs
          label="任务分类"
          tabs={[
            { href: '#all', label: '全部', count: 252, current: true },
            { href: '#late', label: '逾期', count: 11 },
            { href: '#near', label: '临期', count: 24 },
            { href: '#mine', label: '我关注的', count: 16 },
          ]}
        />
        <Table
          caption="任务"
          captionShown="heard"
          rows={rows}
          keyOf={(row) => row.title}
          columns={[
            { key: 'state', head: '状态', cell: () => <Light state="near">还剩 3 天</Light>, stacked: 'alone' },
            { key: 'title', head: '任务', names: 'row', cell: (row) => <a href="#t">{row.title}</a> },
            { key: 'lead', head: '牵头', cell: (row) => row.lead },
            { key: 'n', head: '责任', align: 'right', cell: (row) => row.n },
          ]}
        />
        <Pagination page={2} pageSize={20} total={252} href={(page) => `#${page}`} />
      </Part>
      <Part title="图">
        <Chart heard="全程电子化率由93.1%升至98.6%" points={points} target={99} unit="%" />
        <Chart
          heard="网办率由70%升至81%，年底预计84%至92%，目标90%"
          points={[
            { label: '4月30日', value: 70, at: 0 },
            { label: '5月31日', value: 75, at: 31 },
            { label: '7月5日', value: 81, at: 66 },
          ]}
          targets={[{ label: '12月31日', value: 90, at: 245 }]}
          ahead={[{ label: '12月31日', value: 88, low: 84, high: 92, at: 245 }]}
          unit="%"
        />
        <Chart
          heard="每月办结"
          kind="bar"
          points={points.map((point, place) => ({ ...point, value: place * 3 + 2 }))}
        />
      </Part>
      <Part title="说明">
        <Formula
          heard="80万元乘以50%等于40万元"
          sign="×"
          terms={[
            { label: '主持制定', value: '80万元' },
            { label: '修订按一半', value: '50%' },
          ]}
          result={{ label: '应得', value: '40万元' }}
        />
        <Explanation
          reason={{
            question: '可以领，40万元',
            value: '400 000.00 元',
            because: [
              { question: '金额', value: '80万 × 50%', quote: '按照主持制定同类标准的一半给予奖励。' },
              {
                question: '时间在内',
                answer: { state: 'done', word: '是' },
                fact: '2021年3月12日，在规定期间内。',
                source: { href: '#s', text: '第九条' },
              },
            ],
          }}
        />
      </Part>
      <Part title="经过">
        <Timeline
          entries={[
            { key: '1', title: '7月报送，待核验', when: '7月5日 16:20', who: '市行政审批局', mark: 'now' },
            { key: '2', title: '到期未达标，转为逾期', when: '7月1日 0:00', who: '系统', mark: 'bad' },
            {
              key: '3',
              title: '读入、核对并分办',
              when: '6月18日',
              mark: 'done',
              children: <FileList files={[{ href: '#f', name: '登记统计表.xlsx', size: 20480 }]} />,
            },
          ]}
        />
        <Seal body="岳阳洲市行政审批服务局" below="演示" />
      </Part>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="section">
      <div className="sechead">
        <h2>{title}</h2>
      </div>
      <div className="stack">{children}</div>
    </section>
  )
}

const rows = [
  { title: '登记全程电子化率达 99% 以上', lead: '市行政审批局、市税务局', n: 10 },
  { title: '建立建设用地区域评估制度', lead: '市自然资源和规划局', n: 2 },
]

const points = [93.1, 94.6, 95.8, 97, 97.9, 98.6].map((value, place) => ({ label: `${place + 1}月`, value }))

const strip: readonly ClockDay[] = [
  { date: '2021-07-01', kind: 'not-counted', why: '始日' },
  { date: '2021-07-02', kind: 'counted', number: 1 },
  { date: '2021-07-03', kind: 'not-counted', why: '周末' },
  { date: '2021-07-04', kind: 'not-counted', why: '周末' },
  { date: '2021-07-05', kind: 'suspended' },
  { date: '2021-07-06', kind: 'counted', number: 2 },
  ...[7, 8, 9].map((day, place) => left(day, place + 3)),
  { date: '2021-07-10', kind: 'not-counted', why: '周末' },
  { date: '2021-07-11', kind: 'not-counted', why: '周末' },
  ...[12, 13, 14, 15, 16].map((day, place) => left(day, place + 6)),
]

const over: readonly ClockDay[] = [
  { date: '2021-07-15', kind: 'counted', number: 9 },
  { date: '2021-07-16', kind: 'counted', number: 10 },
  { date: '2021-07-17', kind: 'not-counted', why: '周末' },
  { date: '2021-07-18', kind: 'not-counted', why: '周末' },
  { date: '2021-07-19', kind: 'over', number: 1 },
  { date: '2021-07-20', kind: 'over', number: 2 },
]

const month: readonly ClockDay[] = Array.from({ length: 31 }, (_, place) =>
  place < 6 ? { date: `2021-07-0${place + 1}`, kind: 'counted', number: place + 1 } : left(place + 1, place + 1),
)

function left(day: number, number: number): ClockDay {
  return { date: `2021-07-${String(day).padStart(2, '0')}`, kind: 'left', number }
}
