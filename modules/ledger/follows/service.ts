import type { Ctx } from '@guangyue/platform/db'
import { TaskUnknown } from '../errors.ts'
import { citeOf } from '../service/cite.ts'
import { findDocument } from '../store/documents.ts'
import { findMeasure } from '../store/measures.ts'
import { listTasksOfMeasure } from '../store/tasks.ts'
import { seeTask } from './seeing.ts'
import { deleteFollow, type Followed, insertFollow, listFollows } from './store.ts'

/** Follows a task or a clause from now on; a second time changes nothing. Refuses (TaskUnknown) what the actor does not see. */
export async function follow(ctx: Ctx, followed: Followed): Promise<void> {
  if ((await present(ctx, followed)).href === null) throw new TaskUnknown()
  const accountId = ownId(ctx)
  await ctx.transact(async (tx) => {
    if (!(await insertFollow(tx, { ...followed, accountId, at: ctx.now }))) return
    await ctx.audit(tx, 'ledger.follow', { thing: `${followed.kind}/${followed.id}` })
  })
}

export async function unfollow(ctx: Ctx, followed: Followed): Promise<void> {
  await ctx.transact(async (tx) => {
    if (!(await deleteFollow(tx, { ...followed, accountId: ownId(ctx) }))) return
    await ctx.audit(tx, 'ledger.unfollow', { thing: `${followed.kind}/${followed.id}` })
  })
}

/** What the actor follows. Of what is no longer shown to them only that it is followed. */
export async function followsView(ctx: Ctx) {
  const follows = await listFollows(ctx.db, ownId(ctx))
  return { items: await Promise.all(follows.map((followed) => present(ctx, followed))) }
}

/** Whether the actor follows a task and its clause; null for a visitor. */
export async function followedOf(ctx: Ctx, { id, measureId }: { readonly id: string; readonly measureId: string }) {
  if (ctx.actor.accountId === null) return null
  const ids = new Set((await listFollows(ctx.db, ctx.actor.accountId)).map((one) => one.id))
  return { task: ids.has(id), clause: ids.has(measureId) }
}

/** Follows or unfollows by the form of a task's public page: `kind` task or clause, `act` follow or unfollow. Gives where to go. */
export async function followFromPage(
  ctx: Ctx,
  taskId: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const seen = await seeTask(ctx, taskId)
  if (!seen) throw new TaskUnknown()
  const clause = { kind: 'clause', id: seen.task.measureId } as const
  const followed = fields.kind === 'clause' ? clause : ({ kind: 'task', id: taskId } as const)
  await (fields.act === 'unfollow' ? unfollow(ctx, followed) : follow(ctx, followed))
  return `/ledger/tasks/${taskId}#follow`
}

const unseen = { title: null, label: null, href: null }

async function present(ctx: Ctx, followed: Followed) {
  return {
    ...followed,
    ...(followed.kind === 'task' ? await taskOf(ctx, followed.id) : await clauseOf(ctx, followed.id)),
  }
}

async function taskOf(ctx: Ctx, id: string) {
  const seen = await seeTask(ctx, id)
  if (!seen?.seeing) return unseen
  const measure = await findMeasure(ctx.db, seen.task.measureId)
  return {
    title: seen.task.title,
    label: citeOf(seen.document, measure?.path ?? []).label,
    href: seen.seeing === 'desk' ? `/desk/ledger/tasks/${id}` : `/ledger/tasks/${id}`,
  }
}

/** A clause is seen where one of its tasks is. */
async function clauseOf(ctx: Ctx, id: string) {
  const measure = await findMeasure(ctx.db, id)
  for (const { id: taskId } of measure ? await listTasksOfMeasure(ctx.db, id) : []) {
    const seen = await taskOf(ctx, taskId)
    if (seen.href === null || !measure) continue
    const cite = citeOf(await findDocument(ctx.db, measure.documentId), measure.path)
    return { title: measure.title, label: cite.label, href: cite.href ?? seen.href }
  }
  return unseen
}

function ownId(ctx: Ctx): string {
  return ctx.actor.accountId ?? '00000000-0000-0000-0000-000000000000'
}
