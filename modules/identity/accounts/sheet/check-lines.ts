import type { Resolution } from '@guangyue/modules/organisations'
import type { Role } from '@guangyue/platform/access'
import { z } from 'zod'
import { accountFaults } from '../../service.ts'
import type { AccountLine } from './account-lines.ts'
import { rolesIn } from './role-words.ts'

/** What the check needs to know of the city. */
export interface Known {
  /** Usernames in use, in small letters. */
  readonly taken: ReadonlySet<string>
  readonly bodies: ReadonlyMap<string, Resolution>
}

/** A row as it would become an account, with everything that stands against it. */
export interface CheckedLine<Line extends AccountLine = AccountLine> {
  readonly line: Line
  readonly bodyId: string | null
  readonly roles: readonly Role[]
  readonly faults: readonly string[]
}

/** A username as usernames are compared. */
export function foldUsername(username: string): string {
  return username.trim().toLowerCase()
}

/**
 * Finds what cannot be taken, row by row: what the single form refuses, a username in use or twice in the table, a body
 * that is not one known body, a role that is not known or not said.
 */
export function checkLines<Line extends AccountLine>(
  lines: readonly Line[],
  known: Known,
): readonly CheckedLine<Line>[] {
  const inTable = Map.groupBy(lines, ({ username }) => foldUsername(username))
  return lines.map((line) => {
    const { roles, unknown } = rolesIn(line.roles)
    const body = bodyOf(line.body, known.bodies)
    const form = { ...line, roles, bodyId: body.id, password: STANDS_FOR_ONE_MADE }
    const username = foldUsername(line.username)
    const faults = [
      ...accountFaults(form)
        .filter(({ field }) => field !== 'bodyId' || body.fault === null)
        .map(({ message }) => message),
      ...(known.taken.has(username) ? [`用户名“${line.username}”已被使用`] : []),
      ...(username !== '' && (inTable.get(username)?.length ?? 0) > 1
        ? [`用户名“${line.username}”在表中不止一行`]
        : []),
      ...(body.fault === null ? [] : [body.fault]),
      ...unknown.map((word) => `没有“${word}”这种身份`),
      ...(line.roles === '' ? ['没有填写身份'] : []),
      ...(line.email === '' || z.email().safeParse(line.email).success ? [] : [`邮箱“${line.email}”不正确`]),
    ]
    return { line, bodyId: body.id, roles, faults }
  })
}

// The password of each account is made when it is; here only the rest of the form is looked at.
const STANDS_FOR_ONE_MADE = '-- to be made --'

function bodyOf(name: string, bodies: Known['bodies']): { readonly id: string | null; readonly fault: string | null } {
  if (name === '') return { id: null, fault: null }
  const found = bodies.get(name)
  if (found?.kind === 'body') return { id: found.bodyId, fault: null }
  if (found?.kind === 'several') return { id: null, fault: `单位“${name}”对应不止一个单位，请写全称` }
  if (found?.kind === 'group') return { id: null, fault: `“${name}”是一组单位，请写其中一个` }
  return { id: null, fault: `没有找到单位“${name}”` }
}
