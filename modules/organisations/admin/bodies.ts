import type { Ctx, Tx } from '@guangyue/platform/db'
import { StaleVersion } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { BodyInvalid, BodyNotFound } from '../errors.ts'
import { foldName } from '../model.ts'
import { insertBodies, insertNames, insertSuccessors } from '../pack-store.ts'
import { rememberAlias } from '../service.ts'
import { listSubtree } from '../store.ts'
import * as store from './body-store.ts'

/** Every body of any time with names, aliases and successors. */
export function bodyEntries(ctx: Ctx): Promise<readonly store.BodyEntry[]> {
  ctx.require('organisations.edit')
  return store.listEntries(ctx.db, ctx.today)
}

export interface NewBody {
  readonly name: string
  readonly short: string
  readonly kind: string
  readonly parentId: string | null
  /** First day; null when it is older than the record. */
  readonly from: string | null
}

/** Puts a body on record. Refuses, by field, a name that another body bears. */
export async function createBody(ctx: Ctx, body: NewBody): Promise<string> {
  ctx.require('organisations.edit')
  refuse(nameFaults(body))
  return ctx.transact(async (tx) => {
    await store.lockBodies(tx)
    await refuseBorneName(ctx, tx, { ...body, id: null })
    const id = ctx.newId()
    const row = { id, key: keyOf(body), kind: body.kind, effective_from: body.from, effective_to: null }
    const position = (await store.findLastPosition(tx)) + 1
    const made = await insertBodies(tx, [
      { ...row, ...{ level: null, division: null, certainty: null, note: null, assigned: true, position } },
    ])
    if (made.size === 0)
      throw new BodyInvalid([{ field: 'name', message: '这个单位已经登记过，请用更名或换一个起始日' }])
    await insertNames(tx, [
      {
        ...{ id: ctx.newId(), bodyId: id, name: body.name, short: body.short },
        effective_from: body.from,
        effective_to: null,
      },
    ])
    if (body.parentId !== null) await store.updateBody(tx, { ...body, id, assigned: true, note: null, version: 1 })
    await ctx.audit(tx, 'organisations.create-body', { thing: `body/${id}`, after: body })
    return id
  })
}

export type BodyChange = Pick<store.BodyEntry, 'id' | 'kind' | 'parentId' | 'assigned' | 'note' | 'version'>

/** Changes kind, parent and note; the name is changed by `renameBody` only. Refuses a parent at or below the body itself. */
export async function changeBody(ctx: Ctx, change: BodyChange): Promise<void> {
  ctx.require('organisations.edit')
  await ctx.transact(async (tx) => {
    await store.lockBodies(tx)
    const current = await entryOf(ctx, tx, change.id)
    if (change.parentId !== null && (await listSubtree(tx, change.id)).includes(change.parentId)) {
      throw new BodyInvalid([{ field: 'parentId', message: '上级不能是本单位或其下级' }])
    }
    if (!(await store.updateBody(tx, change))) throw new StaleVersion(change, current)
    await ctx.audit(tx, 'organisations.change-body', { thing: `body/${change.id}`, before: current, after: change })
  })
}

export interface NewName {
  readonly id: string
  readonly name: string
  readonly short: string
  /** First day of the new name. */
  readonly from: string
  readonly version: number
}

/** A new name from a day; the name before it ends there and stays on record. */
export async function renameBody(ctx: Ctx, change: NewName): Promise<void> {
  ctx.require('organisations.edit')
  refuse(nameFaults(change))
  await ctx.transact(async (tx) => {
    await store.lockBodies(tx)
    const current = await entryOf(ctx, tx, change.id)
    const latest = current.names[0]?.from ?? null
    if (latest !== null && change.from <= latest) {
      throw new BodyInvalid([{ field: 'from', message: `须晚于现名称的起始日 ${latest}` }])
    }
    await refuseBorneName(ctx, tx, change)
    if (!(await store.touchBody(tx, change))) throw new StaleVersion(change, current)
    await store.endNames(tx, change.id, change.from)
    await insertNames(tx, [
      {
        ...{ id: ctx.newId(), bodyId: change.id, name: change.name, short: change.short },
        effective_from: change.from,
        effective_to: null,
      },
    ])
    await ctx.audit(tx, 'organisations.rename-body', {
      thing: `body/${change.id}`,
      before: current.names,
      after: change,
    })
  })
}

