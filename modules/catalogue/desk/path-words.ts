const words: Readonly<Record<string, string>> = {
  name: '名称',
  kind: '类型',
  body: '承办单位',
  level: '行使层级',
  for: '服务对象',
  who: '谁可以办',
  basis: '依据',
  conditions: '条件',
  sentence: '内容',
  when: '适用情形',
  materials: '材料',
  source: '来源',
  deferrable: '可以后补',
  byCommitment: '可以承诺代替',
  note: '说明',
  form: '申请表',
  title: '标题',
  fields: '项目',
  type: '填写类型',
  required: '必填',
  repeats: '可填多份',
  choices: '可选的值',
  procedure: '流程',
  terms: '期限',
  statutory: '法定',
  promised: '承诺',
  n: '数',
  unit: '单位',
  acceptance: '受理',
  within: '期限',
  stages: '阶段',
  steps: '环节',
  outcomes: '结果',
  grounds: '不计入的情形',
  extension: '延长',
  most: '最多',
  times: '次数',
  fee: '费用',
  text: '内容',
  charged: '收费',
  result: '结果',
  channels: '渠道',
  online: '网办程度',
  visits: '到现场次数',
  window: '窗口',
  confirm: '待确认',
  what: '哪一项',
  effective_from: '生效日期',
  effective_to: '失效日期',
  document: '文件',
  path: '条款',
}

const values: Readonly<Record<string, string>> = {
  true: '是',
  false: '否',
  'working-day': '工作日',
  'calendar-day': '日',
  month: '个月',
  terms: '期限',
  materials: '材料',
  comprehensive: '综合窗口',
  own: '专门窗口',
  none: '不设窗口',
}

/** `procedure.terms.promised.n` as a person reads it: 流程 · 期限 · 承诺 · 数; places in lists count from 1. */
export function pathInWords(path: string): string {
  return path
    .split('.')
    .map((piece) => words[piece] ?? (/^\d+$/.test(piece) ? `第 ${Number(piece) + 1} 项` : piece))
    .join(' · ')
}

/** A value of an item as a person reads it. */
export function valueInWords(value: string | null): string {
  return value === null ? '（无）' : (values[value] ?? value)
}
