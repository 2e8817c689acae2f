import { createHash } from 'node:crypto'
import { findPlainDate } from '@guangyue/kernel/calendar'
import { findCitation, type ProvisionRef } from '@guangyue/kernel/provision'
import type { Ctx, Db, Tx } from '@guangyue/platform/db'
import { type Hanging, hang, unhang } from '../gazette/index.ts'
import { bodiesOn } from '../organisations/index.ts'
import { CataloguePackInvalid, ItemUnknown } from './errors.ts'
import type { BasisRow, Item } from './item.ts'
import { readCataloguePack } from './read-pack.ts'
import * as store from './store.ts'
import { nextVersion, versionOn } from './versions.ts'

/**
 * Loads the items and targets of a pack, all or none; what was loaded before stays, what differs becomes a new version.
 * Safe to repeat.
 */
export async function loadCatalogue(ctx: Ctx, folder: URL): Promise<void> {
  const bodies = new Set((await bodiesOn(ctx)).map(({ key }) => key))
  const { items, targets, faults } = await readCataloguePack(folder, bodies)
  if (faults.length > 0) throw new CataloguePackInvalid(faults)
  await ctx.transact(async (tx) => {
    const made = newVersions(ctx, await store.listVersions(tx), items)
    await store.insertVersions(tx, made)
    await store.putTargets(tx, targets)
    await hangItems(ctx, tx)
    if (made.length === 0) return
    await ctx.audit(tx, 'catalogue.load-pack', {
      thing: `city/${ctx.city.key}`,
      after: { versions: made.map(({ code, number }) => `${code} ${number}`) },
    })
  })
}

/** The clauses' pages follow the versions that begin or end with a day. Safe to repeat. */
export function rehangItems(ctx: Ctx): Promise<void> {
  return ctx.transact((tx) => hangItems(ctx, tx))
}

/** Whatever differs from the newest version with the same first day. */
function newVersions(ctx: Ctx, known: readonly store.ItemVersion[], items: readonly Item[]) {
  const numbers = new Map<string, number>()
  for (const { code, number } of known) numbers.set(code, Math.max(number, numbers.get(code) ?? 0))
  const next = (code: string) => {
    numbers.set(code, (numbers.get(code) ?? 0) + 1)
    return numbers.get(code) ?? 1
  }
  return items.toSorted(byFirstDay).flatMap((item) => {
    const digest = createHash('sha256').update(JSON.stringify(item)).digest('hex')
    const same = known.findLast((one) => one.code === item.code && one.effectiveFrom === item.effective_from)
    if (same?.digest === digest) return []
    return [
      {
        id: ctx.newId(),
        code: item.code,
        number: next(item.code),
        effectiveFrom: item.effective_from,
        effectiveTo: item.effective_to,
        publishedBy: ctx.actor.name,
        publishedAt: ctx.now,
        digest,
        item,
      },
    ]
  })
}

/** Versions of one pack are numbered in the order of their days. */
function byFirstDay(a: Item, b: Item): number {
  return (a.effective_from ?? '').localeCompare(b.effective_from ?? '')
}

/** The clauses that items rest on say so on their own pages, by the version in force. */
async function hangItems(ctx: Ctx, tx: Tx): Promise<void> {
  const items = Map.groupBy(await store.listVersions(tx), ({ code }) => code)
  await unhang(
    tx,
    [...items.keys()].map((code) => `service/${code}`),
  )
  const hangings = [...items.values()].flatMap((versions) => {
    const current = versionOn(versions, ctx.today)
    return current ? provisionsOf(current.item).map((basis) => hangingOf(current.item, basis)) : []
  })
  if (hangings.length > 0) await hang(ctx, tx, hangings)
}

function hangingOf(item: Item, basis: ProvisionRef): Hanging {
  return {
    basis,
    thing: `service/${item.code}`,
    kind: 'service',
    title: item.name,
    url: `/services/${item.code}`,
    state: 'running',
    due: findPlainDate(item.effective_to ?? '') ?? null,
    detail: item.kind,
    visible: 'progress',
  }
}

/** The clauses of documents that an item names anywhere, each once. */
function provisionsOf({ basis, conditions, materials, fee, procedure }: Item): readonly ProvisionRef[] {
  const rows: readonly BasisRow[] = [
    ...basis,
    ...conditions.flatMap((one) => one.basis),
    ...materials.flatMap(({ deferrable }) => deferrable ?? []),
    ...fee.basis,
  ]
  const refs = rows.flatMap((row) => ('document' in row ? [row] : []))
  const term = findCitation(procedure.terms.basis)
  const all = term && term.path.length > 0 && /〔\d{4}〕/.test(term.document) ? [...refs, term] : refs
  return [...new Map(all.map((ref) => [JSON.stringify([ref.document, ref.path]), ref])).values()]
}

/** Every item in force today, by name. */
export async function itemsInForce(ctx: Pick<Ctx, 'db' | 'today'>): Promise<readonly store.ItemVersion[]> {
  const items = Map.groupBy(await store.listVersions(ctx.db), ({ code }) => code)
  return [...items.values()]
    .flatMap((versions) => versionOn(versions, ctx.today) ?? [])
    .toSorted((a, b) => a.item.name.localeCompare(b.item.name, 'zh'))
}

export interface ItemOnRecord {
  /** All, in the order of their first days. */
  readonly versions: readonly store.ItemVersion[]
  readonly current: store.ItemVersion | undefined
  readonly next: store.ItemVersion | undefined
}

/** One item with its versions. Refuses a code that is not on record. */
export async function getItem(ctx: Pick<Ctx, 'db' | 'today'>, code: string): Promise<ItemOnRecord> {
  const versions = await store.listVersions(ctx.db, code)
  if (versions.length === 0) throw new ItemUnknown()
  return { versions, current: versionOn(versions, ctx.today), next: nextVersion(versions, ctx.today) }
}

/** The version under which something was begun, whatever has been published since. Refuses an id not on record. */
export async function getVersion(db: Db, id: string): Promise<store.ItemVersion> {
  const version = await store.findVersion(db, id)
  if (!version) throw new ItemUnknown()
  return version
}
