import type { Ctx, Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { BodiesNotImported } from '../errors.ts'
import { foldName } from '../model.ts'
import { findBodyIds, insertAliases, insertBodies, insertNames, linkParents } from '../pack-store.ts'
import { type BodyLine, bodyLines, type CheckedLine, checkLines } from '../sheet/body-rows.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { keyOf } from './bodies.ts'
import { type BodyEntry, findLastPosition, listEntries, lockBodies } from './body-store.ts'

/** What the rows of a table of bodies would do here, and what is wrong with them. Writes nothing. */
export async function previewBodies(ctx: Ctx, bytes: Buffer): Promise<readonly CheckedLine[]> {
  ctx.require('organisations.edit')
  return checkLines(bodyLines(await readSheet(bytes)), await standing(ctx, ctx.db))
}

/** The same for a city that has no bodies yet. */
export async function previewFirstBodies(bytes: Buffer): Promise<readonly CheckedLine[]> {
  return checkLines(bodyLines(await readSheet(bytes)), [])
}

/** What is wrong with rows for a city that has no bodies yet. */
export function refuseFaultyLines(lines: readonly BodyLine[]): void {
  refuseFaults(checkLines(lines, []))
}

export interface Imported {
  readonly bodies: number
  readonly aliases: number
}

/**
 * Takes the rows of a table: new bodies, and new aliases of those that are there; nothing else of them changes. All or
 * nothing, and the same table twice is once. Refuses (BodiesNotImported) when a row is faulty now.
 */
export async function importBodies(ctx: Ctx, lines: readonly BodyLine[]): Promise<Imported> {
  ctx.require('organisations.edit')
  return ctx.transact(async (tx) => {
    await lockBodies(tx)
    const known = await standing(ctx, tx)
    const checked = checkLines(lines, known)
    refuseFaults(checked)
    const fresh = checked.filter(({ state }) => state === 'new')
    await insertFresh(ctx, tx, fresh)
    const ids = new Map(
      (await standing(ctx, tx)).flatMap((body) =>
        [body.name, body.short].map((name) => [foldName(name), body.id] as const),
      ),
    )
    const keys = new Map([...(await findBodyIds(tx))].map(([key, id]) => [id, key]))
    const keyByName = (name: string) => keys.get(ids.get(foldName(name)) ?? '') ?? ''
    await linkParents(
      tx,
      fresh.flatMap(({ name, parent }) => (parent === '' ? [] : [{ key: keyByName(name), parent: keyByName(parent) }])),
    )
    const before = await countAliases(tx)
    await insertAliases(
      tx,
      checked.flatMap((line) =>
        line.aliases.map((name) => ({
          ...{ id: ctx.newId(), bodyId: ids.get(foldName(line.name)) ?? '', name, folded: foldName(name) },
          ...{ basis: [{ source: '导入' }], effective_from: null, effective_to: null },
        })),
      ),
    )
    const done = { bodies: fresh.length, aliases: (await countAliases(tx)) - before }
    await ctx.audit(tx, 'organisations.import-bodies', { thing: `city/${ctx.city.key}`, after: done })
    return done
  })
}

async function insertFresh(ctx: Ctx, tx: Tx, fresh: readonly CheckedLine[]): Promise<void> {
  const last = await findLastPosition(tx)
  const rows = fresh.map((line, at) => ({
    ...line,
    id: ctx.newId(),
    key: keyOf({ name: line.name, from: null }),
    position: last + 1 + at,
  }))
  const unset = {
    level: null,
    division: null,
    certainty: null,
    note: null,
    assigned: true,
    effective_from: null,
    effective_to: null,
  }
  const made = await insertBodies(
    tx,
    rows.map(({ id, key, kind, position }) => ({ id, key, kind, position, ...unset })),
  )
  const taken = rows.filter(({ key }) => !made.has(key))
  if (taken.length > 0) {
    throw new BodiesNotImported(
      taken.map(({ line, name }) => ({ line, message: `“${name}”曾是一个已更名或撤销的单位的名称，请单独新建` })),
    )
  }
  await insertNames(
    tx,
    rows.map(({ id, name, short }) => ({
      id: ctx.newId(),
      bodyId: id,
      name,
      short,
      effective_from: null,
      effective_to: null,
    })),
  )
}

/** Bodies that exist now or later. */
async function standing(ctx: Ctx, db: Db): Promise<readonly BodyEntry[]> {
  return (await listEntries(db, ctx.today)).filter(({ closedOn }) => closedOn === null || closedOn > ctx.today)
}

function refuseFaults(checked: readonly CheckedLine[]): void {
  const faults = checked.flatMap(({ line, faults: found }) => found.map((message) => ({ line, message })))
  if (faults.length > 0) throw new BodiesNotImported(faults)
}

async function countAliases(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from body_alias`.execute(tx)
  return rows[0]?.count ?? 0
}
