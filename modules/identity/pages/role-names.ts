import type { Role } from '@guangyue/platform/access'

/** What each role is called. */
export const roleNames = {
  citizen: { zh: '公众', en: 'Citizen' },
  clerk: { zh: '窗口人员', en: 'Window clerk' },
  officer: { zh: '经办人', en: 'Officer' },
  head: { zh: '单位负责人', en: 'Head of a body' },
  supervision: { zh: '督查室', en: 'Supervision office' },
  editor: { zh: '公报编辑', en: 'Gazette editor' },
  'rule-editor': { zh: '规则编辑', en: 'Rule editor' },
  auditor: { zh: '审计', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
  leader: { zh: '市领导', en: 'City leader' },
} as const satisfies Record<Role, { zh: string; en: string }>
