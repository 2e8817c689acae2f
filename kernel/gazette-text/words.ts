/**
 * A test for texts that end with one of the words, and perhaps an aside in brackets. Most texts are told by their last
 * character, without a look at the expression.
 */
function endsWithOneOf(words: string, aside = false): (text: string) => boolean {
  const whole = new RegExp(`(?:${words})${aside ? '(?:（[^（）]{1,24}）)?' : ''}$`)
  const last = endings(words)
  return (text) => {
    const end = text.charAt(text.length - 1)
    return (last.has(end) || (aside && end === '）')) && whole.test(text)
  }
}

/** The last characters of words set apart by bars. */
export function endings(words: string): ReadonlySet<string> {
  return new Set(words.split('|').map((word) => word.charAt(word.length - 1)))
}

const endsTitleWord = endsWithOneOf(
  '通知|意见|办法|方案|决定|公告|通告|批复|复函|函|规定|细则|报告|通报|命令|令|条例|规划|计划|要点|大事记|要事记|半月大事|一周大事|本周大事|每周大事|一月大事|本月大事|每月大事|目录|清单|名单|分解表|任务表|分工表|一览表|章程|准则|指南|预案|纲要|措施|制度|规程|公报|议案|决议|纪要|台账|若干政策|政策|解读|问答',
  true,
)

/** Whether words end the title of an official document. */
export function endsTitle(text: string): boolean {
  return endsTitleWord(text) || (text.includes('大事记') && /大事记(?:19|20)\d{4}(?:（[^（）]{1,24}）)?$/.test(text))
}

/** Whether words end the title of a text that stands alone, without the ending of an official document. */
export const endsLoneTitle = endsWithOneOf(
  '分解|分工|安排|任务|任务书|责任书|实事|事项|项目|公示|表|明细|汇总|情况|动态|简报|部署|举措|行动',
  true,
)

/** Whether words end the name of a body. */
export const endsBody = endsWithOneOf(
  '政府|办公室|办公厅|办事处|办|委员会|管委会|委|局|署|厅|部|院|会|中心|支队|总队|大队|支行|分行|银行|行|公司|集团|分局|总局|法院|检察院|海关|税务局|大学|学院|学校|馆|站|所|处|科|室|队|组|社|联|台|园|街道|镇|乡|县|区|市|省|部门|单位|机构|地区|地方|企业|专班|协会|学会|联合会|工会|团委|团中央|党中央|党委|党组|指挥部|联席会议|小组|机关|开发区|新区|高新区|园区|医院|协|总社|党校|基地|村|村委会|居委会|兵团|军区|电信|移动|联通|铁塔|邮政|供电|烟草|部队|武警|消防|运营商|商会|代表处|州|盟|旗|自治区|庭|厂|门户|平台|电台|电视台|报社|人大|政协|人社|科室|处室|股室|乡镇|各地',
)

/** Headings of sections that say what is wished and thought, and order nothing. */
export const GENERAL_HEADING =
  /^(?:总则|附则|总体(?:要求|思路|目标|思想|部署)|指导(?:思想|原则)|\S{0,8}原则|(?:总体|工作|主要|发展|基本|行动|预期|阶段|具体|奋斗)?目标|目的(?:意义|和意义)?|(?:重要|重大)?意义|背景(?:情况)?|基本(?:情况|要求|思路)|现状|适用(?:范围|对象|条件)|名词解释|术语|工作思路|指导思想(?:和|与|及)\S{2,8}|总体要求(?:和|与|及)\S{2,8}|(?:充分|深刻|切实)?认识\S{0,20}(?:意义|重要性|必要性)\S{0,4}|编制依据|附件|有效期|施行日期|其他事项)$/

/** Headings under which dated figures are orders to somebody and no mere wish: 目标任务, 任务目标. */
export const GOAL_TASK_HEADING = /^(?:\S{0,6}目标任务|\S{0,6}任务目标|目标和任务|任务和目标)$/
