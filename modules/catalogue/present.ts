import type { Ctx } from '@guangyue/platform/db'
import type { ReplyOf } from '@guangyue/platform/http'
import { bodiesOn } from '../organisations/index.ts'
import type { getServiceEndpoint, listServicesEndpoint } from './api.ts'
import { differencesOf } from './differences.ts'
import { ItemUnknown } from './errors.ts'
import { figureViews } from './figure-views.ts'
import { getItem, type ItemOnRecord, itemsInForce } from './service.ts'
import { type ItemVersion, listVersions } from './store.ts'
import { nextVersion, versionOn } from './versions.ts'

/** Every item on record, by name: the version in force, or the last where none is. */
export async function presentServices(ctx: Ctx): Promise<ReplyOf<typeof listServicesEndpoint>> {
  const [all, bodies, inForce] = await Promise.all([listVersions(ctx.db), bodiesOn(ctx), itemsInForce(ctx)])
  const short = new Map(bodies.map((body) => [body.key, body.short]))
  const items = [...Map.groupBy(all, ({ code }) => code).values()].flatMap((versions) => {
    const current = versionOn(versions, ctx.today)
    const shown = current ?? versions.at(-1)
    if (!shown) return []
    const { item } = shown
    return [
      {
        code: item.code,
        name: item.name,
        kind: item.kind,
        body: short.get(item.body) ?? item.body,
        online: item.online,
        window: item.window,
        number: current?.number ?? null,
        effectiveFrom: shown.effectiveFrom,
        nextFrom: nextVersion(versions, ctx.today)?.effectiveFrom ?? null,
        publishedBy: shown.publishedBy,
        publishedAt: shown.publishedAt,
        toConfirm: item.confirm.length,
      },
    ]
  })
  const figures = await figureViews(
    ctx,
    inForce.map(({ item }) => item),
  )
  return {
    items: items.toSorted((a, b) => a.name.localeCompare(b.name, 'zh')),
    figures: figures.map((figure) => ({
      ...figure,
      target: figure.target && { ...figure.target, basis: [...figure.target.basis] },
    })),
  }
}

/**
 * An item with its versions and what differs between two of them: those asked, or the one in force and the one that
 * follows, or the last two. Refuses a number that is not on record.
 */
export async function presentService(
  ctx: Ctx,
  code: string,
  asked: { readonly before?: number | undefined; readonly after?: number | undefined },
): Promise<ReplyOf<typeof getServiceEndpoint>> {
  const found = await getItem(ctx, code)
  const shown = found.current ?? found.versions.at(-1)
  if (!shown) throw new ItemUnknown()
  const pair = pairOf(found, asked)
  return {
    code,
    name: shown.item.name,
    confirm: shown.item.confirm,
    versions: found.versions.map((version) => ({
      number: version.number,
      effectiveFrom: version.effectiveFrom,
      effectiveTo: version.effectiveTo,
      publishedBy: version.publishedBy,
      publishedAt: version.publishedAt,
      state: stateOf(found, version, ctx.today),
    })),
    compared: pair && {
      before: pair[0].number,
      after: pair[1].number,
      differences: differencesOf(pair[0].item, pair[1].item).map((row) => ({ ...row })),
    },
  }
}

function pairOf(
  { versions, current, next }: ItemOnRecord,
  asked: { readonly before?: number | undefined; readonly after?: number | undefined },
): readonly [ItemVersion, ItemVersion] | null {
  if (versions.length < 2) return null
  const numbered = (number: number) => {
    const one = versions.find((version) => version.number === number)
    if (!one) throw new ItemUnknown()
    return one
  }
  const usual = current && next ? [current, next] : versions.slice(-2)
  const before = asked.before === undefined ? usual[0] : numbered(asked.before)
  const after = asked.after === undefined ? usual[1] : numbered(asked.after)
  return before && after ? [before, after] : null
}

function stateOf({ current }: ItemOnRecord, version: ItemVersion, today: string): 'now' | 'next' | 'old' {
  if (version === current) return 'now'
  return version.effectiveFrom !== null && version.effectiveFrom > today ? 'next' : 'old'
}
