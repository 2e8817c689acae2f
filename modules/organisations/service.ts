import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Ctx, Db, Tx } from '@guangyue/platform/db'
import { findTenuresOf, upsertPosts, writeTenures } from './act-store.ts'
import { type Act, type Body, foldName, type Group, type Resolution, splitPost, type Tenure } from './model.ts'
import { inRankOrder } from './rank-order.ts'
import { type ActOnRecord, type ActsAsked, listActsOnRecord } from './register-store.ts'
import * as store from './store.ts'
import { tenuresAfter } from './tenures-after.ts'

/**
 * Bodies that exist on the day under the names of that day; the context's today unless said. Inside a transaction give
 * its own connection for `db`.
 */
export function bodiesOn(ctx: { readonly db: Db; readonly today: string }, day = ctx.today): Promise<readonly Body[]> {
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

/** The keys by which packs name the given bodies, by id. */
export async function bodyKeys(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.findKeys(db, ids)).map(({ id, key }) => [id, key]))
}

/** The body and everything below it. */
export function subtreeOf(db: Db, bodyId: string): Promise<readonly string[]> {
  return store.listSubtree(db, bodyId)
}

/**
 * Records printed acts; the same act twice is one, and it does not matter in which order documents come in.
 * `withdrawn` are acts on record that a corrected text no longer prints.
 */
export async function recordActs(
  ctx: Ctx,
  tx: Tx,
  acts: readonly Act[],
  withdrawn: readonly Act[] = [],
): Promise<void> {
  const all = [...acts, ...withdrawn]
  if (all.length === 0) return
  const bodies = new Map((await store.listFullNames(tx)).map(({ bodyId, name }) => [name, bodyId]))
  const bodyNames = [...bodies.keys()]
  const posts = all.map((act) => {
    const { body, title } = splitPost(act.post, bodyNames)
    const folded = foldName(act.post)
    return { id: ctx.newId(), title, name: act.post, folded, bodyId: body === null ? null : (bodies.get(body) ?? null) }
  })
  const postIds = await upsertPosts(tx, posts)
  const placed = (of: readonly Act[]) => {
    const places = new Map<string, number>()
    return of.map((act) => {
      const place = places.get(act.document) ?? 0
      places.set(act.document, place + 1)
      return { ...act, place, postId: postIds.get(foldName(act.post)) ?? '' }
    })
  }
  const held = await findTenuresOf(tx, placed(all))
  await writeTenures(tx, tenuresAfter(held, { acts: placed(acts), withdrawn: placed(withdrawn), newId: ctx.newId }))
}

/** Who held which post: on a day (or at any time), in a body, by part of a name or post; in their rank order. */
export async function tenures(db: Db, filter: store.TenureFilter): Promise<readonly Tenure[]> {
  return inRankOrder(await store.listTenures(db, filter))
}

/** Tenures of the day whose probation ends on it or within the month after. */
export function probationsEnding(db: Db, day: PlainDate): Promise<readonly Tenure[]> {
  return tenures(db, { day, bodyId: null, text: null, endingFrom: day })
}

/** Acts on record, the newest first, and how many there are in all. */
export function actsOnRecord(db: Db, asked: ActsAsked): Promise<{ total: number; acts: readonly ActOnRecord[] }> {
  return listActsOnRecord(db, asked)
}
