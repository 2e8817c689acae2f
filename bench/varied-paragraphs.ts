/** A source of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const bodies = words(
  '市财政局 市教育局 市民政局 市水利局 市公安局 市交通运输局 市农业农村局 市生态环境局 市自然资源局 市住房城乡建设局 市卫生健康委 市市场监管局 市文化和旅游局 市行政审批局 市医疗保障局 市应急管理局 各县区政府 供电公司 税务部门 仲裁机构 街道办事处 镇政府',
)
const doing = words(
  '推进 完善 建立 优化 简化 公开 核查 统筹 组织 落实 修订 编制 取消 合并 压减 推广 试行 评估 督促 登记 受理 办结 抽查 维修 新建 改造 培训 补贴 减免 返还 发放 整治 清理 保护 监测 巡查 通报',
)
const things = words(
  '渡口 船期 码头 堤防 灌渠 水库 雨污分流 自来水 老旧小区 加装电梯 公租房 物业服务 停车泊位 路灯 人行道 公交线路 校车 学位 托育机构 幼儿园 职业培训 零工市场 就业补贴 工伤认定 养老服务 医保结算 检查结果 家庭医生 急救站点 疫苗接种 出生登记 不动产登记 带押过户 施工许可 竣工验收 消防验收 用电报装 获得用水 燃气接入 通信接入 营业执照 企业开办 简易注销 经营主体 信用修复 首违不罚 跨境电商 保税仓库 出口退税 留抵退税 增值税发票 小微贷款 应急转贷 融资担保 知识产权 专利转化 技术合同 孵化器 高新企业 产业链 物流园区 冷链仓储 农贸市场 产地仓 高标准农田 种子储备 病虫害 秸秆还田 湿地保护 入河排口 扬尘治理 噪声投诉 垃圾分类 危险废物 地质灾害 森林防火 防汛物资 应急演练 食品抽检 药品追溯 电梯检验 公共资源交易 政府采购 招标代理 投标保证金 政务大厅 一窗受理 跨省通办 电子证照 数据共享 档案数字化 图书馆 博物馆 文艺演出 民宿 夜间经济 景区门票 体育场馆 志愿服务 社区矛盾 法律援助 仲裁裁决 执行案款 破产清算',
)
const manners = words(
  '依法 分类 逐项 按季度 一次性 网上 就近 全程 限时 免费 联合 分批 及时 常态化 精准 主动 书面 公开透明地 由专人 按程序',
)
const ends = words(
  '年底前完成 每月公布进度 不得增加群众负担 结果向社会公开 由牵头单位负责解释 纳入年度考核 实行清单管理 接受群众监督 办理时限压缩一半 资料只交一次 三个工作日内答复 建立工作台账 与上级要求一致 先行试点再行推广 经费从部门预算中解决 出现问题及时纠正',
)

function words(list: string): readonly string[] {
  return list.split(' ')
}

export interface Paragraph {
  readonly title: string
  readonly context: string
  readonly body: string
}

/** Paragraphs of our own sentences. Some words are common and some rare, as in any text; the numbers in them vary. */
export function paragraphsFrom(seed: number, count: number): readonly Paragraph[] {
  const next = numbersFrom(seed)
  // The square leans towards the first words of a list, so that counts differ as much as they do in real text.
  const pick = (list: readonly string[]) => list[Math.floor(next() ** 2 * list.length)] ?? ''
  const sentence = () =>
    `${pick(bodies)}${pick(manners)}${pick(doing)}${pick(things)}、${pick(things)}，${pick(doing)}${pick(things)}${Math.ceil(next() * 90)}处，${pick(ends)}。`
  return Array.from({ length: count }, () => {
    const title = `${pick(doing)}${pick(things)}`
    const sentences = Array.from({ length: 1 + Math.floor(next() * 4) }, sentence)
    return { title, context: `${pick(things)}工作`, body: `${title}。${sentences.join('')}` }
  })
}

/** Things to ask for: a word, two, three, part of a word, a run of characters, one character, and what nothing has. */
export function queriesFrom(seed: number, count: number): readonly string[] {
  const next = numbersFrom(seed)
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? ''
  const kinds = [
    () => pick(things),
    () => pick(things),
    () => pick(bodies),
    () => `${pick(doing)}${pick(things)}`,
    () => `${pick(bodies)} ${pick(things)}`,
    () => `${pick(things)} ${pick(things)}`,
    () => `${pick(things)} ${pick(things)} ${pick(bodies)}`,
    () => pick(things).slice(0, 2),
    () => pick(things).slice(1, 3),
    () => pick(things).charAt(0),
    () => `${pick(things).charAt(0)}${pick(doing).charAt(1)}${pick(ends).charAt(0)}`,
    () => `如何${pick(doing)}${pick(things)}`,
  ]
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.() ?? '')
}
