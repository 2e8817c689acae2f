import type { Role } from '@guangyue/platform/access'
import { roleNames } from '../../pages/role-names.ts'

/** How offices write roles, beside our own names of them. */
const otherWords: Readonly<Record<string, Role>> = {
  窗口: 'clerk',
  综窗人员: 'clerk',
  经办: 'officer',
  经办人员: 'officer',
  负责人: 'head',
  单位领导: 'head',
  主要负责人: 'head',
  督查: 'supervision',
  督查员: 'supervision',
  督查室人员: 'supervision',
  编辑: 'editor',
  审计员: 'auditor',
  系统管理员: 'administrator',
  领导: 'leader',
}

const known = new Map<string, Role>([
  ...Object.entries(roleNames).map(([role, { zh }]) => [zh, role as Role] as const),
  ...Object.entries(otherWords),
])

/** The roles that a cell names, each once, and the words in it that name none. */
export function rolesIn(cell: string): { readonly roles: readonly Role[]; readonly unknown: readonly string[] } {
  const words = cell.split(/[、，,；;/\s]+/).filter((word) => word !== '')
  return {
    roles: [...new Set(words.flatMap((word) => known.get(word) ?? []))],
    unknown: words.filter((word) => !known.has(word)),
  }
}
