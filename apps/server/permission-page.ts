import { type Grant, type Grants, isAllowed, type Reach, type Role, roles } from '@guangyue/platform/access'
import type { DeclaredRoute } from '@guangyue/platform/http'

/** Names of the columns, as the page prints them. */
export const roleLabels = {
  citizen: '公众',
  clerk: '窗口人员',
  officer: '经办人',
  head: '负责人',
  supervision: '督查室',
  editor: '编辑',
  'rule-editor': '规则编辑',
  auditor: '审计',
  administrator: '管理员',
  leader: '市领导',
} as const satisfies Record<Role, string>

export const reachLabels = { city: '全市', bodies: '本级', own: '本人' } as const satisfies Record<Reach, string>

const ALLOWED = '●'

/** The whole of who may do what, as docs/permissions.md shows it: each action with its reach, each route with its roles. */
export function permissionPage(grants: Grants, declared: readonly DeclaredRoute[]): string {
  const columns = roles.map((role) => roleLabels[role])
  const actions = Object.entries(grants)
    .sort(byFirst)
    .map(([action, grant]) => [code(action), ...roles.map((role) => cellOf(grant, role))])
  const routes = [...declared]
    .map((route) => [`${route.path} ${route.method}`, route] as const)
    .sort(byFirst)
    .map(([, { method, path, may }]) => [
      code(`${method} ${path}`),
      may === 'anyone' ? '任何人' : may === 'signed-in' ? '登录' : code(may),
      ...roles.map((role) => (isOpenTo(role, { may, grants }) ? ALLOWED : '')),
    ])
  return [
    '# 权限表',
    '',
    '由 `node tools/permissions/main.ts` 写出，测试逐格核对。全市：不限单位；本级：本单位及其下级参与的事项；本人：只限本人的事项；登录：登录即可；空格：不能办理。',
    '',
    '## 事项',
    '',
    ...tableOf(['事项', ...columns], actions),
    '',
    '## 网址',
    '',
    '“●”表示该身份可以进入；进入以后能办到哪一件，仍按上表的范围。',
    '',
    ...tableOf(['网址', '要求', ...columns], routes),
    '',
  ].join('\n')
}

/** Whether somebody with only this role gets past the door of a route. */
function isOpenTo(role: Role, { may, grants }: { may: string; grants: Grants }): boolean {
  const actor = { kind: 'account', accountId: 'a', name: '', bodyId: 'b', bodies: ['b'], roles: [role] } as const
  return isAllowed(may === 'anyone' || may === 'signed-in' ? may : grants[may], actor)
}

function cellOf(grant: Grant, role: Role): string {
  if (grant === 'anyone') return '任何人'
  if (grant === 'signed-in') return '登录'
  const reach = grant[role]
  return reach === undefined ? '' : reachLabels[reach]
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)]
}

function code(text: string): string {
  return `\`${text}\``
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
