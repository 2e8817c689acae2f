import type { Role } from '../api.ts'
import { roleNames } from '../pages/role-names.ts'

/** The roles, for choosing. */
export const roleOptions: { value: Role; label: string }[] = Object.entries(roleNames).map(([value, { zh }]) => ({
  value: value as Role,
  label: zh,
}))