/** Another printed form of the body; who said so is kept. The same alias twice is one. */
export async function addAlias(ctx: Ctx, alias: { bodyId: string; name: string; basis: string | null }): Promise<void> {
  ctx.require('organisations.edit')
  const name = alias.name.trim()
  if (name === '' || name.length > 100) refuse([{ field: 'name', message: '请填写别称，不超过 100 字' }])
  await ctx.transact(async (tx) => {
    await entryOf(ctx, tx, alias.bodyId)
    await refuseBorneName(ctx, tx, { id: alias.bodyId, name, short: name })
    await rememberAlias(ctx, tx, { bodyId: alias.bodyId, name, ...(alias.basis && { basis: alias.basis }) })
  })
}

export async function removeAlias(ctx: Ctx, alias: { bodyId: string; id: string }): Promise<void> {
  ctx.require('organisations.edit')
  await ctx.transact(async (tx) => {
    const name = await store.deleteAlias(tx, alias.bodyId, alias.id)
    if (name === undefined) return
    await ctx.audit(tx, 'organisations.remove-alias', { thing: `body/${alias.bodyId}`, before: { alias: name } })
  })
}

export interface Closing {
  readonly id: string
  /** First day on which the body no longer exists. */
  readonly on: string
  readonly successorId: string | null
  /** The successor's name when it is not on record. */
  readonly successorName: string | null
  readonly basis: string | null
  readonly version: number
}

/** Ends a body from a day, with who carries on for it. Refuses while bodies below it exist. */
export async function closeBody(ctx: Ctx, closing: Closing): Promise<void> {
  ctx.require('organisations.edit')
  await ctx.transact(async (tx) => {
    await store.lockBodies(tx)
    const current = await entryOf(ctx, tx, closing.id)
    const begun = current.names.at(-1)?.from ?? null
    if (begun !== null && closing.on <= begun) refuse([{ field: 'on', message: `须晚于单位的起始日 ${begun}` }])
    if ((await store.listOpenChildren(tx, closing.id, closing.on)).length > 0) {
      refuse([{ field: 'on', message: '还有下级单位，请先给它们改上级或撤销' }])
    }
    if (closing.successorId === closing.id) refuse([{ field: 'successorId', message: '承接单位不能是本单位' }])
    const successor = closing.successorId === null ? undefined : await entryOf(ctx, tx, closing.successorId)
    if (!(await store.touchBody(tx, closing))) throw new StaleVersion(closing, current)
    await store.updateClosing(tx, closing.id, closing.on)
    await store.endNames(tx, closing.id, closing.on)
    const name = successor?.name ?? closing.successorName?.trim() ?? ''
    if (name !== '') {
      await insertSuccessors(tx, [
        {
          ...{ id: ctx.newId(), bodyId: closing.id, successorId: closing.successorId, name },
          effectiveFrom: closing.on,
          basis: closing.basis,
        },
      ])
    }
    await ctx.audit(tx, 'organisations.close-body', {
      thing: `body/${closing.id}`,
      before: current,
      after: closing,
      ...(closing.basis && { basis: closing.basis }),
    })
  })
}

/** A body that an administrator puts on record has its official name and first day as key: the same twice is one. */
export function keyOf({ name, from }: { name: string; from: string | null }): string {
  return foldName(name) + (from === null ? '' : `@${from}`)
}

async function entryOf(ctx: Ctx, tx: Tx, id: string): Promise<store.BodyEntry> {
  const entry = await store.findEntry(tx, id, ctx.today)
  if (!entry) throw new BodyNotFound()
  return entry
}

async function refuseBorneName(
  ctx: Ctx,
  tx: Tx,
  body: { id: string | null; name: string; short: string },
): Promise<void> {
  for (const field of ['name', 'short'] as const) {
    const bearers = await store.findBearers(tx, [foldName(body[field])], ctx.today)
    const other = bearers.find((id) => id !== body.id)
    if (other === undefined) continue
    const name = (await store.findEntry(tx, other, ctx.today))?.name ?? ''
    refuse([{ field, message: `已是“${name}”的名称或简称` }])
  }
}

function nameFaults({ name, short }: { name: string; short: string }): FieldFault[] {
  return (
    [
      ['name', name, '名称'],
      ['short', short, '简称'],
    ] as const
  ).flatMap(([field, text, label]) =>
    text.trim() === '' || text.length > 100 ? [{ field, message: `请填写${label}，不超过 100 字` }] : [],
  )
}

function refuse(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw new BodyInvalid(faults)
}
