import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { z } from 'zod'
import { bodiesOn } from '../../organisations/index.ts'
import { type CiteAll, citing } from '../cite.ts'
import { ItemUnknown } from '../errors.ts'
import type { Item } from '../item.ts'
import { getItem, type ItemOnRecord } from '../service.ts'
import type { ItemVersion } from '../store.ts'
import { flowOf } from './flow.ts'
import type { ServiceView } from './services.view.ts'
import { words } from './words.ts'

/** Which version: its number; the one in force where none is named. */
export const serviceQuery = z.object({ version: z.coerce.number().int().optional().catch(undefined) })

type Asked = z.output<typeof serviceQuery>
type Part = 'guide' | 'checklist' | 'form'

/** An item's guide, checklist or form, of the version asked or the one in force. Refuses a code or number not on record. */
export async function loadService(
  ctx: Ctx,
  code: string,
  asked: Asked,
  part: Part = 'guide',
): Promise<PageResult<ServiceView>> {
  const found = await getItem(ctx, code)
  const version =
    asked.version === undefined ? (found.current ?? found.versions.at(-1)) : numbered(found, asked.version)
  if (!version) throw new ItemUnknown()
  const { item } = version
  const say = (key: Parameters<typeof words>[1]) => words(ctx.lang, key)
  const [bodies, cite] = await Promise.all([bodiesOn(ctx), citing(ctx.db, basesOf(item))])
  const short = new Map(bodies.map((body) => [body.key, body.short]))
  const now = `/services/${code}`
  const own = asked.version === undefined ? '' : `?version=${version.number}`
  const { procedure } = item
  // accepted and handled on line from degree 3 on, by the version in force
  const apply = version === found.current && item.online >= 3 ? `/desk/apply/${code}` : null
  return {
    title: part === 'guide' ? item.name : `${item.name} ${say(part)}`,
    crumbs: [
      { href: '/services', label: say('services') },
      ...(part === 'guide'
        ? [{ label: item.name }]
        : [{ href: `${now}${own}`, label: item.name }, { label: say(part) }]),
    ],
    view: {
      item: {
        ...item,
        basis: cite(item.basis),
        conditions: item.conditions.map((row) => ({ ...row, basis: cite(row.basis) })),
        fee: { text: item.fee.text, basis: cite(item.fee.basis) },
      },
      body: short.get(item.body) ?? item.body,
      flow: flowOf(
        procedure,
        { submit: say('end.submit'), accept: say('end.accept'), deliver: say('end.deliver') },
        (key) => short.get(key) ?? key,
      ),
      terms: termsOf(item, cite),
      shown: shownAs(found, version, ctx.today),
      next:
        found.next?.effectiveFrom && version === found.current
          ? { day: found.next.effectiveFrom, href: `${now}?version=${found.next.number}` }
          : null,
      hrefs: { guide: `${now}${own}`, now, checklist: `${now}/checklist${own}`, form: `${now}/form${own}`, apply },
      today: ctx.today,
    },
  }
}

function numbered({ versions }: ItemOnRecord, number: number): ItemVersion | undefined {
  return versions.find((one) => one.number === number)
}

function shownAs({ current }: ItemOnRecord, version: ItemVersion, today: string): ServiceView['shown'] {
  if (version === current) return 'now'
  if (version.effectiveFrom !== null && version.effectiveFrom > today) return 'next'
  return current ? 'old' : 'ended'
}

function termsOf({ procedure }: Item, cite: CiteAll): ServiceView['terms'] {
  return {
    decision: cite(procedure.terms.basis),
    acceptance: cite(procedure.acceptance.basis),
    extension: procedure.extension ? cite(procedure.extension.basis) : [],
    grounds: procedure.grounds.map(({ name, basis }) => ({ name, basis: cite(basis) })),
  }
}

function basesOf({ basis, conditions, fee, procedure }: Item) {
  return [
    basis,
    ...conditions.map((row) => row.basis),
    fee.basis,
    procedure.terms.basis,
    procedure.acceptance.basis,
    ...(procedure.extension ? [procedure.extension.basis] : []),
    ...procedure.grounds.map((ground) => ground.basis),
  ]
}
