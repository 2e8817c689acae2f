const MESSAGES = {
  'kind-own-format': '命令和纪要有各自的特定格式，本程序不排；内容未动，请改用相应格式的文稿',
  'mark-missing': '没有发文机关标志，请填写发文机关全称或规范化简称',
  'mark-too-long': '发文机关标志一行排不下，请改用规范化简称',
  'number-malformed': '发文字号应为“机关代字〔年份〕序号号”，如 某政发〔2021〕7号',
  'signer-missing': '上行文应写明签发人',
  'signer-unfitting': '只有上行文标注签发人，请去掉签发人或改文种',
  'title-kind': '标题应以文种结尾',
  'title-too-long': '标题五行内排不下，请缩短标题',
  'addressee-missing': '这一文种应写明主送机关',
  'addressee-one': '请示只写一个主送机关，需要同时送其他机关的，用抄送',
  'addressee-unfitting': '公告、通告、公报面向社会公布，不写主送机关',
  'body-missing': '没有正文',
  'body-first-page': '首页显示不出正文，请缩短标题或减少联合行文的机关',
  'attachment-name': '附件名称后不加标点符号',
  'signature-missing': '没有发文机关署名',
  'signature-too-long': '发文机关署名一行排不下，请改用规范化简称',
  'signature-on-next-page': '正文太短，落款放不下且无法与正文同页，请调整正文或附件说明',
  'table-columns': '表格各行的列数应与表头相同，各列应有宽度',
  'table-row': '表格有一行在一页内排不下，请拆成几行',
  'printed-before-signed': '印发日期早于成文日期，请核对',
  'imprint-too-long': '抄送机关过多，版记一页内排不下',
  'text-empty': '有内容是空的',
  'text-unprintable': '有换行、制表或其他不能印出的字符，请分段填写',
} as const

export type RefusalCode = keyof typeof MESSAGES

/** Why a document cannot be set; `where` is the field, such as `body 3` (from 1). Nothing was changed. */
export interface Refusal {
  readonly code: RefusalCode
  readonly where: string
  readonly message: string
}

export function refusal(code: RefusalCode, where: string): Refusal {
  return { code, where, message: MESSAGES[code] }
}
