import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import { GroupInvalid } from '../errors.ts'
import { foldName, type Group } from '../model.ts'
import { listGroups } from '../store.ts'

export interface GroupChange {
  readonly id: string
  readonly name: string
  /** Other printed forms. */
  readonly printed: readonly string[]
  readonly members: readonly string[]
  readonly complete: boolean
  /** 0 for a group that is new; its id then comes from the caller, so that sending it twice makes one. */
  readonly version: number
}

export function groupEntries(ctx: Ctx): Promise<readonly Group[]> {
  ctx.require('organisations.edit')
  return listGroups(ctx.db)
}

/** Makes or changes a group. Refuses, by field, a name that stands for another group, and a complete group without members. */
export async function saveGroup(ctx: Ctx, change: GroupChange): Promise<void> {
  ctx.require('organisations.edit')
  const printed = [...new Map([change.name, ...change.printed].map((name) => [foldName(name), name.trim()])).entries()]
  if (printed.some(([folded, name]) => folded === '' || name.length > 100)) {
    throw new GroupInvalid([{ field: 'name', message: '请填写名称，不超过 100 字' }])
  }
  if (change.complete && change.members.length === 0) {
    throw new GroupInvalid([{ field: 'members', message: '成员齐全的组至少有一个成员' }])
  }
  await ctx.transact(async (tx) => {
    const all = await listGroups(tx)
    const current = all.find(({ id }) => id === change.id)
    for (const group of all) {
      const shared = group.printed.find((name) => printed.some(([folded]) => folded === foldName(name)))
      if (group.id !== change.id && shared !== undefined) {
        throw new GroupInvalid([{ field: 'name', message: `“${shared}”已是“${group.name}”的名称` }])
      }
    }
    if (!(await writeGroup(tx, change))) throw new StaleVersion(change, current)
    await replaceParts(tx, { ...change, printed })
    await ctx.audit(tx, 'organisations.save-group', { thing: `group/${change.id}`, before: current, after: change })
  })
}

/** False when the version that was seen is no longer the newest. */
async function writeGroup(tx: Tx, { id, name, complete, version }: GroupChange): Promise<boolean> {
  if (version === 0) {
    const made = await tx
      .insertInto('body_group')
      .values({ id, key: foldName(name), name, complete })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const result = await tx
    .updateTable('body_group')
    .set({ name, complete, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

async function replaceParts(
  tx: Tx,
  group: { id: string; printed: readonly (readonly [string, string])[]; members: readonly string[] },
): Promise<void> {
  await tx.deleteFrom('body_group_name').where('group_id', '=', group.id).execute()
  await tx
    .insertInto('body_group_name')
    .values(group.printed.map(([folded, name]) => ({ group_id: group.id, name, folded })))
    .execute()
  await tx.deleteFrom('body_group_member').where('group_id', '=', group.id).execute()
  const members = [...new Set(group.members)]
  if (members.length === 0) return
  await tx
    .insertInto('body_group_member')
    .values(members.map((body, position) => ({ group_id: group.id, body_id: body, position })))
    .execute()
}
