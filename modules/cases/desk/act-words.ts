import type { CallOf } from '@guangyue/platform/http/endpoint'
import type { actOnCaseEndpoint } from '../api.ts'
import type { Fields } from './act-fields.tsx'
import type { CaseView, Offer } from './shapes.ts'

type Act = CallOf<typeof actOnCaseEndpoint>['body']['act']

/** The act that a filled-in dialog stands for. */
export function actOf({ lacking }: CaseView, offer: Offer, fields: Fields): Act {
  const { words, remedy, outcome, missing, to, ground, days, noticedOn } = fields
  const told = noticedOn === '' ? null : noticedOn
  switch (offer.type) {
    case 'do-step':
      return { type: 'do-step', step: offer.step, outcome, words }
    case 'check':
      return { type: 'check', check: offer.check, missing: linesOf(missing) }
    case 'ask-supplement':
      return { type: 'ask-supplement', missing: lacking.length > 0 ? [...lacking] : linesOf(missing) }
    case 'not-accept':
      return { type: 'not-accept', reasons: words, remedy }
    case 'supplement':
      return { type: 'supplement', materials: [...offer.lacking] }
    case 'transfer':
      return { type: 'transfer', step: offer.step, to, reasons: words }
    case 'suspend':
      return { type: 'suspend', ground, noticedOn: told }
    case 'extend':
      return { type: 'extend', by: { n: days, unit: offer.unit }, reasons: words, noticedOn: told }
    case 'withdraw':
    case 'terminate':
      return { type: offer.type, reasons: words }
    case 'correct':
      return { type: 'correct', words, reasons: remedy }
    case 'deliver':
      return { type: 'deliver', how: words }
    case 'accept':
    case 'resume':
    case 'archive':
      return { type: offer.type }
  }
}

/** Whether everything that the act needs has been typed. */
export function isReady(offer: Offer, { words, remedy, outcome, missing, to, ground }: Fields): boolean {
  const said = words.trim() !== ''
  switch (offer.type) {
    case 'do-step': {
      const chosen = offer.outcomes.find(({ key }) => key === outcome)
      return chosen !== undefined && (said || !chosen.reasons)
    }
    case 'ask-supplement':
      return linesOf(missing).length > 0
    case 'not-accept':
    case 'correct':
      return said && remedy.trim() !== ''
    case 'transfer':
      return said && to !== ''
    case 'suspend':
      return ground !== ''
    case 'extend':
    case 'terminate':
    case 'deliver':
      return said
    default:
      return true
  }
}

function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
}

/** What the act does, said beforehand. */
export function effectOf({ role, channel }: CaseView, offer: Offer): string {
  const told = channel === 'online' ? '申请人会收到消息' : '请同时书面告知申请人'
  switch (offer.type) {
    case 'accept':
      return `受理后法定期限从明天起算，${told}`
    case 'ask-supplement':
      return `只能告知这一次，应当写全；补齐以前期限不起算，${told}`
    case 'not-accept':
    case 'terminate':
      return `这件申请终结，${told}`
    case 'suspend':
    case 'extend':
      return `法律要求先告知申请人；${told}`
    case 'resume':
      return `期限从明天起接着计算，${told}`
    case 'do-step':
      return offer.outcomes.some(({ decides }) => decides) ? `作出决定后不能撤销，${told}` : '办完后流程自动进入下一步'
    case 'transfer':
      return '转办后由对方单位办理这一步，期限接着计算'
    case 'withdraw':
      return role === 'applicant' ? '撤回后这件申请终结' : '代申请人撤回，这件申请终结'
    case 'correct':
      return `只更正文字，不改变决定，${told}`
    case 'check':
      return '没有缺少的不用填写；各部门的意见合并为一份补正通知'
    default:
      return '登记后在办件的经过里可以看到'
  }
}
