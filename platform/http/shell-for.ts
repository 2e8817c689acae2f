import type { FastifyRequest } from 'fastify'
import type { Ctx } from '../db/index.ts'
import { ctxOf } from './ctx-of.ts'
import type { ServerParts } from './server-parts.ts'
import type { ShellProps } from './shell.ts'

interface Frame {
  readonly title: string
  readonly crumbs?: ShellProps['crumbs']
  readonly wide?: boolean
}

/** The frame of a page for this request; undefined when not even the city is known. */
export async function shellFor(
  request: FastifyRequest,
  parts: ServerParts,
  frame: Frame,
): Promise<ShellProps | undefined> {
  const ctx = await ctxOf(request, parts).catch(() => undefined)
  return ctx && shellOf(ctx, request.url, { ...frame, parts })
}

/** The frame of a page in a context that is already known. */
export function shellOf(ctx: Ctx, url: string, frame: Frame & { readonly parts: ServerParts }): ShellProps {
  const path = url.split('?', 1)[0] ?? '/'
  return {
    lang: ctx.lang,
    city: {
      key: ctx.city.key,
      name: ctx.city.name,
      governmentName: ctx.city.facts.governmentName,
      contact: ctx.city.facts.contact,
    },
    title: frame.title,
    path: url,
    demo: ctx.city.demonstration,
    playing: ctx.city.isPlayed() ? ctx.today : null,
    today: ctx.today,
    nav: frame.parts.modules.flatMap(({ nav = [] }) =>
      nav.map(({ href, ...label }) => ({ href, label: label[ctx.lang], current: isUnder(href, path, frame.crumbs) })),
    ),
    crumbs: frame.crumbs ?? [],
    account:
      ctx.actor.kind === 'account'
        ? { name: ctx.actor.name, desk: ctx.actor.roles.some((role) => role !== 'citizen') }
        : null,
    cssHref: frame.parts.cssHref,
    wide: frame.wide ?? false,
  }
}

/** Whether a page stands under an entry: by its address, or by the way to it. */
function isUnder(href: string, path: string, crumbs: ShellProps['crumbs'] = []): boolean {
  return path.startsWith(href) || crumbs.some((crumb) => crumb.href === href)
}
