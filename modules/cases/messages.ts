import { teller } from '../identity/index.ts'

/** What applicants are told of their cases. */
const templates = {
  'case-submitted': {
    title: '已提交：{item}（{number}）',
    body: '{unit}应在 {until} 前受理，或者一次告知要补的材料；逾期不告知的，自收到材料之日起即为受理。',
  },
  'case-accepted': { title: '已受理：{item}（{number}）', body: '{since} 受理，应在 {until} 前作出决定。' },
  'case-supplement': {
    title: '请补正材料：{item}（{number}）',
    body: '需要补正的内容一次告知如下：{missing}。补齐以前审查期限不起算，请到“我的办件”补交。',
  },
  'case-not-accepted': { title: '不予受理：{item}（{number}）', body: '理由：{reasons}。救济途径：{remedy}' },
  'case-suspended': { title: '期限中止：{item}（{number}）', body: '因{ground}，审查期限从 {on} 起中止计算。' },
  'case-resumed': { title: '期限恢复计算：{item}（{number}）', body: '中止的事由已经消失，期限接着计算，到 {until}。' },
  'case-extended': { title: '期限延长：{item}（{number}）', body: '理由：{reasons}。延长后应在 {until} 前作出决定。' },
  'case-decided': { title: '{outcome}：{item}（{number}）', body: '{words}' },
  'case-corrected': { title: '决定文字更正：{item}（{number}）', body: '{words}。理由：{reasons}' },
  'case-ended': { title: '办理终结：{item}（{number}）', body: '{reasons}' },
} as const

/** Writes a message about a case to the applicant's inbox, within the caller's transaction. */
export const tell = teller(templates)
