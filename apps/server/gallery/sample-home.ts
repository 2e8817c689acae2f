import type { ShellProps } from '@guangyue/platform/http'
import type { HomeView } from '../portal/home.view.ts'

// Invented figures for looking at the pages; no data of a city.

export const shell: ShellProps = {
  lang: 'zh',
  city: { key: 'sample', name: '岳阳洲市', governmentName: '岳阳洲市人民政府', contact: '12345 热线' },
  title: '首页',
  path: '/',
  demo: true,
  playing: null,
  today: '2021-07-06',
  nav: [
    { href: '/gazette', label: '公报', current: false },
    { href: '/ledger', label: '承诺与进展', current: false },
    { href: '/posts', label: '职务', current: false },
  ],
  crumbs: [],
  account: null,
  cssHref: '/site.css',
}

const chapters = ['开办企业', '办理建筑许可', '获得电力', '获得用水用气', '登记财产', '纳税', '跨境贸易', '政务服务']

export const home: HomeView = {
  search: {
    action: '/search',
    hints: [
      { text: '新开办企业', href: '/search?q=1' },
      { text: '低压接电', href: '/search?q=2' },
      { text: '岳政发〔2021〕7号', href: '/search?q=3' },
    ],
  },
  promises: {
    total: 252,
    asOf: '2021-07-06',
    href: '/ledger',
    counts: { done: 61, 'on-time': 60, near: 24, overdue: 11, suspended: 2, 'not-begun': 17, none: 77 },
    hrefs: { overdue: '/ledger?state=overdue', near: '/ledger?state=near' },
    groups: chapters.map((name, place) => ({
      name,
      href: `/ledger?chapter=${place}`,
      total: 10 + place * 2,
      counts: { done: 2 + place, 'on-time': 5, near: place % 3, overdue: place % 2, none: 3 },
    })),
  },
  issue: {
    title: '2021年第6期（总第219期）',
    href: '/gazette/2021-6',
    allHref: '/gazette',
    groups: [
      {
        name: '市政府文件',
        documents: [
          { title: '关于印发优化营商环境实施方案的通知', href: '/d/1', number: '岳政发〔2021〕7号', page: '2' },
        ],
      },
      {
        name: '市政府办公室文件',
        documents: [
          { title: '关于印发2021年政务公开工作要点的通知', href: '/d/2', number: '岳政办发〔2021〕5号', page: '26' },
          {
            title: '关于进一步促进农产品加工业发展的实施意见',
            href: '/d/3',
            number: '岳政办字〔2021〕13号',
            page: '33',
          },
        ],
      },
    ],
  },
  acts: {
    href: '/acts',
    entries: [{ title: '关于任免工作人员职务的通知', href: '/d/4', number: '岳政任〔2021〕11号', date: '2021-06-25' }],
  },
  chronicle: {
    href: '/chronicle',
    entries: [
      { date: '2021-06-28', text: '市长到高新区调研企业开办和项目审批。', href: '/chronicle#1' },
      { date: '2021-06-22', text: '全市优化营商环境会议召开。', href: '/chronicle#2' },
    ],
  },
}
