import { randomBytes } from 'node:crypto'
import { type Ctx, type Db, type DomainEvent, StaleVersion, type Tx } from '@guangyue/platform/db'
import { postHook } from '@guangyue/platform/mail'
import { ChannelInvalid, TemplateUnknown } from './errors.ts'
import * as store from './store.ts'
import { fill, type ownTemplates, shippedTemplates, shipTemplates, type Template } from './templates.ts'

export interface Telling<Key extends string = string> {
  readonly template: Key
  readonly params: Readonly<Record<string, string | number>>
  readonly href: string | null
  /** The same thing is told to the same person once. */
  readonly onceKey: string
  readonly accountIds?: readonly string[]
  /** Their officers and heads. */
  readonly bodyIds?: readonly string[]
  readonly role?: string
}

type Tell<Key extends string> = (ctx: Ctx, tx: Tx, telling: Telling<Key>) => Promise<void>

/** Ships a module's messages, and gives the function that tells them and no others. */
export function teller<Key extends string>(templates: Readonly<Record<Key, Template>>): Tell<Key> {
  shipTemplates(templates)
  return write
}

/** Tells a message of this module. */
export const tell: Tell<keyof typeof ownTemplates> = write

/** Writes to the inboxes of those concerned, within the caller's transaction; other channels follow after the commit. */
async function write(ctx: Ctx, tx: Tx, telling: Telling): Promise<void> {
  const ofBodies = telling.bodyIds ? await store.findAccountsOfBodies(tx, telling.bodyIds) : []
  const ofRole = telling.role ? await store.findAccountsOfRole(tx, telling.role) : []
  const accountIds = [...new Set([...(telling.accountIds ?? []), ...ofBodies, ...ofRole])]
  if (accountIds.length === 0) return
  const text = fill(await templateOf(tx, telling.template), telling.params)
  const messageIds = await store.insertMessages(tx, {
    ...text,
    accountIds,
    template: telling.template,
    href: telling.href,
    onceKey: telling.onceKey,
    at: ctx.now,
  })
  if (messageIds.length > 0) await ctx.publish(tx, { name: 'identity.messages-written', payload: { messageIds } })
}

async function templateOf(db: Db, key: string): Promise<Template> {
  const template = (await store.findTemplate(db, key)) ?? shippedTemplates().get(key)
  if (!template) throw new TemplateUnknown(key)
  return template
}

/** Reaction: sends new messages by mail and webhook. Each try is logged; a failed one throws so that the job is retried. */
export async function deliverMessages(ctx: Ctx, event: DomainEvent): Promise<void> {
  const messageIds = event.payload.messageIds as readonly string[]
  const faults: string[] = []
  for (const waiting of await store.listWaiting(ctx.db, messageIds)) {
    const fault = await send(ctx, waiting).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    await store.insertDelivery(ctx.db, { ...waiting, id: ctx.newId(), fault })
    if (fault !== null) faults.push(fault)
  }
  if (faults.length > 0) throw new Error(`${faults.length} 条消息未送达：${faults[0]}`)
}

async function send(ctx: Ctx, { kind, target, secret, title, body, href }: store.Waiting): Promise<void> {
  const mark = ctx.city.demonstration ? '【演示数据】' : ''
  if (kind === 'webhook') {
    const message = { city: ctx.city.key, title: mark + title, body, href, at: ctx.now }
    return postHook({ url: target, secret, body: message, reach: ctx.city.outlets.hookReach })
  }
  if (!ctx.city.outlets.mail) throw new Error('本系统没有配置邮件服务器')
  const link = href === null ? '' : `\n\n${ctx.city.outlets.publicUrl ?? ''}${href}`
  await ctx.city.outlets.mail({
    to: target,
    subject: `${mark}${title}`,
    text: `${body}${link}\n\n${ctx.city.facts.governmentName}`,
  })
}

export function inboxOf(ctx: Ctx, before: number | null): Promise<readonly store.Message[]> {
  return store.listMessages(ctx.db, ownId(ctx), { before, limit: 50 })
}

export function unreadOf(ctx: Ctx): Promise<number> {
  return ctx.actor.accountId ? store.countUnread(ctx.db, ctx.actor.accountId) : Promise.resolve(0)
}

/** Marks one's own messages as read; all of them without ids. */
export function readMessages(ctx: Ctx, ids: readonly string[] | null): Promise<void> {
  return ctx.transact((tx) => store.markRead(tx, { accountId: ownId(ctx), ids, at: ctx.now }))
}

export function channelsOf(ctx: Ctx): Promise<readonly store.Channel[]> {
  return store.listChannels(ctx.db, ownId(ctx))
}

/** Opens a channel for one's own messages. Refuses what is no mail address or no https address, by field. */
export async function openChannel(ctx: Ctx, channel: { kind: 'mail' | 'webhook'; target: string }): Promise<void> {
  const target = channel.target.trim()
  const fit = channel.kind === 'mail' ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(target) : URL.canParse(target)
  if (!fit || target.length > 500) throw new ChannelInvalid(channel.kind)
  const row = {
    id: ctx.newId(),
    kind: channel.kind,
    target,
    accountId: ownId(ctx),
    secret: randomBytes(24).toString('base64url'),
  }
  await ctx.transact(async (tx) => {
    await store.insertChannel(tx, row)
    await ctx.audit(tx, 'identity.open-channel', { thing: `account/${row.accountId}`, after: { kind: row.kind } })
  })
}

export async function closeChannel(ctx: Ctx, id: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await store.deleteChannel(tx, ownId(ctx), id)
    await ctx.audit(tx, 'identity.close-channel', { thing: `account/${ownId(ctx)}` })
  })
}

export interface TemplateText extends Template {
  readonly key: string
  readonly version: number
}

export async function templates(ctx: Ctx): Promise<readonly TemplateText[]> {
  ctx.require('identity.edit-templates')
  return Promise.all(
    [...shippedTemplates()].map(async ([key, shipped]) => {
      const own = await store.findTemplate(ctx.db, key)
      return { key, title: own?.title ?? shipped.title, body: own?.body ?? shipped.body, version: own?.version ?? 0 }
    }),
  )
}

/** Words a message anew for this city. A stale version gives both texts back. */
export async function wordTemplate(ctx: Ctx, text: TemplateText): Promise<void> {
  ctx.require('identity.edit-templates')
  if (!shippedTemplates().has(text.key)) throw new TemplateUnknown(text.key)
  await ctx.transact(async (tx) => {
    if (!(await store.upsertTemplate(tx, text))) throw new StaleVersion(text, await store.findTemplate(tx, text.key))
    await ctx.audit(tx, 'identity.word-template', {
      thing: `template/${text.key}`,
      after: { title: text.title, body: text.body },
    })
  })
}

export function deliveries(ctx: Ctx): Promise<readonly store.Delivery[]> {
  ctx.require('identity.edit-templates')
  return store.listDeliveries(ctx.db, 200)
}

function ownId(ctx: Ctx): string {
  return ctx.actor.accountId ?? '00000000-0000-0000-0000-000000000000'
}
