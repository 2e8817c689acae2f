import { addDays, addMonths, type PlainDate } from '@guangyue/kernel/calendar'
import type { Ctx, Db, Tx } from '@guangyue/platform/db'
import { type Act, type Body, foldName, type Group, type Resolution, splitPost, type Tenure } from './model.ts'
import * as store from './store.ts'

/** Bodies that exist on the day under the names of that day; the context's today unless said. */
export function bodiesOn(ctx: Ctx, day: string = ctx.today): Promise<readonly Body[]> {
  return store.listBodies(ctx.db, day)
}

export function groups(db: Db): Promise<readonly Group[]> {
  return store.listGroups(db)
}

/** What each printed name stands for on a day: one body, a group with its members, several bodies, or nothing known. */
export async function resolveNames(
  db: Db,
  names: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, Resolution>> {
  const folded = new Map(names.map((name) => [name, foldName(name)]))
  const hits = Map.groupBy(await store.findNames(db, [...new Set(folded.values())], day), (hit) => hit.folded)
  const groupIds = [...hits.values()].flat().some((hit) => hit.groupId !== null)
  const known = groupIds
    ? new Map((await store.listGroups(db)).map((group) => [group.id, group]))
    : new Map<string, Group>()
  return new Map(names.map((name) => [name, resolutionOf(hits.get(folded.get(name) ?? '') ?? [], known)]))
}

function resolutionOf(hits: readonly store.NameHit[], groups: ReadonlyMap<string, Group>): Resolution {
  const group = groups.get(hits.find((hit) => hit.groupId !== null)?.groupId ?? '')
  if (group) return { kind: 'group', groupId: group.id, members: group.members, complete: group.complete }
  const bodyIds = [...new Set(hits.flatMap((hit) => (hit.bodyId === null ? [] : [hit.bodyId])))]
  const [only] = bodyIds
  if (only === undefined) return { kind: 'unknown' }
  return bodyIds.length === 1 ? { kind: 'body', bodyId: only } : { kind: 'several', bodyIds }
}

/**
 * Another printed form of the body, from then on. One that settles is a person's answer to a name that fitted no body
 * or several: it means this body, whatever else it fits; a later answer takes its place.
 */
export async function rememberAlias(
  ctx: Ctx,
  tx: Tx,
  alias: { name: string; bodyId: string; basis?: string; settles?: boolean },
): Promise<void> {
  await store.insertAlias(tx, {
    id: ctx.newId(),
    bodyId: alias.bodyId,
    name: alias.name,
    folded: foldName(alias.name),
    basis: alias.basis ?? null,
    saidBy: ctx.actor.accountId,
    saidByName: ctx.actor.kind === 'account' ? ctx.actor.name : null,
    settles: alias.settles ?? false,
  })
  await ctx.audit(tx, 'organisations.remember-alias', { thing: `body/${alias.bodyId}`, after: { alias: alias.name } })
}

/** Full and short names of bodies on a day, by id. */
export async function bodyNames(
  db: Db,
  ids: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, { name: string; short: string }>> {
  const labels = await store.findLabels(db, [...new Set(ids)], day)
  return new Map(labels.map(({ id, name, short }) => [id, { name, short }]))
}

/** The body and everything below it. */
export function subtreeOf(db: Db, bodyId: string): Promise<readonly string[]> {
  return store.listSubtree(db, bodyId)
}

/** Records printed acts in their order; the same act twice is one. */
export async function recordActs(ctx: Ctx, tx: Tx, acts: readonly Act[]): Promise<void> {
  const full = await store.listFullNames(tx)
  const bodies = new Map(full.map(({ bodyId, name }) => [name, bodyId]))
  for (const act of acts) {
    const { body, title } = splitPost(act.post, [...bodies.keys()])
    const folded = foldName(act.post)
    const postId = await store.upsertPost(tx, {
      id: ctx.newId(),
      key: folded,
      bodyId: body === null ? null : (bodies.get(body) ?? null),
      title,
      name: act.post,
      folded,
    })
    if (act.action === 'appoint') {
      await store.insertTenure(tx, {
        id: ctx.newId(),
        postId,
        person: act.person,
        heldFrom: act.date,
        appointedBy: act.document,
        probationMonths: act.probationMonths,
        probationUntil: act.date && act.probationMonths ? probationEnd(act.date, act.probationMonths) : null,
        rankNote: act.note,
      })
    } else {
      await store.endTenure(tx, {
        id: ctx.newId(),
        postId,
        person: act.person,
        on: act.date,
        document: act.document,
        kind: act.action,
      })
    }
  }
}

/** Who held which post: on a day (or at any time), in a body, by part of a name or post. */
export function tenures(db: Db, filter: store.TenureFilter): Promise<readonly Tenure[]> {
  return store.listTenures(db, filter)
}

/** Tenures whose probation ends between the two days, both included. */
export function probationsEnding(db: Db, from: PlainDate, to: PlainDate): Promise<readonly Tenure[]> {
  return store.listProbationsEnding(db, from, to)
}

/** A probation of n months from a day ends on the day before the same day n months on. */
function probationEnd(from: PlainDate, months: number): string {
  return addDays(addMonths(from, months), -1)
}
