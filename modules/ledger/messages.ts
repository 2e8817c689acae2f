import { teller } from '@guangyue/modules/identity'

/** Messages of the ledger as the program ships them; a city may word them anew. Places in braces are filled by the sender. */
const templates = {
  'tasks-assigned': {
    title: '有任务交办本单位：{document}',
    body: '《{title}》拆出的任务已经确认，其中有交办本单位的。请到工作台查看并安排。',
  },
  'task-returned': { title: '任务被退回：{title}', body: '退回理由：{reason}。请修改后重新报送。' },
  'tasks-due': {
    title: '逾期 {over} 项，临期 {near} 项',
    body: '本单位牵头的任务截至 {today}：逾期 {over} 项，临期 {near} 项。请到工作台查看。',
  },
  'task-verify': { title: '任务报完成，待核验：{title}', body: '{unit} 报告已完成，请核验。' },
  'parts-proposed': {
    title: '分解待批准：{title}',
    body: '{unit}把这项任务分解到各单位，其中 {count} 项晚于或低于任务本身，请批准或退回。批准之前没有交办。',
  },
  'request-answered': { title: '{answer}：{title}', body: '{who}答复：{words}' },
  'extension-asked': { title: '延期申请：{title}', body: '{unit} 申请延至 {due}，理由：{reason}。' },
  'period-opened': {
    title: '{month}调度开始，{due}前报送',
    body: '本单位要报 {reports} 份。请到“月调度”填写，由负责人签发。',
  },
  'reports-missing': {
    title: '{month}调度还有 {missing} 份未报（{level}）',
    body: '{unit} 在{scheme}中还有 {missing} 份报告没有签报，报送期限 {due}。请到“月调度”办理。',
  },
  'report-to-sign': { title: '调度报告待签发：{title}', body: '{who}已拟好，请核对后签发。' },
  'report-returned': { title: '调度报告被退回：{title}', body: '退回理由：{reason}。请修改后重新签报。' },
  'finding-assigned': {
    title: '督查发现交办本单位：{inspection}第 {number} 条',
    body: '{text}\n请在 {due} 前整改，填写整改情况并附证明材料，由负责人签报。',
  },
  'finding-mended': {
    title: '整改已签报，待核验：{inspection}第 {number} 条',
    body: '{unit}已签报整改情况，请核验。',
  },
  'finding-verified': { title: '核验通过，待销号：{inspection}第 {number} 条', body: '核验情况：{reason}' },
  'finding-returned': {
    title: '整改被退回：{inspection}第 {number} 条',
    body: '退回原因：{reason}。整改期限 {due}，请重新整改并签报。',
  },
  'finding-closed': { title: '督查发现已销号：{inspection}第 {number} 条', body: '{text}' },
  'finding-due': {
    title: '督查发现待整改（{level}）：{inspection}第 {number} 条',
    body: '{unit}的整改期限是 {due}，还没有签报整改情况：{text}',
  },
  'scores-issued': {
    title: '{month}考评已公布：本单位 {total} 分',
    body: '每一项得分都写明事实和依据。有异议的，{until}前（含当日）由本单位逐项提出。',
  },
  'score-settled': {
    title: '{month}考评待定项已定：{line}，{result}',
    body: '{reason}。有异议的，30日内由本单位提出。',
  },
  'objection-raised': {
    title: '{unit}对{month}考评提出异议：{line}',
    body: '{text}\n请在 {due} 前答复；公布考评的人不能处理。',
  },
  'objection-decided': { title: '{month}考评异议已处理：{line}，{result}', body: '{answer}' },
  'objections-due': { title: '{count} 项考评异议待答复', body: '最早的一项应在 {due} 前答复。' },
  'notice-issued': {
    title: '{kind} {number}：{title}',
    body: '已印发给{to}。请打开阅读并签收，需要办理和反馈的按文中要求办理。',
  },
  'notice-replied': { title: '{unit}反馈{kind} {number}', body: '{text}' },
  'followed-changed': {
    title: '关注的任务有变化：{title}',
    body: '{day}：{what}。不想再收到，可在“我的关注”取消。',
  },
  'followed-released': {
    title: '公开范围有变化：{document}',
    body: '《{title}》现在{release}。您关注了其中的任务或条文。',
  },
} as const

/** Writes a message of the ledger to the inboxes of those concerned, within the caller's transaction. */
export const tell = teller(templates)
