import { peopleOfRole } from '@guangyue/modules/identity'
import { bodiesOn } from '@guangyue/modules/organisations'
import { type Ctx, type Db, StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { IndicatorUnknown } from './errors.ts'
import * as store from './store.ts'

/** Every post with its bodies and holders, the bodies without one, and who commands each indicator. */
export async function charges(ctx: Ctx) {
  ctx.require('ledger.read')
  const [bodies, rows, holders, people, commanders] = await Promise.all([
    bodiesOn(ctx),
    store.listCharges(ctx.db),
    store.listHolders(ctx.db),
    peopleOfRole(ctx.db, 'leader'),
    store.listCommanders(ctx.db),
  ])
  const named = new Map(bodies.map(({ id, short }) => [id, { id, name: short }]))
  const charged = new Set(rows.map(({ bodyId }) => bodyId))
  const posts = [...new Set([...rows, ...holders].map(({ post }) => post))].sort((a, b) => a.localeCompare(b, 'zh'))
  return {
    items: posts.map((post) => ({
      post,
      bodies: rows.flatMap((row) => (row.post === post ? (named.get(row.bodyId) ?? []) : [])),
      holders: people.flatMap(({ id, name, title }) =>
        holders.some((one) => one.post === post && one.accountId === id) ? [{ id, name, title }] : [],
      ),
    })),
    open: bodies.flatMap(({ id, short }) => (charged.has(id) ? [] : [{ id, name: short }])),
    people: people.map(({ id, name, title }) => ({ id, name, title })),
    indicators: commanders.map(({ key, name, post, named }) => ({ key, name, commander: post, named })),
  }
}

interface Held {
  readonly bodyIds: readonly string[]
  readonly accountIds: readonly string[]
}

interface ChargeForm extends Held {
  readonly post: string
  /** What the post had on the screen; null for a post that is new. */
  readonly seen: Held | null
}

/**
 * Sets what one post answers for and who holds it. A body has one post, so it leaves the one it had; says which. Refuses
 * (StaleVersion) when the post has meanwhile something else than was seen.
 */
export async function saveCharge(
  ctx: Ctx,
  { seen, ...charge }: ChargeForm,
): Promise<{ moved: { body: string; from: string }[] }> {
  ctx.require('ledger.charge')
  const bodies = new Map((await bodiesOn(ctx)).map(({ id, short }) => [id, short]))
  if (charge.bodyIds.some((id) => !bodies.has(id))) {
    throw new InputInvalid([{ field: 'bodyIds', message: '有的单位已不存在，请重新选择' }])
  }
  const leaders = new Set((await peopleOfRole(ctx.db, 'leader')).map(({ id }) => id))
  if (charge.accountIds.some((id) => !leaders.has(id))) {
    throw new InputInvalid([{ field: 'accountIds', message: '担任者应是“市领导”身份的账号' }])
  }
  return ctx.transact(async (tx) => {
    await store.lockCharges(tx)
    const before = await store.listCharges(tx)
    const now = {
      bodyIds: before.flatMap(({ bodyId, post }) => (post === charge.post && bodies.has(bodyId) ? [bodyId] : [])),
      accountIds: (await store.listHolders(tx)).flatMap(({ accountId, post }) =>
        post === charge.post && leaders.has(accountId) ? [accountId] : [],
      ),
    }
    if (!sameHeld(seen ?? { bodyIds: [], accountIds: [] }, now)) throw new StaleVersion(charge, now)
    await store.replaceCharge(tx, charge)
    await store.replaceHolders(tx, charge)
    await ctx.audit(tx, 'ledger.charge', { thing: `charge/${charge.post}`, before, after: charge })
    return {
      moved: before.flatMap(({ bodyId, post }) =>
        post !== charge.post && charge.bodyIds.includes(bodyId) ? [{ body: bodies.get(bodyId) ?? '', from: post }] : [],
      ),
    }
  })
}

/** The same bodies and people, in whatever order. */
function sameHeld(one: Held, other: Held): boolean {
  return sameSet(one.bodyIds, other.bodyIds) && sameSet(one.accountIds, other.accountIds)
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).symmetricDifference(new Set(other)).size === 0
}

interface Naming {
  readonly key: string
  readonly post: string | null
  /** The post that the office had named, as it was on the screen; null: none. */
  readonly seen: string | null
}

/**
 * Names the post that commands an indicator; null lets it follow the lead body's charge again. Refuses (StaleVersion)
 * when another has been named meanwhile.
 */
export async function nameCommander(ctx: Ctx, { key, post, seen }: Naming): Promise<void> {
  ctx.require('ledger.charge')
  await ctx.transact(async (tx) => {
    const now = await store.lockNamed(tx, key)
    if (!now) throw new IndicatorUnknown()
    if (now.post !== seen) throw new StaleVersion({ post }, now)
    await store.updateCommander(tx, { key, post })
    await ctx.audit(tx, 'ledger.name-commander', { thing: `indicator/${key}`, before: now, after: { post } })
  })
}

/** Who stands above each of these bodies: its post and who holds it. Absent where nobody is in charge. */
export async function postsAbove(db: Db, bodyIds: readonly string[]): Promise<ReadonlyMap<string, store.Post>> {
  return new Map((await store.listPostsAbove(db, bodyIds)).map(({ bodyId, ...post }) => [bodyId, post]))
}

/** The posts that command these indicators, joined, with the accounts that hold them; undefined when nobody does. */
export async function commanderOf(db: Db, indicators: readonly string[]): Promise<store.Post | undefined> {
  const posts = await store.listPostsCommanding(db, indicators)
  if (posts.length === 0) return undefined
  return {
    post: posts.map(({ post }) => post).join('、'),
    accountIds: [...new Set(posts.flatMap(({ accountIds }) => accountIds))],
  }
}
