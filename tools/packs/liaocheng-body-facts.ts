import type { Basis } from './rows.ts'

interface Successor {
  /** Key of a body of the pack, when it has one. */
  readonly body?: string
  readonly name: string
  readonly short: string
  /** The day from which the successor stands; null when only the year of the reform is known. */
  readonly effective_from: string | null
  readonly certainty: 'printed' | 'recalled' | 'unknown'
  readonly basis: readonly Basis[]
}

const reform: Basis = { source: '2023年党和国家机构改革' }

/** What became of bodies after the issue. Only the first is printed in it; a person confirms the others. */
export const successors: Readonly<Record<string, readonly Successor[]>> = {
  市扶贫办: [
    {
      body: 'shi-xiang-cun-zhen-xing-ju',
      name: '聊城市乡村振兴局',
      short: '市乡村振兴局',
      effective_from: '2021-06-30',
      certainty: 'printed',
      basis: [{ document: '聊政任〔2021〕13号', path: ['自然免除'] }],
    },
  ],
  人民银行聊城市中心支行: [
    {
      name: '中国人民银行聊城市分行',
      short: '人民银行聊城市分行',
      effective_from: '2023-08-18',
      certainty: 'recalled',
      basis: [reform],
    },
  ],
  聊城银保监分局: [
    {
      name: '国家金融监督管理总局聊城监管分局',
      short: '聊城金融监管分局',
      effective_from: '2023-07-20',
      certainty: 'recalled',
      basis: [reform],
    },
  ],
  市乡村振兴局: [
    {
      body: 'shi-nong-ye-nong-cun-ju',
      name: '聊城市农业农村局',
      short: '市农业农村局',
      effective_from: null,
      certainty: 'recalled',
      basis: [reform],
    },
  ],
}

/** Bodies that had ended by the issue, with the first day on which they no longer stood. */
export const abolished: Readonly<Record<string, { readonly on: string; readonly basis: Basis }>> = {
  市扶贫办: { on: '2021-06-30', basis: { document: '聊政任〔2021〕13号', path: ['自然免除'] } },
}

/** Short forms in common use that the issue does not print; office spreadsheets are full of them. */
export const customaryNames: Readonly<Record<string, readonly string[]>> = {
  市政府办公室: ['市府办', '市政府办'],
  市发展改革委: ['市发改委', '市发展和改革委员会'],
  市教育体育局: ['市教体局', '市教育和体育局'],
  市科技局: ['市科学技术局'],
  市工业和信息化局: ['市工信局'],
  市人力资源社会保障局: ['市人社局', '市人力资源和社会保障局'],
  市自然资源和规划局: ['市自然资源局'],
  市住房城乡建设局: ['市住建局', '市住房和城乡建设局'],
  市城管局: ['市城市管理局'],
  市商务投资促进局: ['市商务局', '市商务和投资促进局', '市投资促进局'],
  市文化和旅游局: ['市文旅局'],
  市卫生健康委: ['市卫健委', '市卫生健康委员会'],
  市退役军人局: ['市退役军人事务局'],
  市应急局: ['市应急管理局'],
  市行政审批局: ['市审批服务局', '市行政审批服务局'],
  市市场监管局: ['市市场监督管理局', '市场监管局'],
  市医保局: ['市医疗保障局'],
  市地方金融监管局: ['市地方金融监督管理局', '市金融监管局'],
  市住房公积金管理中心: ['市公积金中心'],
  市税务局: ['聊城市税务局'],
  人民银行聊城市中心支行: ['人民银行聊城中支', '人行聊城中支'],
  聊城银保监分局: ['市银保监分局'],
  国网聊城供电公司: ['聊城供电公司', '市供电公司'],
  东昌府区: ['东昌府区政府'],
  茌平区: ['茌平区政府'],
  临清市: ['临清市政府'],
  冠县: ['冠县县政府', '冠县政府'],
  莘县: ['莘县县政府', '莘县政府'],
  阳谷县: ['阳谷县政府'],
  东阿县: ['东阿县政府'],
  高唐县: ['高唐县政府'],
  经济技术开发区: ['经开区', '聊城经开区', '经济技术开发区管委会', '聊城经济技术开发区'],
  聊城高新区管委会: ['高新区管委会', '高新技术产业开发区管委会'],
}

export const notes: Readonly<Record<string, string>> = {
  市生态环境局: '实行省以下垂直管理为主；台账中按市直部门对待。',
  市城管局: '是否另挂综合行政执法局牌子未核对。',
  市外办: '是否与市委外事工作委员会办公室合署未核对。',
  市国资委: '市政府直属特设机构。',
  市市场监管局: '承担知识产权管理职责。',
  市能源局: '是单设、由发展改革委管理还是挂牌，未核对。',
  市口岸办: '通常为商务部门挂牌，未核对。',
  市扶贫办: '职务已自然免除；只用于任职沿革，不派任务。简称为本程序所拟。',
  市委: '只在叙述中提到，不承担任务。',
  市大数据中心: '一个机构两块牌子，不同于市大数据局。简称为本程序所拟。',
  聊城大学: '省属高校，在市内办学。',
  市气象局: '双重领导，以气象部门为主。',
  市消防救援支队: '国家综合性消防救援队伍。',
  市中级人民法院: '不属政府部门，政府不得对其考评。',
  优化营商环境创新突破工作领导小组: '由各级各部门分别成立，每个单位各有一个。',
  市促进中医药发展工作领导小组: '加挂阿胶全产业链高质量发展领导小组牌子。',
  政务公开领导小组: '各级各有一个；此处指市级。',
  市优化提升工程建设项目建设制度改革领导小组: '以成员单位承担任务，成员名单未刊登。',
  市质量强市工作领导小组: '批准并公布奖励名单，其办公室负责汇总审核。',
  经济技术开发区: '本期未单独提到。简称为本程序所拟。',
  市信访局: '只见于聊政任〔2021〕12号。',
  市乡村振兴局: '承接市扶贫开发办公室。',
}
