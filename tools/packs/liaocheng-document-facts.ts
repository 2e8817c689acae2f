interface DocumentFact {
  readonly kind: string
  readonly supervision?: {
    readonly bodies: readonly string[]
    readonly posts: readonly string[]
    readonly path: readonly string[]
  }
  readonly milestones?: readonly {
    readonly path: readonly string[]
    readonly phrase: string
    readonly due: string | null
    readonly rule: string | null
    readonly name: string
    readonly inherited: boolean
  }[]
  readonly rankTarget?: object
}

/** Kind, supervising body and general dates of each document, read by hand. */
export const documentFacts: Readonly<Record<string, DocumentFact>> = {
  '聊政发〔2021〕7号': {
    kind: '实施方案',
    supervision: { bodies: ['市政府办公室'], posts: ['总指挥'], path: ['四'] },
    milestones: [
      { path: ['一'], phrase: '6月底前', due: '2021-06-30', rule: null, name: '取得实质性进展', inherited: true },
      { path: ['一'], phrase: '8月底前', due: '2021-08-31', rule: null, name: '基本完成改革任务', inherited: true },
      { path: ['一'], phrase: '11月底前', due: '2021-11-30', rule: null, name: '实现重大突破', inherited: true },
      { path: ['四', '（一）'], phrase: '每月', due: null, rule: 'monthly', name: '总指挥调度', inherited: false },
    ],
    rankTarget: { path: ['一'], base_year: 2020, within: 8, target: 5, otherwise: 8 },
  },
  '聊政办发〔2021〕5号': {
    kind: '工作要点',
    supervision: { bodies: ['政务公开领导小组'], posts: [], path: ['五', '（一）'] },
    milestones: [
      { path: ['五', '（四）'], phrase: '季度', due: null, rule: 'quarterly', name: '督查', inherited: false },
      { path: ['五', '（四）'], phrase: '年度', due: null, rule: 'yearly', name: '考核', inherited: false },
    ],
  },
  '聊政办字〔2021〕11号': {
    kind: '办法',
    supervision: { bodies: ['市质量强市工作领导小组办公室'], posts: [], path: ['第六条', '（四）'] },
    milestones: [
      {
        path: ['第六条', '（二）'],
        phrase: '每年度的9月30日',
        due: null,
        rule: 'yearly by 09-30',
        name: '奖项申报截止',
        inherited: false,
      },
      {
        path: ['第六条', '（四）'],
        phrase: '7个工作日',
        due: null,
        rule: '7 working-day',
        name: '公示',
        inherited: false,
      },
    ],
  },
  '聊政办字〔2021〕13号': { kind: '实施意见' },
  '聊政办字〔2021〕14号': {
    kind: '实施方案',
    supervision: { bodies: ['市促进中医药发展工作领导小组'], posts: [], path: ['四', '（一）'] },
  },
  聊城市人民政府大事记: { kind: '大事记' },
}
